import type { JSX } from "preact";
import { useMemo } from "preact/hooks";
import type { Figure, Reader } from "../../../../charts/figure.ts";
import { gridStack } from "../../../../charts/figures/gridStack.ts";
import { numberHistogram } from "../../../../charts/figures/numberHistogram.ts";
import { scoreColumns } from "../../../../charts/figures/scoreColumns.ts";
import { shareBars } from "../../../../charts/figures/shareBars.ts";
import { formatCount } from "../../../../charts/format.ts";
import type { QuestionEstimates } from "../../../../server/estimates/estimatesApi.ts";
import { FigureView } from "../../parts/figureView.tsx";
import { InLink } from "../../parts/inLink.tsx";
import { useReader } from "../../reader.ts";
import { EstimateTable } from "./estimateTable.tsx";
import { GridTable } from "./gridTable.tsx";
import { tableOf } from "./tableOf.ts";

/** One question: who was asked, its charts, and the numbers they are drawn from. */
export function QuestionCard({ question, study }: { question: QuestionEstimates; study: string }): JSX.Element {
  const { texts, language, read } = useReader();
  const { name, title, answered, unanswered, askedIf, shape } = question;
  const figures = useMemo(() => figuresOf(question, { language, read }), [question, language]);
  return (
    <section class="card question" id={`question-${name}`}>
      <h3>{read(title)}</h3>
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
      {shape === "text" && answered > 0 && (
        <p>
          <InLink to={`/studies/${study}/texts`}>{texts("readTexts")}</InLink>
        </p>
      )}
      {figures.length > 0 && (
        <div class={shape === "grid" ? "question-body wide" : "question-body"}>
          <div>
            {figures.map((figure) => (
              <FigureView key={figure.title} figure={figure} />
            ))}
          </div>
          <Numbers question={question} />
        </div>
      )}
    </section>
  );
}

function Numbers({ question }: { question: QuestionEstimates }): JSX.Element | null {
  const reader = useReader();
  switch (question.shape) {
    case "grid":
      return <GridTable question={question} />;
    case "text":
      return null;
    default:
      return <EstimateTable table={tableOf(question, reader)} />;
  }
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
