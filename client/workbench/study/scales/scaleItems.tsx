import type { JSX } from "preact";
import { formatCoefficient } from "../../../../charts/format.ts";
import type { ScaleItem, ScaleStatistics } from "../../../../server/scales/scalesApi.ts";
import type { Codebook } from "../../../../surveys/codebook/codebook.ts";
import { EstimateCell } from "../../parts/estimateCell.tsx";
import { headProvenance } from "../../parts/result/headProvenance.ts";
import { intervalOf } from "../../parts/result/provenance.ts";
import { ResultFrame } from "../../parts/resultFrame.tsx";
import { TableFrame } from "../../parts/tableFrame.tsx";
import { useReader, useWords } from "../../reader.ts";
import { scaleTexts } from "./scaleTexts.ts";

/** Below this an item measures something else than the rest, as a help to reading. */
const weakBelow = 0.3;

/** How each item is answered, and goes with the others. */
export function ScaleItems({ statistics, codebook }: { statistics: ScaleStatistics; codebook: Codebook }): JSX.Element {
  const reader = useReader();
  const words = useWords(scaleTexts);
  const { items, reliability } = statistics;
  const columns = (["item", "itemMean", "itemRest", "ifDeleted", "loading"] as const).map((name) => words(name));
  return (
    <section class="card" id="scale-items">
      <ResultFrame
        name="scale-items"
        title={words("items")}
        table={{
          title: words("items"),
          columns,
          rows: items.map(({ label, mean, itemRest, alphaIfDeleted, loading }) => [
            reader.read(label),
            mean,
            itemRest,
            alphaIfDeleted,
            loading,
          ]),
        }}
        provenance={headProvenance(
          statistics,
          {
            statistic: words("items"),
            base: words("itemsNote"),
            answered: reliability.alpha.n,
            interval: intervalOf(items.map(({ mean }) => mean)),
            pages: ["methods/scales.md"],
          },
          { codebook, reader },
        )}
      >
        <div>
          <h2>{words("items")}</h2>
          <p class="soft base">{words("itemsNote")}</p>
        </div>
        <TableFrame label={words("items")} columns={columns} class="scale-table">
          {items.map((item) => (
            <ItemRow
              key={item.name}
              item={item}
              alpha={reliability.alpha.kind === "alpha" ? reliability.alpha.raw : null}
            />
          ))}
        </TableFrame>
      </ResultFrame>
    </section>
  );
}

function ItemRow({ item, alpha }: { item: ScaleItem; alpha: number | null }): JSX.Element {
  const { read, language } = useReader();
  const words = useWords(scaleTexts);
  const { label, mean, itemRest, alphaIfDeleted, loading } = item;
  const number = (value: number | null): string => (value === null ? "–" : formatCoefficient(value, language));
  const isWeak = itemRest !== null && itemRest < weakBelow;
  const isBetterWithout = alpha !== null && alphaIfDeleted !== null && alphaIfDeleted > alpha;
  return (
    <tr>
      <th scope="row">{read(label)}</th>
      <EstimateCell estimate={mean} />
      <td class="number">
        {number(itemRest)}
        {isWeak && <small class="around remark">{words("weakItem")}</small>}
      </td>
      <td class="number">
        {number(alphaIfDeleted)}
        {isBetterWithout && <small class="around remark">{words("betterWithout")}</small>}
      </td>
      <td class="number">{number(loading)}</td>
    </tr>
  );
}
