import type { JSX } from "preact";
import { useReader, useWords } from "../../reader.ts";
import { pairingTexts } from "./pairingTexts.ts";
import type { Pairing } from "../../../../surveys/codebook/questionPairs.ts";

/** Chooses the two questions that a view is about. */
export function PairingSelect({
  label,
  pairings,
  chosen,
  onChoose,
}: {
  label: string;
  pairings: readonly Pairing[];
  chosen: Pairing | null;
  onChoose: (name: string) => void;
}): JSX.Element {
  const { read } = useReader();
  const words = useWords(pairingTexts);
  return (
    <label>
      {label}
      <select
        value={chosen?.name ?? ""}
        onChange={({ currentTarget }) => {
          onChoose(currentTarget.value);
        }}
      >
        {chosen === null && <option value="">{words("chooseQuestions")}</option>}
        {pairings.map(({ name, first, second }) => (
          <option key={name} value={name}>
            {read(first.title)} → {second === null ? words("followUps") : read(second.title)}
          </option>
        ))}
      </select>
    </label>
  );
}
