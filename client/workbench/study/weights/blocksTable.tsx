import type { JSX } from "preact";
import { formatCount, formatMean, formatShortDay } from "../../../../charts/format.ts";
import type { WeightingRemark, WeightingReport } from "../../../../server/weighting/weightingApi.ts";
import type { Language } from "../../../../surveys/language.ts";
import { useReader, useWords } from "../../reader.ts";
import type { LabelOf } from "./categoryLabels.ts";
import { weightsTexts } from "./weightsTexts.ts";

type Block = WeightingReport["blocks"][number];

/** The blocks of a report: how each was weighted, and what there is to know of it. */
export function BlocksTable({ blocks, labelOf }: { blocks: readonly Block[]; labelOf: LabelOf }): JSX.Element {
  const words = useWords(weightsTexts);
  const numbers = ["effectShort", "effectiveShort", "range", "trimmed"] as const;
  return (
    <div class="table-frame weights-blocks" tabIndex={0} role="region" aria-label={words("blocks")}>
      <table>
        <thead>
          <tr>
            <th scope="col">{words("block")}</th>
            <th scope="col">{words("state")}</th>
            <th scope="col" class="number">
              n
            </th>
            {numbers.map((column) => (
              <th key={column} scope="col" class="number">
                {words(column)}
              </th>
            ))}
            <th scope="col">{words("remarks")}</th>
          </tr>
        </thead>
        <tbody>
          {blocks.map((block) => (
            <BlockRow key={block.block} block={block} labelOf={labelOf} />
          ))}
        </tbody>
      </table>
    </div>
  );
}

function BlockRow({ block, labelOf }: { block: Block; labelOf: LabelOf }): JSX.Element {
  const { language } = useReader();
  const { weights, responses, trimmed, notMet, adjustments, warnings } = block;
  const remarks = [...notMet, ...warnings, ...adjustments];
  return (
    <tr>
      <th scope="row">{blockInWords(block, language)}</th>
      <td class={weights === null ? "fault" : "soft"}>{blockState(block, language)}</td>
      <td class="number">{formatCount(responses, language)}</td>
      <td class="number">{weights === null ? "–" : formatMean(weights.designEffect, language)}</td>
      <td class="number">{weights === null ? "–" : formatCount(weights.effectiveSampleSize, language)}</td>
      <td class="number">{weights === null ? "–" : rangeInWords(weights, language)}</td>
      <td class="number">{weights === null ? "–" : formatCount(trimmed, language)}</td>
      <td class="weights-remarks">
        {remarks.length === 0 ? (
          <span class="soft">–</span>
        ) : (
          <details open={notMet.length > 0}>
            <summary>{remarks.length}</summary>
            <Remarks remarks={remarks} labelOf={labelOf} />
          </details>
        )}
      </td>
    </tr>
  );
}

/** Remarks, each with the margin and category it is of. */
export function Remarks({ remarks, labelOf }: { remarks: readonly WeightingRemark[]; labelOf: LabelOf }): JSX.Element {
  const { language } = useReader();
  return (
    <ul>
      {remarks.map(({ code, margin, category, message }, place) => (
        <li key={`${code} ${place}`}>
          {margin !== null && (
            <b>
              {margin}
              {category !== null && ` / ${labelOf(margin, category)}`}:{" "}
            </b>
          )}
          {message[language]}
        </li>
      ))}
    </ul>
  );
}

/** A block by its days. */
export function blockInWords({ days }: Pick<Block, "days">, language: Language): string {
  const [first, last] = [days?.[0], days?.at(-1)];
  if (first === undefined || last === undefined) return weightsTexts.wholePeriod[language];
  return first === last
    ? formatShortDay(first, language)
    : `${formatShortDay(first, language)} – ${formatShortDay(last, language)}`;
}

/** Whether a block's weights may still change. */
export function blockState({ weights, frozenIn, isClosed }: Block, language: Language): string {
  if (weights === null) return weightsTexts.noWeights[language];
  if (frozenIn !== null) return `${weightsTexts.frozenIn[language]} ${frozenIn}`;
  return weightsTexts[isClosed ? "willFreeze" : "open"][language];
}

/** The smallest and the largest weight; their mean is 1. */
export function rangeInWords({ smallest, largest }: { smallest: number; largest: number }, language: Language): string {
  return `${formatMean(smallest, language)}–${formatMean(largest, language)}`;
}
