import type { JSX } from "preact";
import { useEffect, useMemo } from "preact/hooks";
import type { DotFigure } from "../../../../charts/figure.ts";
import { formatDifference } from "../../../../charts/format.ts";
import { judge } from "../../../../charts/judgement.ts";
import { markOf } from "../../../../charts/mark.ts";
import type { AnalysisResult } from "../../../../server/analysis/analysisApi.ts";
import type { Indicator, IndicatorList } from "../../../../server/indicators/indicatorsApi.ts";
import type { SchemeList } from "../../../../server/weighting/weightingApi.ts";
import type { Estimate } from "../../../../stats/estimate.ts";
import type { Codebook } from "../../../../surveys/codebook/codebook.ts";
import { Answered } from "../../parts/answered.tsx";
import { FigureView } from "../../parts/figureView.tsx";
import { intervalOf, pagesOf, provenanceOf } from "../../parts/result/provenance.ts";
import { ResultTableView } from "../../parts/result/resultTableView.tsx";
import { ResultFrame } from "../../parts/resultFrame.tsx";
import { useReader, useWords, type PageReader } from "../../reader.ts";
import { useAnalyses, type WantedAnalysis } from "../../useAnalysis.ts";
import { useAnswer } from "../../useAnswer.ts";
import { qualityTexts } from "./qualityTexts.ts";

/** An indicator as it is after exclusion, and as it would be without. */
interface Compared {
  readonly title: string;
  readonly applied: Estimate;
  readonly everyone: Estimate;
}

/** What exclusion does to the study's headline numbers. */
export function Headlines({
  study,
  codebook,
  screening,
}: {
  study: string;
  codebook: Codebook;
  /** The numbers are asked for anew when it changes. */
  screening: number;
}): JSX.Element {
  const words = useWords(qualityTexts);
  const list = useAnswer<IndicatorList>(`/api/studies/${study}/indicators`);
  return (
    <section class="card" id="quality-headlines">
      <h2>{words("headlines")}</h2>
      <Answered reading={list}>
        {({ indicators }) =>
          indicators.length === 0 ? (
            <p class="soft base">{words("noIndicators")}</p>
          ) : (
            <Comparison study={study} codebook={codebook} screening={screening} indicators={indicators} />
          )
        }
      </Answered>
    </section>
  );
}

function Comparison({
  study,
  codebook,
  screening,
  indicators,
}: {
  study: string;
  codebook: Codebook;
  screening: number;
  indicators: readonly Indicator[];
}): JSX.Element {
  const reader = useReader();
  const words = useWords(qualityTexts);
  const { answer: weighting } = useAnswer<SchemeList>(`/api/studies/${study}/weighting`);
  // The usual scheme's weights were made without the excluded, and cannot count them.
  const isScheme = typeof weighting?.usual?.scheme === "string";
  const reading = useAnalyses(
    study,
    weighting === null ? null : indicators.flatMap((each) => requestsFor(each, isScheme ? { weight: "none" } : {})),
  );
  const { again } = reading;
  useEffect(again, [screening]);
  return (
    <Answered reading={reading}>
      {(results) => {
        const compared = indicators.map((indicator, place) => comparedIn(indicator, place, { results, reader }));
        const [first] = results;
        if (first === undefined) return null;
        const estimates = compared.flatMap(({ applied, everyone }) => [applied, everyone]);
        const table = {
          title: words("headlines"),
          columns: (["indicator", "with", "without", "shift"] as const).map((name) => words(name)),
          rows: compared.map(({ title, applied, everyone }) => [
            title,
            applied,
            everyone,
            shiftOf({ applied, everyone }, reader),
          ]),
        };
        const figure = figureOf(compared, { title: words("headlines"), words, n: first.responses });
        return (
          <ResultFrame
            name="quality-headlines"
            title={words("headlines")}
            figures={[figure]}
            table={table}
            provenance={{
              ...provenanceOf(first, codebook, reader),
              answered: null,
              interval: intervalOf(estimates),
              filter: "",
              pages: ["quality.md", "methods/screening.md", ...pagesOf(estimates)],
            }}
          >
            <p class="soft base">{words("headlinesNote")}</p>
            <div class="quality-headlines">
              <FigureOnce figure={figure} />
              <ResultTableView table={table} />
            </div>
          </ResultFrame>
        );
      }}
    </Answered>
  );
}

function FigureOnce({ figure }: { figure: DotFigure }): JSX.Element {
  const same = useMemo(() => figure, [JSON.stringify(figure)]);
  return <FigureView figure={same} />;
}

function requestsFor({ of, among }: Indicator, by: Pick<WantedAnalysis, "weight">): WantedAnalysis[] {
  const asked = { ...by, indicator: of, ...(among !== null && { filter: among }) };
  return [
    { ...asked, exclusions: "applied" },
    { ...asked, exclusions: "none" },
  ];
}

const nothing: Estimate = { kind: "not-estimable", reason: "no-data", n: 0 };

function comparedIn(
  { title }: Indicator,
  place: number,
  { results, reader }: { results: readonly AnalysisResult[]; reader: PageReader },
): Compared {
  const estimateOf = (request: number): Estimate => results[2 * place + request]?.estimates[0]?.[0]?.[0] ?? nothing;
  return { title: title[reader.language], applied: estimateOf(0), everyone: estimateOf(1) };
}

function shiftOf({ applied, everyone }: Omit<Compared, "title">, { language }: PageReader): string {
  const [first, second] = [judge(applied), judge(everyone)];
  if (first.kind === "not-shown" || second.kind === "not-shown") return "–";
  return formatDifference(first.estimate.value - second.estimate.value, "share", { language, plus: "+" });
}

function figureOf(
  compared: readonly Compared[],
  { title, words, n }: { title: string; words: (name: "with" | "without") => string; n: number },
): DotFigure {
  return {
    kind: "dots",
    title,
    unit: "share",
    n,
    places: compared.map((each) => ({ label: each.title })),
    series: [
      { label: words("with"), marks: compared.map(({ applied }) => markOf(applied)) },
      { label: words("without"), marks: compared.map(({ everyone }) => markOf(everyone)) },
    ],
    reference: null,
  };
}
