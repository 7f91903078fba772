import type { ComponentChildren, JSX } from "preact";

/**
 * A table that scrolls within its frame where the window is narrower, reached by keyboard.
 *
 * @param props.columns names of the columns: the first of what stands at the left, the others over numbers.
 * @param props.wordColumns how many columns are at the left; 1 when left out.
 * @param props.children the rows.
 */
export function TableFrame({
  label,
  columns,
  wordColumns = 1,
  class: own,
  children,
}: {
  label: string;
  columns: readonly string[];
  wordColumns?: number;
  class: string;
  children: ComponentChildren;
}): JSX.Element {
  return (
    <div class={`table-frame ${own}`} tabIndex={0} role="region" aria-label={label}>
      <table>
        <thead>
          <tr>
            {columns.map((column, place) => (
              <th key={column} scope="col" class={place < wordColumns ? "" : "number"}>
                {column}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>{children}</tbody>
      </table>
    </div>
  );
}
