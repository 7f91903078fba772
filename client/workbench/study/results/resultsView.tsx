import type { JSX } from "preact";
import { useEffect, useMemo, useState } from "preact/hooks";
import { responsesPerDay } from "../../../../charts/figures/responsesPerDay.ts";
import type { StudyDays, StudyEstimates } from "../../../../server/estimates/estimatesApi.ts";
import type { StudySummary } from "../../../../server/fielding/fieldingApi.ts";
import { Answered } from "../../parts/answered.tsx";
import { FigureView } from "../../parts/figureView.tsx";
import { Notice } from "../../parts/notice.tsx";
import { useReader } from "../../reader.ts";
import { useAnswer } from "../../useAnswer.ts";
import { QuestionCard } from "./questionCard.tsx";
import { ResultsBar, type Wanted } from "./resultsBar.tsx";

/** Responses a day and every question, with chart and table. */
export function ResultsView({ study, days }: { study: StudySummary; days: StudyDays | null }): JSX.Element {
  const { texts, language } = useReader();
  const [wanted, setWanted] = useState<Wanted>({ from: "", to: "", weight: "", containing: "" });
  const { from, to, weight } = wanted;
  const query = Object.fromEntries(Object.entries({ from, to, weight }).filter(([, value]) => value !== ""));
  const reading = useAnswer<StudyEstimates>(`/api/studies/${study.study}/estimates`, query);
  const responses = days?.responses ?? 0;
  const { again } = reading;
  useEffect(again, [responses, again]);
  const perDay = useMemo(() => (days === null ? null : responsesPerDay(days, language)), [days?.responses, language]);
  if (responses === 0 && days !== null)
    return (
      <Notice title={texts(study.questionnaireVersion === null ? "noQuestionnaire" : "noResponses")}>
        <p>{texts(study.questionnaireVersion === null ? "noQuestionnaireNote" : "noResponsesNote")}</p>
      </Notice>
    );
  return (
    <>
      {perDay !== null && (
        <section class="card">
          <h2>{perDay.title}</h2>
          <FigureView figure={perDay} />
        </section>
      )}
      <Answered reading={reading} beside={["from", "to"]}>
        {(estimates) => (
          <>
            <ResultsBar estimates={estimates} wanted={wanted} refusal={reading.refusal} onChange={setWanted} />
            <Questions estimates={estimates} containing={wanted.containing} study={study.study} />
          </>
        )}
      </Answered>
    </>
  );
}

function Questions({
  estimates,
  containing,
  study,
}: {
  estimates: StudyEstimates;
  containing: string;
  study: string;
}): JSX.Element {
  const { texts, read } = useReader();
  const looked = containing.trim().toLowerCase();
  const found = estimates.questions.filter(({ name, title }) =>
    `${name} ${read(title)}`.toLowerCase().includes(looked),
  );
  if (found.length === 0) return <Notice title={texts("noQuestionFound")} />;
  return (
    <div class="questions">
      {found.map((question) => (
        <QuestionCard key={question.name} question={question} study={study} />
      ))}
    </div>
  );
}
