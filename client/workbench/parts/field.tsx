import type { ComponentChildren, InputHTMLAttributes, JSX } from "preact";
import { useId } from "preact/hooks";
import type { Refusal } from "../api.ts";

/** An input with its label, its rule and what the server found wrong with it. */
export function Field({
  name,
  label,
  rule,
  refusal,
  ...input
}: {
  name: string;
  label: string;
  rule?: string;
  refusal: Refusal | null;
} & Omit<InputHTMLAttributes, "name" | "label">): JSX.Element {
  const id = useId();
  const fault = refusal?.faults.find(({ field }) => field === name || field.startsWith(`${name}.`))?.message;
  const note = fault ?? rule;
  return (
    <div class="field">
      <label for={id}>{label}</label>
      <input
        {...input}
        id={id}
        name={name}
        aria-invalid={fault !== undefined}
        {...(note !== undefined && { "aria-describedby": `${id}-note` })}
      />
      {note !== undefined && (
        <p id={`${id}-note`} class={fault === undefined ? "rule" : "fault"}>
          {note}
        </p>
      )}
    </div>
  );
}

/** A choice of one from a few. */
export function Choice<Value extends string>({
  label,
  value,
  options,
  onChoose,
}: {
  label: ComponentChildren;
  value: Value;
  options: readonly { readonly value: Value; readonly label: ComponentChildren }[];
  onChoose: (value: Value) => void;
}): JSX.Element {
  const name = useId();
  return (
    <fieldset class="choice">
      <legend>{label}</legend>
      {options.map((option) => (
        <label key={option.value}>
          <input
            type="radio"
            name={name}
            checked={option.value === value}
            onChange={() => {
              onChoose(option.value);
            }}
          />
          <span>{option.label}</span>
        </label>
      ))}
    </fieldset>
  );
}
