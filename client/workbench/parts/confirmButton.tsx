import type { ComponentChildren, JSX } from "preact";
import { useId, useRef } from "preact/hooks";
import { useReader } from "../reader.ts";
import "./confirmButton.css";

/** A button for what cannot be taken back: says what will happen, and does it once that is confirmed. */
export function ConfirmButton({
  label,
  question,
  action,
  onConfirm,
  children,
  ...button
}: {
  label: string;
  /** The heading of the dialogue. */
  question: string;
  /** What the button that does it is called. */
  action: string;
  onConfirm: () => void;
  children: ComponentChildren;
  class?: string;
  disabled?: boolean;
}): JSX.Element {
  const { texts } = useReader();
  const id = useId();
  const dialog = useRef<HTMLDialogElement>(null);
  return (
    <>
      <button {...button} type="button" onClick={() => dialog.current?.showModal()}>
        {label}
      </button>
      <dialog ref={dialog} class="confirm" aria-labelledby={id}>
        <h2 id={id}>{question}</h2>
        {children}
        <p class="actions">
          <button
            type="button"
            class="main"
            onClick={() => {
              dialog.current?.close();
              onConfirm();
            }}
          >
            {action}
          </button>
          <button type="button" onClick={() => dialog.current?.close()}>
            {texts("cancel")}
          </button>
        </p>
      </dialog>
    </>
  );
}
