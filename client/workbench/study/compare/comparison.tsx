import type { JSX } from "preact";
import type { Figure } from "../../../../charts/figure.ts";
import { differenceBars } from "../../../../charts/figures/differenceBars.ts";
import { formatCount } from "../../../../charts/format.ts";
import type { ComparedItem, ComparisonResult } from "../../../../server/analysis/comparisonApi.ts";
import type { Codebook } from "../../../../surveys/codebook/codebook.ts";
import { Notice } from "../../parts/notice.tsx";
import { conditionInWords } from "../../../../charts/conditionInWords.ts";
import { statisticInWords, type Provenance } from "../../parts/result/provenance.ts";
import { claimsOfComparison } from "../../parts/result/claimsOf.ts";
import { ResultFrame } from "../../parts/resultFrame.tsx";
import { useReader, useWords, type PageReader } from "../../reader.ts";
import type { AddressQuery } from "../../useAddressQuery.ts";
import { inOrder, isOfShares, isSure, significance } from "./comparedRows.ts";
import { compareTexts } from "./compareTexts.ts";
import { ComparisonTable } from "./comparisonTable.tsx";
import { labelOf } from "./comparisonWords.ts";
import { asNet, savedComparison } from "./savedComparison.ts";
import { slopeOf } from "./slopeOf.ts";
import type { Compared } from "./wantedComparison.ts";

/** How many lines are shown at first. */
const firstLines = 20;

/** What was found: how many differences are sure, and shares and means a table each. */
export function Comparison({
  result,
  codebook,
  wanted,
  change,
}: {
  result: ComparisonResult;
  codebook: Codebook;
  wanted: Compared;
  change: AddressQuery["change"];
}): JSX.Element {
  const reader = useReader();
  const words = useWords(compareTexts);
  const { language } = reader;
  const { request, responses } = result;
  const groups = {
    a: conditionInWords(request.first, codebook, reader),
    b: conditionInWords(request.second, codebook, reader),
  };
  const against = `${groups.a} ${words("against")} ${groups.b}`;
  const ordered = inOrder(result.items, wanted.order);
  const kept = wanted.isOnlySure ? ordered.filter(isSure) : ordered;
  const count = (number: number): string => formatCount(number, language);
  const picture = { title: `${against}: A − B, ${words("differenceIn")}`, n: responses };
  return (
    <>
      <section class="compare-summary">
        <h2>{against}</h2>
        <p class="soft">
          A {count(responses.first)} · B {count(responses.second)} {words("responses")}
        </p>
        <p>{foundInWords(result, words, count)}</p>
        <p class="soft">{words("notCause")}</p>
      </section>
      {kept.length === 0 && (
        <Notice title={words("nothingSure")}>
          <p>{words("nothingSureNote")}</p>
        </Notice>
      )}
      {(["share", "mean"] as const).map((unit) => {
        const items = kept.filter((item) => isOfShares(item) === (unit === "share"));
        const shown = wanted.isAll ? items : items.slice(0, firstLines);
        const title = words(unit === "share" ? "shares" : "means");
        if (items.length === 0) return null;
        return (
          <section key={unit} class="card" id={`compare-${unit}`}>
            <h3>{title}</h3>
            <ResultFrame
              name={`compare-${unit}`}
              title={title}
              figures={unit === "share" ? [differencesOf(shown, picture, reader)] : []}
              table={savedComparison(items, { title, groups }, reader)}
              provenance={provenanceOf(result, { items, codebook, unit }, reader)}
              cites={{ study: result.study, claims: claimsOfComparison(result, shown) }}
            >
              <ComparisonTable
                title={title}
                items={shown}
                unit={unit}
                groups={groups}
                isAdjusted={request.adjustment !== "none"}
                slopeOf={(item) => slopeOf(item, result)}
              />
              <ul class="compare-notes">
                <li>{words(unit === "share" ? "sharesNote" : "meansNote")}</li>
                <li>{words("intervalsNote")}</li>
              </ul>
              {shown.length < items.length && (
                <button
                  type="button"
                  class="more"
                  onClick={() => {
                    change({ all: ["1"] });
                  }}
                >
                  {words("showAll").replace("{count}", count(items.length))}
                </button>
              )}
            </ResultFrame>
          </section>
        );
      })}
    </>
  );
}

/** What a picture of the table shows. */
function differencesOf(
  items: readonly ComparedItem[],
  { title, n }: { title: string; n: ComparisonResult["responses"] },
  reader: PageReader,
): Figure {
  const differences = items.map((item) => {
    const { answer, part, title: question } = labelOf(item, reader.read);
    return { label: [answer, part === "" ? question : part].join(" – "), estimate: asNet(item) };
  });
  return differenceBars(differences, { title, n: n.first + n.second }, reader);
}

function foundInWords(
  { items, tests, request }: ComparisonResult,
  words: (name: keyof typeof compareTexts) => string,
  count: (number: number) => string,
): string {
  const { adjustment } = request;
  return words(adjustment === "none" ? "foundPlain" : "found")
    .replace("{tests}", count(tests))
    .replace("{found}", count(items.filter(isSure).length))
    .replace("{chance}", count(Math.round(tests * significance)))
    .replace("{adjustment}", words(adjustment));
}

function provenanceOf(
  { request, responses, weight, screening, problems, asOf }: ComparisonResult,
  { items, codebook, unit }: { items: readonly ComparedItem[]; codebook: Codebook; unit: "share" | "mean" },
  reader: PageReader,
): Provenance {
  const interval = items.flatMap(({ difference }) =>
    difference.kind === "difference" && difference.estimate.interval !== null ? [difference.estimate.interval] : [],
  )[0];
  return {
    statistic: `${statisticInWords("difference", reader)} A − B: ${statisticInWords(unit, reader)}`,
    base: compareTexts[unit === "share" ? "sharesNote" : "meansNote"][reader.language],
    responses: responses.first + responses.second,
    answered: null,
    interval: interval ?? null,
    weight,
    screening,
    problems,
    filter: request.filter === undefined ? "" : conditionInWords(request.filter, codebook, reader),
    period: { from: request.from ?? null, to: request.to ?? null },
    asOf,
    pages: ["methods/estimates-and-errors.md", "methods/multiplicity.md", "analysis.md", "weighting.md"],
  };
}
