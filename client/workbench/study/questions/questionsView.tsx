import type { JSX } from "preact";
import { useEffect } from "preact/hooks";
import type { StudyEstimates } from "../../../../server/estimates/estimatesApi.ts";
import type { Codebook } from "../../../../surveys/codebook/codebook.ts";
import { Answered } from "../../parts/answered.tsx";
import { Notice } from "../../parts/notice.tsx";
import { conditionInWords } from "../../../../charts/conditionInWords.ts";
import { useReader, useWords } from "../../reader.ts";
import { useAgainWhen } from "../../useAgainWhen.ts";
import { useAddressQuery } from "../../useAddressQuery.ts";
import { useAnswer } from "../../useAnswer.ts";
import { requestThrough, useLens } from "../lens/lens.ts";
import { LensBar } from "../lens/lensBar.tsx";
import type { StudyViewProps } from "../studyViewProps.ts";
import { WithCodebook } from "../withCodebook.tsx";
import { QuestionCard } from "./questionCard.tsx";
import { QuestionsBar } from "./questionsBar.tsx";
import { questionsTexts } from "./questionsTexts.ts";
import "./questions.css";

/** Every question of a study with its chart and table, through the lens, all together or by groups. */
export function QuestionsView({ study, days }: StudyViewProps): JSX.Element {
  const responses = days?.responses ?? study.responses;
  return (
    <WithCodebook study={study}>
      {(codebook) => <Questions study={study.study} codebook={codebook} responses={responses} />}
    </WithCodebook>
  );
}

function Questions({
  study,
  codebook,
  responses,
}: {
  study: string;
  codebook: Codebook;
  responses: number;
}): JSX.Element {
  const reader = useReader();
  const words = useWords(questionsTexts);
  const address = useAddressQuery();
  const { lens } = useLens();
  const through = requestThrough(lens, codebook);
  const { from, to, weight, exclusions, filter } = through;
  const reading = useAnswer<StudyEstimates>(`/api/studies/${study}/estimates`, {
    ...(from !== undefined && { from }),
    ...(to !== undefined && { to }),
    ...(weight !== undefined && { weight }),
    ...(exclusions !== undefined && { exclusions }),
    ...(filter !== undefined && { filter: JSON.stringify(filter) }),
  });
  const { answer, again } = reading;
  useAgainWhen(responses, again);
  useScrollToNamed(answer !== null);
  const filterWords = filter === undefined ? "" : conditionInWords(filter, codebook, reader);
  const look = { study, codebook, through, filterWords, by: address.query.get("by") ?? "", responses };
  const looked = (address.query.get("find") ?? "").trim().toLowerCase();
  return (
    <>
      <LensBar study={study} codebook={codebook} refusal={reading.refusal} />
      <Answered reading={reading} beside={["from", "to"]}>
        {(estimates) => {
          const found = estimates.questions.filter(({ name, title }) =>
            `${name} ${reader.read(title)}`.toLowerCase().includes(looked),
          );
          return (
            <>
              <QuestionsBar estimates={estimates} codebook={codebook} shown={found.length} address={address} />
              {estimates.responses === 0 ? (
                <Notice title={words("nobody")}>
                  <p>{words("nobodyNote")}</p>
                </Notice>
              ) : (
                <div class="questions">
                  {found.length === 0 && <Notice title={reader.texts("noQuestionFound")} />}
                  {found.map((question) => (
                    <QuestionCard key={question.name} question={question} estimates={estimates} look={look} />
                  ))}
                </div>
              )}
            </>
          );
        }}
      </Answered>
    </>
  );
}

/** What a link names behind # is there only once the numbers are. */
function useScrollToNamed(isThere: boolean): void {
  useEffect(() => {
    if (isThere && location.hash !== "")
      document.getElementById(decodeURIComponent(location.hash.slice(1)))?.scrollIntoView();
  }, [isThere]);
}
