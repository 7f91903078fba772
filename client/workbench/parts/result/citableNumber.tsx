import type { JSX } from "preact";
import { useContext } from "preact/hooks";
import { useWords } from "../../reader.ts";
import { claimsTexts } from "../../study/claims/claimsTexts.ts";
import { CitingContext } from "./citing.ts";

/** A number of a table, which can be pressed while one is to be cited. */
export function CitableNumber({ text, row, column }: { text: string; row: number; column: number }): JSX.Element {
  const words = useWords(claimsTexts);
  const citing = useContext(CitingContext);
  if (citing?.canCite(row, column) !== true) return <>{text}</>;
  return (
    <button
      type="button"
      class="cite"
      aria-label={words("citeNumber").replace("{number}", () => text)}
      onClick={() => {
        citing.cite(row, column);
      }}
    >
      {text}
    </button>
  );
}
