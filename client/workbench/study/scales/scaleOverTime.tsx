import type { JSX } from "preact";
import { useMemo, useRef } from "preact/hooks";
import type { DotFigure } from "../../../../charts/figure.ts";
import { formatCoefficient, formatCount, formatShortDay } from "../../../../charts/format.ts";
import type { ResultCell } from "../../../../charts/resultTable.ts";
import type { AnalysisResult } from "../../../../server/analysis/analysisApi.ts";
import type { Reliability, ScaleStatistics } from "../../../../server/scales/scalesApi.ts";
import type { Estimate } from "../../../../stats/estimate.ts";
import type { Codebook, CodebookScore } from "../../../../surveys/codebook/codebook.ts";
import { instruments } from "../../../../surveys/instruments/registry.ts";
import type { Language } from "../../../../surveys/language.ts";
import { Answered } from "../../parts/answered.tsx";
import { EstimateCell } from "../../parts/estimateCell.tsx";
import { FigureView } from "../../parts/figureView.tsx";
import { headProvenance } from "../../parts/result/headProvenance.ts";
import { ResultFrame } from "../../parts/resultFrame.tsx";
import { useReader, useWords } from "../../reader.ts";
import { useAnalyses, type WantedAnalysis } from "../../useAnalysis.ts";
import { useDue } from "../../useDue.ts";
import { usePosted } from "../../usePosted.ts";
import { coefficientsBetween } from "./coefficientsBetween.ts";
import { faultWords, scaleTexts } from "./scaleTexts.ts";

/** More places under each other are a wall; the table has them all. */
const mostDots = 16;

/** Mean, share screening positive and reliability of each period: asked for once they come near the window. */
export function ScaleOverTime({
  study,
  score,
  through,
  codebook,
}: {
  study: string;
  score: CodebookScore;
  /** The lens, and of which length a period is. */
  through: WantedAnalysis;
  codebook: Codebook;
}): JSX.Element {
  const place = useRef<HTMLElement>(null);
  const isDue = useDue(place, JSON.stringify([score.name, through]), { marginPx: 100 });
  const reading = usePosted<ScaleStatistics>(`/api/studies/${study}/scales/${score.name}`, isDue ? through : null);
  const series = useAnalyses(study, isDue ? seriesOf(score, through) : null);
  return (
    <section ref={place} class="card" id="scale-over-time">
      {isDue && (
        <Answered reading={reading} beside={["from", "to"]}>
          {(statistics) => <Periods statistics={statistics} series={series.answer} codebook={codebook} />}
        </Answered>
      )}
    </section>
  );
}

/** The mean score over time, and the share that screens positive where the scale has a cut-off. */
function seriesOf({ name, instrument: id }: CodebookScore, through: WantedAnalysis): WantedAnalysis[] {
  const mean: WantedAnalysis = { ...through, question: name, statistic: "mean" };
  const instrument = instruments[id];
  if (instrument === undefined || instrument.cutOff === null) return [mean];
  const { cutOff, direction, range } = instrument;
  const [from, to] = direction === "higher-is-worse" ? [cutOff, range[1]] : [range[0], cutOff];
  return [mean, { ...through, indicator: { kind: "number", variable: name, from, to } }];
}

function Periods({
  statistics,
  series,
  codebook,
}: {
  statistics: ScaleStatistics;
  series: readonly AnalysisResult[] | null;
  codebook: Codebook;
}): JSX.Element {
  const reader = useReader();
  const words = useWords(scaleTexts);
  const { language } = reader;
  const { windows, score, reliability } = statistics;
  const figure = useMemo(() => alphaFigure(statistics, language), [statistics, language]);
  const [mean, positive] = series ?? [];
  const rows = windows.map((window, place): readonly ResultCell[] => [
    spanOf(window, language),
    estimateOf(mean, place) ?? null,
    ...(score.screenPositive === null ? [] : [estimateOf(positive, place) ?? null]),
    ...alphaCells(window.alpha),
    window.omega.kind === "omega" ? window.omega.raw : null,
    window.alpha.n,
  ]);
  const isDrawn = windows.length <= mostDots;
  return (
    <ResultFrame
      name="scale-over-time"
      title={words("overTime")}
      figures={isDrawn ? [figure] : []}
      table={{
        title: words("overTime"),
        columns: [
          words("period"),
          words("mean"),
          ...(score.screenPositive === null ? [] : [words("positive")]),
          words("alpha"),
          `${words("alpha")} ${words("lower")}`,
          `${words("alpha")} ${words("upper")}`,
          words("omega"),
          "n",
        ],
        rows,
      }}
      provenance={headProvenance(
        statistics,
        {
          statistic: words("statisticAlpha"),
          base: words("baseItems"),
          answered: reliability.alpha.n,
          interval: { method: "feldt", level: 0.95 },
          pages: ["methods/scales.md", "methods/estimates-and-errors.md", "weighting.md"],
        },
        { codebook, reader },
      )}
    >
      <div>
        <h2>{words("overTime")}</h2>
        <p class="soft base">{words("overTimeNote")}</p>
      </div>
      <div class={isDrawn ? "scale-time" : ""}>
        {isDrawn && (
          <div>
            <h3>{figure.title}</h3>
            <FigureView figure={figure} />
          </div>
        )}
        <PeriodTable statistics={statistics} mean={mean} positive={positive} />
      </div>
    </ResultFrame>
  );
}

