import type { JSX } from "preact";
import type { Figure } from "../../../../charts/figure.ts";
import { groupedBars } from "../../../../charts/figures/groupedBars.ts";
import type { Codebook } from "../../../../surveys/codebook/codebook.ts";
import { Answered } from "../../parts/answered.tsx";
import { Notice } from "../../parts/notice.tsx";
import { conditionInWords } from "../../../../charts/conditionInWords.ts";
import { provenanceOf } from "../../parts/result/provenance.ts";
import { ResultFrame } from "../../parts/resultFrame.tsx";
import { useReader, useWords, type PageReader } from "../../reader.ts";
import { useAgainWhen } from "../../useAgainWhen.ts";
import { useAnalyses, type WantedAnalysis } from "../../useAnalysis.ts";
import type { AnalysisResult } from "../../../../server/analysis/analysisApi.ts";
import { Associations } from "./associations.tsx";
import { crosstabOf, isSmall, type Crosstab } from "./crosstab.ts";
import { isRating, rowKindOf, type RowKind } from "./crosstabChoices.ts";
import { CrosstabTable } from "./crosstabTable.tsx";
import { crosstabsTexts } from "./crosstabsTexts.ts";
import { savedTable } from "./savedTable.ts";
import type { WantedCrosstab } from "./wantedCrosstab.ts";

/** One table: who it is of, its numbers, and whether rows and columns go together. */
export function CrosstabCard({
  name,
  study,
  codebook,
  wanted,
  responses,
  request,
}: {
  name: string;
  study: string;
  codebook: Codebook;
  wanted: WantedCrosstab;
  /** Of the study: with more of them the numbers are asked for again. */
  responses: number;
  /** Who is looked at, when and by which weights. */
  request: WantedAnalysis;
}): JSX.Element {
  const words = useWords(crosstabsTexts);
  const reading = useAnalyses(study, requestsFor(wanted, request, codebook));
  useAgainWhen(responses, reading.again);
  const isNobody = reading.refusal?.faults.some(({ field }) => field === "filter") === true;
  return (
    <section class="card crosstab-card" id={name}>
      {isNobody ? (
        <Nobody request={request} codebook={codebook} title={words("nobody")} note={words("nobodyNote")} />
      ) : (
        <Answered reading={reading}>
          {(results) => <Card name={name} results={results} codebook={codebook} wanted={wanted} />}
        </Answered>
      )}
    </section>
  );
}

/** Shares of what has codes, and means of what has numbers. */
function requestsFor(
  { rows, by, adjustment }: WantedCrosstab,
  request: WantedAnalysis,
  codebook: Codebook,
): WantedAnalysis[] | null {
  if (rows === "" || by === "") return null;
  const asked: WantedAnalysis = { ...request, question: rows, by: [by], adjustment };
  const kind = rowKindOf(rows, codebook);
  const shares: WantedAnalysis = { ...asked, statistic: "shares" };
  const mean: WantedAnalysis = { ...asked, statistic: "mean" };
  if (kind === "number") return [mean];
  return kind === "scale" || isRating(rows, codebook) ? [shares, mean] : [shares];
}

function Card({
  name,
  results,
  codebook,
  wanted,
}: {
  name: string;
  results: readonly AnalysisResult[];
  codebook: Codebook;
  wanted: WantedCrosstab;
}): JSX.Element | null {
  const reader = useReader();
  const { read } = reader;
  const [main] = results;
  const kind = rowKindOf(main?.request.question ?? "", codebook);
  const table = crosstabOf(results, kind === "tick");
  if (main === undefined || table === null) return null;
  const { filter } = main.request;
  const among = filter === undefined ? "" : conditionInWords(filter, codebook, reader);
  const title = `${read(table.title)} × ${read(table.breakdown)}`;
  const provenance = provenanceOf(main, codebook, reader);
  return (
    <>
      <header class="crosstab-head">
        <h2>
          {read(table.title)} <span class="soft">×</span> {read(table.breakdown)}
        </h2>
        {among !== "" && (
          <p class="crosstab-among">
            {crosstabsTexts.among[reader.language]}
            {among}
          </p>
        )}
      </header>
      <Associations blocks={table.blocks} />
      <ResultFrame
        name={name}
        title={title}
        figures={figuresOf(main, reader)}
        table={savedTable(table, reader)}
        provenance={{ ...provenance, pages: [...provenance.pages, "methods/crosstabs.md"] }}
        makes={{ study: main.study, look: { kind: "heat", request: main.request } }}
      >
        <CrosstabTable study={main.study} table={table} kind={kind} among={among} wanted={wanted} />
        <Notes table={table} kind={kind} wanted={wanted} />
      </ResultFrame>
    </>
  );
}

/** More groups than can be told apart are left to the table. */
const mostDrawnGroups = 6;

/** What a picture of the table shows: its shares as bars, group beside group. */
function figuresOf(result: AnalysisResult, reader: PageReader): Figure[] {
  const { items, groups, request } = result;
  if (request.statistic !== "shares" || groups.length - 1 > mostDrawnGroups) return [];
  const labels = items.map(({ variable, value }) => reader.read(value?.label ?? variable?.label ?? ""));
  // The rows of a matrix repeat its answers.
  return new Set(labels).size < labels.length ? [] : [groupedBars(result, { labels, unit: "share" }, reader)];
}

function Notes({ table, kind, wanted }: { table: Crosstab; kind: RowKind; wanted: WantedCrosstab }): JSX.Element {
  const words = useWords(crosstabsTexts);
  const isTested = table.blocks.some(({ associations }) => associations.length > 0);
  const isAnySmall = table.blocks.some(({ sizes }) => sizes.some((size) => isSmall(size)));
  const notes = [
    ...(kind === "number" ? [] : [words("columnPercent")]),
    ...(kind === "tick" ? [words("several")] : []),
    ...(isTested ? [words("lettersNote").replace("{adjustment}", words(wanted.adjustment))] : []),
    ...(isAnySmall ? [words("fewNote")] : []),
    ...(wanted.shading === "distance" ? [words("shadeNote")] : []),
  ];
  return (
    <ul class="crosstab-notes">
      {notes.map((note) => (
        <li key={note}>{note}</li>
      ))}
    </ul>
  );
}

function Nobody({
  request,
  codebook,
  title,
  note,
}: {
  request: WantedAnalysis;
  codebook: Codebook;
  title: string;
  note: string;
}): JSX.Element {
  const reader = useReader();
  const among = request.filter === undefined ? "" : conditionInWords(request.filter, codebook, reader);
  return (
    <Notice title={title}>
      <p>{among}</p>
      <p class="soft">{note}</p>
    </Notice>
  );
}
