import type { JSX } from "preact";
import { useState } from "preact/hooks";
import { formatCount, formatUncertainty } from "../../../../charts/format.ts";
import { judge } from "../../../../charts/judgement.ts";
import { textOf, unitOf } from "../../../../charts/mark.ts";
import { useReader, useWords } from "../../reader.ts";
import { Caution } from "../../parts/result/caution.tsx";
import { useCitedNumber } from "../../parts/result/citedNumber.tsx";
import { claimsTexts } from "../claims/claimsTexts.ts";
import { groundsOf, type CellGround } from "./cellShading.ts";
import { isSmall, type Crosstab, type CrosstabBlock } from "./crosstab.ts";
import type { RowKind } from "./crosstabChoices.ts";
import { crosstabsTexts } from "./crosstabsTexts.ts";
import { readingOf, type PlacedCell } from "./readingOf.ts";
import type { WantedCrosstab } from "./wantedCrosstab.ts";

/** Where a cell stands. */
interface CellPlace {
  readonly block: number;
  readonly row: number;
  readonly column: number;
}

/** A crosstab with one of its cells read out as a sentence: the one last pressed, at first the first that is shown. */
export function CrosstabTable({
  table,
  kind,
  among,
  wanted,
  study,
}: {
  study: string;
  table: Crosstab;
  kind: RowKind;
  /** Who is looked at at all, in the reader's words; empty for everyone. */
  among: string;
  wanted: WantedCrosstab;
}): JSX.Element {
  const reader = useReader();
  const words = useWords(crosstabsTexts);
  const citing = useWords(claimsTexts);
  const { isSending, cite, panel } = useCitedNumber(study);
  const [pressed, setPressed] = useState<CellPlace | null>(null);
  const { read } = reader;
  const sentence = (cell: PlacedCell): string => readingOf(cell, { kind, among }, reader);
  const example = (pressed === null ? null : placedIn(table, pressed)) ?? firstShown(table);
  const caption = `${read(table.title)} × ${read(table.breakdown)}${among === "" ? "" : ` (${among})`}`;
  const groundOf = groundsOf(table, wanted.shading);
  return (
    <>
      {example !== null && (
        <>
          <p class="crosstab-reading" aria-live="polite">
            <span class="soft">{words("readAs")}</span>
            {sentence(example)}
          </p>
          <div class="result-tools">
            <button
              type="button"
              class="quiet"
              disabled={isSending}
              onClick={() => {
                cite(example.cell.claim);
              }}
            >
              {citing("citeThis")}
            </button>
          </div>
          {panel}
        </>
      )}
      <div class="table-frame crosstab-frame" tabIndex={0} role="region" aria-label={caption}>
        <table class="crosstab">
          <caption class="hidden">{caption}</caption>
          <Head table={table} />
          {table.blocks.map((block, blockPlace) => (
            <tbody key={blockPlace}>
              <Sizes block={block} />
              {block.rows.map((row, rowPlace) => (
                <tr key={rowPlace}>
                  <th scope="row">{read(row.label)}</th>
                  {table.columns.map((_, column) => {
                    const place = { block: blockPlace, row: rowPlace, column };
                    const cell = placedIn(table, place);
                    return cell === null ? (
                      <td key={column} />
                    ) : (
                      <Cell
                        key={column}
                        cell={cell}
                        reading={sentence(cell)}
                        ground={groundOf(row, cell.cell)}
                        hasInterval={wanted.hasIntervals}
                        isSmall={isSmallIn(block, column)}
                        onPress={() => {
                          setPressed(place);
                        }}
                      />
                    );
                  })}
                </tr>
              ))}
            </tbody>
          ))}
        </table>
      </div>
    </>
  );
}

function Head({ table: { breakdown, columns } }: { table: Crosstab }): JSX.Element {
  const { read } = useReader();
  return (
    <thead>
      <tr>
        <td class="soft">{read(breakdown)}</td>
        {columns.map(({ label, letter }, place) => (
          <th key={place} scope="col" class={letter === null ? "number total" : "number"}>
            {letter !== null && <span class="crosstab-letter">{letter}</span>} {read(label)}
          </th>
        ))}
      </tr>
    </thead>
  );
}

/** How many answered in each column, above the rows it is the base of. */
function Sizes({ block }: { block: CrosstabBlock }): JSX.Element {
  const { read, language } = useReader();
  const words = useWords(crosstabsTexts);
  return (
    <tr class={block.label === null ? "crosstab-sizes" : "crosstab-sizes labelled"}>
      <th scope="row">{block.label === null ? "n" : `${read(block.label)} · n`}</th>
      {block.sizes.map((size, column) => {
        const { fewest, most } = size;
        const counts = [...new Set([fewest, most])].map((count) => formatCount(count, language)).join("–");
        return (
          <td key={column} class={cellClass(column === block.sizes.length - 1, isSmall(size))}>
            {counts}
            {isSmall(size) && <span class="crosstab-few">{words("few")}</span>}
          </td>
        );
      })}
    </tr>
  );
}

function Cell({
  cell: placed,
  reading,
  ground,
  hasInterval,
  isSmall: isFew,
  onPress,
}: {
  cell: PlacedCell;
  reading: string;
  ground: CellGround | null;
  hasInterval: boolean;
  isSmall: boolean;
  onPress: () => void;
}): JSX.Element {
  const { language } = useReader();
  const { estimate, letters } = placed.cell;
  const judgement = judge(estimate);
  const isShown = judgement.kind === "shown";
  return (
    <td
      class={`${cellClass(placed.column.letter === null, isFew)}${ground === null ? "" : ` shaded ${ground.side}`}`}
      {...(ground !== null && { style: { "--crosstab-depth": `${Math.round(ground.depth * 100)}%` } })}
    >
      {letters.length > 0 && (
        <span class="crosstab-letters" aria-hidden="true">
          {letters.join(" ")}
        </span>
      )}
      <button type="button" class="crosstab-number" aria-label={reading} onClick={onPress}>
        {isShown ? textOf(estimate, language) : "–"}
      </button>
      {isShown && judgement.needsCaution && <Caution />}
      {hasInterval && isShown && (
        <small class="crosstab-interval">
          {formatUncertainty(judgement.estimate, unitOf(judgement.estimate), { language, n: estimate.n })}
        </small>
      )}
    </td>
  );
}

function cellClass(isTotal: boolean, isFew: boolean): string {
  return `number${isTotal ? " total" : ""}${isFew ? " few" : ""}`;
}

function isSmallIn({ sizes }: CrosstabBlock, column: number): boolean {
  const size = sizes[column];
  return size !== undefined && isSmall(size);
}

function placedIn(table: Crosstab, place: CellPlace): PlacedCell | null {
  const block = table.blocks[place.block];
  const row = block?.rows[place.row];
  const column = table.columns[place.column];
  const cell = row?.cells[place.column];
  if (block === undefined || row === undefined || column === undefined || cell === undefined) return null;
  return { table, block, row, column, cell };
}

function firstShown(table: Crosstab): PlacedCell | null {
  const [block] = table.blocks;
  for (const row of block?.rows.keys() ?? [])
    for (const column of table.columns.keys()) {
      const found = placedIn(table, { block: 0, row, column });
      if (found !== null && judge(found.cell.estimate).kind === "shown") return found;
    }
  return null;
}