function PeriodTable({
  statistics: { windows, score },
  mean,
  positive,
}: {
  statistics: ScaleStatistics;
  mean: AnalysisResult | undefined;
  positive: AnalysisResult | undefined;
}): JSX.Element {
  const { language } = useReader();
  const words = useWords(scaleTexts);
  return (
    <div class="table-frame scale-table" tabIndex={0} role="region" aria-label={words("overTime")}>
      <table>
        <thead>
          <tr>
            <th scope="col">{words("period")}</th>
            <th scope="col" class="number">
              {words("mean")}
            </th>
            {score.screenPositive !== null && (
              <th scope="col" class="number">
                {words("positive")}
              </th>
            )}
            <th scope="col" class="number">
              {words("alpha")}
            </th>
            <th scope="col" class="number">
              {words("omega")}
            </th>
          </tr>
        </thead>
        <tbody>
          {windows.map((window, place) => (
            <tr key={window.from}>
              <th scope="row">{spanOf(window, language)}</th>
              <EstimateCell estimate={estimateOf(mean, place)} />
              {score.screenPositive !== null && <EstimateCell estimate={estimateOf(positive, place)} />}
              <AlphaCell alpha={window.alpha} />
              <OmegaCell omega={window.omega} />
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function estimateOf(result: AnalysisResult | undefined, place: number): Estimate | undefined {
  return result?.estimates[0]?.[0]?.[place];
}

function spanOf({ from, to }: { from: string; to: string }, language: Language): string {
  return from === to
    ? formatShortDay(from, language)
    : `${formatShortDay(from, language)} – ${formatShortDay(to, language)}`;
}

/** Fewer who answered every item say nothing that holds. */
const fewestPeople = 30;

function alphaFigure({ windows, reliability }: ScaleStatistics, language: Language): DotFigure {
  return {
    kind: "dots",
    title: scaleTexts.alphaOf[language],
    unit: "mean",
    n: reliability.alpha.n,
    reference: null,
    places: windows.map((window) => ({ label: spanOf(window, language) })),
    series: [
      {
        label: scaleTexts.alpha[language],
        marks: windows.map(({ alpha }) =>
          alpha.kind === "alpha" && alpha.n >= fewestPeople
            ? { value: alpha.raw, interval: alpha.interval, whyNoInterval: alpha.whyNoInterval }
            : null,
        ),
      },
    ],
  };
}

function alphaCells(alpha: Reliability["alpha"]): readonly (number | null)[] {
  return alpha.kind === "alpha" && alpha.n >= fewestPeople
    ? [alpha.raw, alpha.interval?.lower ?? null, alpha.interval?.upper ?? null]
    : [null, null, null];
}

function AlphaCell({ alpha }: { alpha: Reliability["alpha"] }): JSX.Element {
  const { language } = useReader();
  const words = useWords(scaleTexts);
  const n = `n ${formatCount(alpha.n, language)}`;
  if (alpha.kind === "not-estimable" || alpha.n < fewestPeople)
    return (
      <td class="number soft">
        {faultWords[alpha.kind === "not-estimable" ? alpha.reason : "n-too-small"][language]}
        <small class="around">{n}</small>
      </td>
    );
  return (
    <td class="number">
      {formatCoefficient(alpha.raw, language)}
      <small class="around soft">
        {alpha.interval === null ? words("noInterval") : coefficientsBetween(alpha.interval, language)}
      </small>
      <small class="around soft">{n}</small>
    </td>
  );
}

function OmegaCell({ omega }: { omega: Reliability["omega"] }): JSX.Element {
  const { language } = useReader();
  if (omega.kind === "not-estimable" || omega.n < fewestPeople)
    return (
      <td class="number soft">{faultWords[omega.kind === "not-estimable" ? omega.reason : "n-too-small"][language]}</td>
    );
  return (
    <td class="number">
      {formatCoefficient(omega.raw, language)}
      <small class="around soft">n {formatCount(omega.n, language)}</small>
    </td>
  );
}
