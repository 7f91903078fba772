import type { ComponentChildren, JSX } from "preact";
import type { Refusal } from "../api.ts";
import { useReader } from "../reader.ts";

/** Something to know in place of, or above, what was wanted. */
export function Notice({
  title,
  children,
  tone = "calm",
}: {
  title: string;
  children?: ComponentChildren;
  tone?: "calm" | "bad";
}): JSX.Element {
  return (
    <div class={`notice ${tone}`} role={tone === "bad" ? "alert" : "status"}>
      <strong>{title}</strong>
      {children}
    </div>
  );
}

/** What went wrong, and the way to try again. Faults of the fields in `beside` are not repeated: they stand there. */
export function RefusalNotice({
  refusal,
  again,
  beside = [],
}: {
  refusal: Refusal;
  again?: () => void;
  beside?: readonly string[];
}): JSX.Element {
  const { texts } = useReader();
  const isUnreached = refusal.status === 0;
  const elsewhere = refusal.faults.filter(({ field }) => !beside.includes(field));
  return (
    <Notice title={isUnreached ? texts("notReached") : refusal.title} tone="bad">
      {isUnreached && <p>{texts("notReachedNote")}</p>}
      {elsewhere.map(({ field, message }) => (
        <p key={field}>{message}</p>
      ))}
      {again !== undefined && (
        <button type="button" onClick={again}>
          {texts("tryAgain")}
        </button>
      )}
    </Notice>
  );
}

/** The place of something on its way. */
export function Loading(): JSX.Element {
  const { texts } = useReader();
  return (
    <div class="loading" role="status">
      <span class="bar" />
      <span class="bar" />
      <span class="bar" />
      <span class="hidden">{texts("loading")}</span>
    </div>
  );
}
