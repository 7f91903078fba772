import type { JSX } from "preact";

/** What is looked for among texts, as it is typed. */
export function SearchField({
  label,
  typed,
  onTyped,
}: {
  label: string;
  typed: string;
  onTyped: (typed: string) => void;
}): JSX.Element {
  return (
    <label>
      {label}
      <input
        type="search"
        maxLength={200}
        value={typed}
        onInput={({ currentTarget }) => {
          onTyped(currentTarget.value);
        }}
      />
    </label>
  );
}
