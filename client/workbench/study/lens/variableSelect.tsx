import type { JSX } from "preact";
import type { Codebook } from "../../../../surveys/codebook/codebook.ts";
import { useReader } from "../../reader.ts";
import { closedVariables } from "./closedVariables.ts";

/** A list of the variables that respondents can be divided by. */
export function VariableSelect({
  codebook,
  value,
  none,
  label,
  onChoose,
}: {
  codebook: Codebook;
  value: string;
  /** What is said where none is chosen. */
  none: string;
  label: string;
  onChoose: (variable: string) => void;
}): JSX.Element {
  const { read } = useReader();
  return (
    <label>
      {label}
      <select
        value={value}
        onChange={({ currentTarget }) => {
          onChoose(currentTarget.value);
        }}
      >
        <option value="">{none}</option>
        {closedVariables(codebook).map(({ name, title, part }) => (
          <option key={name} value={name}>
            {part === null ? read(title) : `${read(title)} – ${read(part)}`}
          </option>
        ))}
      </select>
    </label>
  );
}
