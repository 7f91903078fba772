import type { JSX } from "preact";
import { useMemo } from "preact/hooks";
import type { BarFigure } from "../../../../charts/figure.ts";
import { markOf, textOf } from "../../../../charts/mark.ts";
import type { AnalysisResult } from "../../../../server/analysis/analysisApi.ts";
import type { Estimate } from "../../../../stats/estimate.ts";
import { inLanguage } from "../../../../surveys/localised.ts";
import type { Codebook } from "../../../../surveys/codebook/codebook.ts";
import { EstimateCell } from "../../parts/estimateCell.tsx";
import { FigureView } from "../../parts/figureView.tsx";
import { headProvenance } from "../../parts/result/headProvenance.ts";
import { intervalOf, pagesOf, statisticInWords } from "../../parts/result/provenance.ts";
import type { Makeable } from "../../parts/result/makeFigure.tsx";
import { ResultFrame } from "../../parts/resultFrame.tsx";
import { TableFrame } from "../../parts/tableFrame.tsx";
import { useReader, useWords, type PageReader } from "../../reader.ts";
import type { Pairing } from "../../../../surveys/codebook/questionPairs.ts";
import { citableSpread } from "./citableRumours.ts";
import { requestsAClaim } from "./rumourChoice.ts";
import { rumourTexts } from "./rumourTexts.ts";

/** What was found of a claim, of everyone together. */
interface Claim {
  readonly label: string;
  readonly heard: Estimate;
  readonly believesOfAll: Estimate;
  readonly doubts: Estimate;
  readonly believesOfHeard: Estimate;
}

const shown = ["heard", "believesOfAll", "believesOfHeard"] as const;

/** Who heard each claim, and who believes it: of all, and of those who heard. */
export function RumourSpread({
  pairing,
  results,
  codebook,
}: {
  pairing: Pairing;
  results: readonly AnalysisResult[];
  codebook: Codebook;
}): JSX.Element | null {
  const reader = useReader();
  const words = useWords(rumourTexts);
  const { language } = reader;
  const claims = useMemo(() => claimsOf(pairing, results, reader), [results, pairing.name, language]);
  const figure = useMemo(() => figureOf(claims, reader), [claims]);
  const [first] = results;
  if (first === undefined) return null;
  const estimates = claims.map(({ heard }) => heard);
  const columns = [words("claim"), ...shown.map((name) => words(name))];
  return (
    <section class="card" id="rumours">
      <ResultFrame
        name="rumours"
        title={words("spread")}
        figures={[figure]}
        table={{
          title: words("spread"),
          columns,
          rows: claims.map((claim) => [claim.label, ...shown.map((name) => claim[name])]),
        }}
        makes={makeableOf(pairing, results)}
        cites={{ study: first.study, claims: citableSpread(results) }}
        provenance={headProvenance(
          first,
          {
            statistic: statisticInWords("share", reader),
            base: words("baseAll"),
            answered: null,
            interval: intervalOf(estimates),
            pages: pagesOf(estimates),
          },
          { codebook, reader },
        )}
      >
        <div>
          <h2>{words("spread")}</h2>
          <p class="soft base">{words("spreadNote")}</p>
        </div>
        <div class="rumour-body">
          <FigureView figure={figure} />
          <TableFrame label={words("spread")} columns={columns} class="rumour-table">
            {claims.map((claim, row) => (
              <tr key={claim.label}>
                <th scope="row">{claim.label}</th>
                {shown.map((name, column) => (
                  <EstimateCell key={name} estimate={claim[name]} at={[row, column + 1]} />
                ))}
              </tr>
            ))}
          </TableFrame>
        </div>
      </ResultFrame>
    </section>
  );
}

/** What a figure of it asks: of each claim who heard it, and who believes it among them. */
function makeableOf({ pairs }: Pairing, results: readonly AnalysisResult[]): Makeable | null {
  const [first] = results;
  if (first === undefined) return null;
  const { filter, weight, from, to } = first.request;
  const claims = pairs.flatMap(({ label }, place) => {
    const heard = results[place * requestsAClaim]?.request.indicator;
    const believed = results[(place + 1) * requestsAClaim - 1]?.request.indicator;
    if (heard === undefined || believed === undefined) return [];
    return [{ label: { "zh-CN": inLanguage(label, "zh-CN"), en: inLanguage(label, "en") }, heard, believed }];
  });
  const among = { ...(filter && { filter }), ...(weight && { weight }), ...(from && { from }), ...(to && { to }) };
  return { study: first.study, look: { kind: "rumours", ...among, claims } };
}

function claimsOf({ pairs }: Pairing, results: readonly AnalysisResult[], { read }: PageReader): Claim[] {
  return pairs.flatMap(({ label }, place) => {
    const [heard, believesOfAll, doubts, believesOfHeard] = results
      .slice(place * requestsAClaim, (place + 1) * requestsAClaim)
      .map(({ estimates }) => estimates[0]?.at(-1)?.[0]);
    if (heard === undefined || believesOfAll === undefined) return [];
    if (doubts === undefined || believesOfHeard === undefined) return [];
    return [{ label: read(label), heard, believesOfAll, doubts, believesOfHeard }];
  });
}

function figureOf(claims: readonly Claim[], { language }: PageReader): BarFigure {
  const of = 6;
  return {
    kind: "stack",
    title: rumourTexts.spread[language],
    unit: "share",
    n: Math.max(0, ...claims.map(({ heard }) => heard.n)),
    places: claims.map(({ label, heard }) => ({ label, text: textOf(heard, language) })),
    series: [
      {
        label: rumourTexts.believes[language],
        colour: { place: 4, of },
        marks: claims.map(({ believesOfAll }) => markOf(believesOfAll)),
      },
      {
        label: rumourTexts.doubts[language],
        colour: { place: 1, of },
        marks: claims.map(({ doubts }) => markOf(doubts)),
      },
    ],
  };
}
