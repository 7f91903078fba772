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
import { namedQuestions, type NamedQuestion } from "../namedQuestions.ts";
import { estimatesAddress } from "./look.ts";
import { QuestionStretch } from "./questionStretch.tsx";
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
  const { path, query } = estimatesAddress({ study, through }, []);
  const reading = useAnswer<StudyEstimates>(path, query);
  const { answer, again } = reading;
  useAgainWhen(responses, again);
  useScrollToNamed(answer !== null);
  const { filter } = through;
  const filterWords = filter === undefined ? "" : conditionInWords(filter, codebook, reader);
  const look = { study, codebook, through, filterWords, by: address.query.get("by") ?? "", responses };
  const questions = namedQuestions(codebook);
  const looked = (address.query.get("find") ?? "").trim().toLowerCase();
  const isShown = ({ name, title }: NamedQuestion): boolean =>
    `${name} ${reader.read(title)}`.toLowerCase().includes(looked);
  const shown = questions.filter(isShown).length;
  return (
    <>
      <LensBar study={study} codebook={codebook} refusal={reading.refusal} />
      {reading.refusal !== null && (
        <Answered reading={reading} beside={["from", "to"]}>
          {() => null}
        </Answered>
      )}
      <QuestionsBar estimates={answer} codebook={codebook} shown={shown} address={address} />
      {answer?.responses === 0 && (
        <Notice title={words("nobody")}>
          <p>{words("nobodyNote")}</p>
        </Notice>
      )}
      {/* Which questions there are is known before how many have answered: both are asked for at once. */}
      {answer?.responses !== 0 && (answer !== null || reading.refusal === null) && (
        <div class="questions">
          {shown === 0 && <Notice title={reader.texts("noQuestionFound")} />}
          {stretchesOf(questions).map((stretch, turn) => (
            <QuestionStretch
              key={stretch[0]?.name}
              questions={stretch}
              look={look}
              turn={turn}
              isShown={isShown}
              isRefused={reading.refusal !== null}
            />
          ))}
        </div>
      )}
    </>
  );
}

/** Questions asked for together. */
const stretchLength = 5;

function stretchesOf(questions: readonly NamedQuestion[]): NamedQuestion[][] {
  const starts = Array.from(
    { length: Math.ceil(questions.length / stretchLength) },
    (_, place) => place * stretchLength,
  );
  return starts.map((start) => questions.slice(start, start + stretchLength));
}

/** What a link names behind # is there only once the numbers are. */
function useScrollToNamed(isThere: boolean): void {
  useEffect(() => {
    if (isThere && location.hash !== "")
      document.getElementById(decodeURIComponent(location.hash.slice(1)))?.scrollIntoView();
  }, [isThere]);
}
