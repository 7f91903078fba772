import { useState } from "preact/hooks";
import { useWords } from "../../reader.ts";
import { claimsTexts } from "../../study/claims/claimsTexts.ts";
import { useCitedNumber } from "./citedNumber.tsx";
import type { Citing, ClaimsOfTable } from "./citing.ts";

/**
 * Lets a number of a table be cited: a button after which the numbers can be pressed, and below it what became of it.
 *
 * @param cites what each number is; `null` where none can be cited.
 */
export function useCiting(cites: { readonly study: string; readonly claims: ClaimsOfTable } | null) {
  const words = useWords(claimsTexts);
  const [isOn, setOn] = useState(false);
  const { cite, panel } = useCitedNumber(cites?.study ?? "");
  const wantedAt = (row: number, column: number) => cites?.claims[row]?.[column] ?? null;
  const context: Citing | null =
    cites === null || !isOn
      ? null
      : {
          canCite: (row, column) => wantedAt(row, column) !== null,
          cite: (row, column) => {
            const wanted = wantedAt(row, column);
            if (wanted !== null) cite(wanted);
          },
        };
  const button = cites !== null && (
    <>
      <button
        type="button"
        class="quiet"
        aria-pressed={isOn}
        onClick={() => {
          setOn(!isOn);
        }}
      >
        {words("cite")}
      </button>
      {isOn && (
        <span class="result-said" role="status">
          {words("citeHint")}
        </span>
      )}
    </>
  );
  return { context, button, panel };
}
