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
import { LaterStretch } from "./laterStretch.tsx";
import { estimatesAddress, namesOf } from "./look.ts";
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
  const questions = namedQuestions(codebook);
  const [first = [], ...later] = stretchesOf(questions);
  // With the first questions comes what is said of all: who answered, and by which weights.
  const { path, query } = estimatesAddress({ study, through }, namesOf(first));
  const reading = useAnswer<StudyEstimates>(path, query);
  const { answer, again } = reading;
  useAgainWhen(responses, again);
  useScrollToNamed(answer !== null);
  const { filter } = through;
  const filterWords = filter === undefined ? "" : conditionInWords(filter, codebook, reader);
  const look = { study, codebook, through, filterWords, by: address.query.get("by") ?? "", responses };
  const looked = (address.query.get("find") ?? "").trim().toLowerCase();
  const isShown = ({ name, title }: NamedQuestion): boolean =>
    `${name} ${reader.read(title)}`.toLowerCase().includes(looked);
  const shown = questions.filter(isShown).length;
  const shownThrough = { look, isShown, isRefused: reading.refusal !== null };
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
      {answer?.responses !== 0 && (answer !== null || reading.refusal === null) && (
        <div class="questions">
          {shown === 0 && <Notice title={reader.texts("noQuestionFound")} />}
          <QuestionStretch questions={first} reading={reading} {...shownThrough} />
          {later.map((stretch, place) => (
            <LaterStretch key={stretch[0]?.name} questions={stretch} turn={place + 1} {...shownThrough} />
          ))}
        </div>
      )}
    </>
  );
}

/** Questions asked for together: as many as stand in a window. */
const stretchLength = 3;

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
