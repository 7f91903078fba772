import type { JSX } from "preact";
import { useMemo } from "preact/hooks";
import type { Figure, Reader } from "../../../../charts/figure.ts";
import { gridStack } from "../../../../charts/figures/gridStack.ts";
import { numberHistogram } from "../../../../charts/figures/numberHistogram.ts";
import { scoreColumns } from "../../../../charts/figures/scoreColumns.ts";
import { shareBars } from "../../../../charts/figures/shareBars.ts";
import { formatCount, formatShare } from "../../../../charts/format.ts";
import type { QuestionEstimates, StudyEstimates } from "../../../../server/estimates/estimatesApi.ts";
import { FigureView } from "../../parts/figureView.tsx";
import { InLink } from "../../parts/inLink.tsx";
import type { Makeable } from "../../parts/result/makeFigure.tsx";
import { baseInWords, intervalOf, pagesOf, statisticsInWords, type Provenance } from "../../parts/result/provenance.ts";
import { ResultTableView } from "../../parts/result/resultTableView.tsx";
import { ResultFrame } from "../../parts/resultFrame.tsx";
import { useReader, useWords, type PageReader } from "../../reader.ts";
import { netInWords, shareInWords } from "./brokenDown.ts";
import { claimsOfQuestion } from "./claimsOfQuestion.ts";
import { QuestionByGroups } from "./questionByGroups.tsx";
import { questionsTexts } from "./questionsTexts.ts";
import { estimatesOf, questionTable } from "./questionTable.ts";
import type { Look } from "./look.ts";

/** One question: who was asked, its chart and the numbers it is drawn from, all together or by groups. */
export function QuestionCard({
  question,
  estimates,
  look,
}: {
  question: QuestionEstimates;
  estimates: StudyEstimates;
  look: Look;
}): JSX.Element {
  const { texts, language, read } = useReader();
  const words = useWords(questionsTexts);
  const { name, title, answered, unanswered, askedIf, shape } = question;
  return (
    <>
      <header class="question-head">
        <h2>{read(title)}</h2>
        <p class="soft base">
          <code>{name}</code> · {texts("base")}: {formatCount(answered, language)} {texts("baseAnswered")}
          {unanswered > 0 && `, ${formatCount(unanswered, language)} ${texts("baseUnanswered")}`}
          {askedIf !== null && (
            <>
              {" "}
              · {texts("askedIf")} <code>{askedIf}</code>
            </>
          )}
        </p>
        {shape === "shares" && question.multiple && <p class="soft base">{texts("several")}</p>}
        {shape === "grid" && (
          <p class="soft base">
            {netInWords(question, { read, language }) ?? (look.by !== "" && shareInWords(question, { read, language }))}
          </p>
        )}
      </header>
      {shape === "text" ? (
        <p class="question-texts">
          <b>{formatCount(answered, language)}</b> {words("textCount")}
          {estimates.responses > 0 &&
            ` (${formatShare(answered / estimates.responses, { language, n: estimates.responses })} ${words("ofThem")})`}
          {answered > 0 && (
            <InLink to={`/studies/${estimates.study}/texts?question=${encodeURIComponent(name)}`}>
              {texts("readTexts")}
            </InLink>
          )}
        </p>
      ) : look.by === "" || look.by === name ? (
        <QuestionTogether question={question} estimates={estimates} look={look} />
      ) : (
        <QuestionByGroups question={question} look={look} />
      )}
    </>
  );
}

function QuestionTogether({
  question,
  estimates,
  look,
}: {
  question: QuestionEstimates;
  estimates: StudyEstimates;
  look: Look;
}): JSX.Element {
  const reader = useReader();
  const figures = useMemo(() => figuresOf(question, reader), [question, reader.language]);
  const table = questionTable(question, reader);
  return (
    <ResultFrame
      name={`question-${question.name}`}
      title={reader.read(question.title)}
      figures={figures}
      table={table}
      provenance={provenanceIn(estimates, { question, look, reader })}
      makes={figureOf(question, look)}
      cites={table === null ? null : { study: look.study, claims: claimsOfQuestion(question, look.through) }}
    >
      <div class={question.shape === "grid" ? "question-body wide" : "question-body"}>
        <div>
          {figures.map((figure) => (
            <FigureView key={figure.title} figure={figure} />
          ))}
        </div>
        {table !== null && <ResultTableView table={table} />}
      </div>
    </ResultFrame>
  );
}

/** What a figure of the question asks; of open text there is none. */
function figureOf({ name, shape }: QuestionEstimates, { study, through }: Look): Makeable | null {
  if (shape === "text") return null;
  const kinds = { shares: "bars", grid: "likert", numbers: "bars", score: "bands" } as const;
  return { study, look: { kind: kinds[shape], request: { ...through, question: name } } };
}

function figuresOf(question: QuestionEstimates, reader: Reader): Figure[] {
  switch (question.shape) {
    case "shares":
      return [shareBars(question, reader)];
    case "grid":
      return [gridStack(question, reader)];
    case "numbers":
      return question.rows.map((row) => numberHistogram(row, reader));
    case "score":
      return [scoreColumns(question, reader)];
    case "text":
      return [];
  }
}

function provenanceIn(
  { responses, weight, screening, problems, period, asOf }: StudyEstimates,
  { question, look, reader }: { question: QuestionEstimates; look: Look; reader: PageReader },
): Provenance {
  const found = estimatesOf(questionTable(question, reader));
  const net = question.shape === "grid" ? netInWords(question, reader) : null;
  return {
    statistic: statisticsInWords(found, reader) + (net === null ? "" : `; ${net}`),
    base: baseInWords(question.askedIf, reader),
    responses,
    answered: Math.max(0, ...found.map(({ n }) => n)),
    interval: intervalOf(found),
    weight,
    screening,
    problems: problems.filter(({ of }) => of.includes(question.name)),
    filter: look.filterWords,
    period,
    asOf,
    pages: pagesOf(found),
  };
}
