import type { JSX } from "preact";
import { useReader, useWords } from "../../reader.ts";
import { titleOf, type RecordColumn } from "./recordColumns.ts";
import { recordsTexts } from "./recordsTexts.ts";

/** The most columns the server gives at once. */
const most = 40;

/** Chooses the variables that are shown. */
export function ColumnChoice({
  columns,
  chosen,
  onChoose,
}: {
  columns: readonly RecordColumn[];
  chosen: readonly RecordColumn[];
  /** An empty list goes back to the usual ones. */
  onChoose: (names: readonly string[]) => void;
}): JSX.Element {
  const reader = useReader();
  const words = useWords(recordsTexts);
  const names = chosen.map(({ name }) => name);
  return (
    <details class="records-columns">
      <summary>
        {words("columns")} ({chosen.length}) <small class="soft">{words("most")}</small>
      </summary>
      <fieldset class="choice">
        <legend class="hidden">{words("columns")}</legend>
        {columns.map((column) => {
          const { name } = column;
          return (
            <label key={name}>
              <input
                type="checkbox"
                checked={names.includes(name)}
                disabled={!names.includes(name) && names.length >= most}
                onChange={({ currentTarget: { checked } }) => {
                  const wanted = checked ? [...names, name] : names.filter((each) => each !== name);
                  onChoose(columns.map((each) => each.name).filter((each) => wanted.includes(each)));
                }}
              />
              <span>{titleOf(column, reader)}</span>
            </label>
          );
        })}
      </fieldset>
      <button
        type="button"
        class="quiet"
        onClick={() => {
          onChoose([]);
        }}
      >
        {words("usual")}
      </button>
    </details>
  );
}
