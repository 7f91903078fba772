import type { JSX } from "preact";
import { useMemo } from "preact/hooks";
import { followedLines } from "../../../../charts/figures/followedLines.ts";
import { followedIn, type Followed } from "../../../../charts/followed.ts";
import { judge } from "../../../../charts/judgement.ts";
import type { LineFigure } from "../../../../charts/figure.ts";
import type { AnalysisResult } from "../../../../server/analysis/analysisApi.ts";
import type { StudyEvent } from "../../../../server/events/eventsApi.ts";
import type { Codebook } from "../../../../surveys/codebook/codebook.ts";
import { FigureView } from "../../parts/figureView.tsx";
import { Notice } from "../../parts/notice.tsx";
import { CitedTable } from "../../parts/result/citedTable.tsx";
import { claimsOfSeries } from "../../parts/result/claimsOf.ts";
import { provenanceOf } from "../../parts/result/provenance.ts";
import { ResultFrame } from "../../parts/resultFrame.tsx";
import { useReader, useWords } from "../../reader.ts";
import { titleOf, type Following } from "./following.ts";
import { MovementTable } from "./movementTable.tsx";
import { notedIn } from "../../../../charts/noted.ts";
import { SeriesTable, seriesTable } from "./seriesTable.tsx";
import { trendsTexts } from "./trendsTexts.ts";

/** More lines cannot be told apart. */
const mostLines = 8;

/** What came of the request: the lines, how they moved, and the numbers they are drawn from. */
export function SeriesCards({
  result,
  following,
  codebook,
  events,
}: {
  result: AnalysisResult;
  following: Following;
  codebook: Codebook;
  events: readonly StudyEvent[];
}): JSX.Element {
  const reader = useReader();
  const { language } = reader;
  const words = useWords(trendsTexts);
  const followed = useMemo(() => followedIn(result, reader), [result, language]);
  const title = titleOf(following, reader);
  const figure = useMemo(
    () =>
      followedLines(result, {
        title,
        followed: mostAnswered(followed),
        noted: notedIn(result, events, reader).filter(({ isOnFigure }) => isOnFigure),
        language,
      }),
    [result, events, followed, title],
  );
  if (result.windows.length === 0)
    return (
      <Notice title={words("noWindow")}>
        <p>{words("noWindowNote")}</p>
      </Notice>
    );
  const table = seriesTable(result, { title, followed, language });
  return (
    <>
      <section class="card" aria-labelledby="trends-title">
        <h2 id="trends-title">{title}</h2>
        <ResultFrame
          name="trends-series"
          title={title}
          figures={[figure]}
          table={table}
          provenance={provenanceOf(result, codebook, reader)}
          makes={{ study: result.study, look: { kind: "trend", request: result.request } }}
        >
          <FigureOrWhy figure={figure} isCut={result.breaks.length > 0} isPartial={followed.length > mostLines} />
        </ResultFrame>
      </section>
      <MovementTable followed={followed} unit={figure.unit} title={title} />
      <section class="card">
        <details>
          <summary>
            <h2>{words("table")}</h2>
          </summary>
          <CitedTable cites={{ study: result.study, claims: claimsOfSeries(result) }}>
            <SeriesTable table={table} />
          </CitedTable>
        </details>
      </section>
    </>
  );
}

function FigureOrWhy({
  figure,
  isCut,
  isPartial,
}: {
  figure: LineFigure;
  isCut: boolean;
  isPartial: boolean;
}): JSX.Element {
  const words = useWords(trendsTexts);
  const points = figure.series.flatMap((line) => line.points);
  if (points.every((point) => point === null))
    return (
      <Notice title={words("noPoints")}>
        <p>{words("noPointsNote")}</p>
      </Notice>
    );
  const notes = [
    words("band"),
    ...(figure.fromZero ? [] : [words("notFromZero")]),
    ...(points.some((point) => point === null) ? [words("gaps")] : []),
    ...(isCut ? [words("cut")] : []),
    ...(isPartial ? [words("mostLines")] : []),
  ];
  return (
    <>
      <FigureView figure={figure} />
      <p class="soft base">{notes.join(" · ")}</p>
    </>
  );
}

/** Of many lines those with most points to show, and of the same ones those with most answers; in their own order. */
function mostAnswered(followed: readonly Followed[]): readonly Followed[] {
  const sums = followed.map((line) => ({
    line,
    points: line.estimates.filter((estimate) => judge(estimate).kind === "shown").length,
    answers: line.estimates.reduce((sum, each) => sum + (each.kind === "estimate" ? each.n * each.value : 0), 0),
  }));
  sums.sort((one, other) => other.points - one.points || other.answers - one.answers);
  const kept = new Set(sums.slice(0, mostLines).map(({ line }) => line));
  return followed.filter((line) => kept.has(line));
}
