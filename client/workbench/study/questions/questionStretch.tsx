import type { JSX, RefObject } from "preact";
import type { StudyEstimates } from "../../../../server/estimates/estimatesApi.ts";
import { Answered } from "../../parts/answered.tsx";
import { useReader } from "../../reader.ts";
import type { Reading } from "../../useAnswer.ts";
import type { NamedQuestion } from "../namedQuestions.ts";
import type { Look } from "./look.ts";
import { QuestionCard } from "./questionCard.tsx";

/** Some questions in a row, and how they are shown. */
export interface StretchShown {
  readonly questions: readonly NamedQuestion[];
  readonly look: Look;
  /** Which of the questions are looked for. */
  readonly isShown: (question: NamedQuestion) => boolean;
  /** Whether what is looked through was refused, which the page says once for all of them. */
  readonly isRefused: boolean;
  /** Their estimates; `null` before they are asked for. */
  readonly reading: Reading<StudyEstimates> | null;
  readonly place?: RefObject<HTMLDivElement>;
}

/** Some questions in a row; until their estimates are there their titles keep their places. */
export function QuestionStretch({ questions, look, isShown, isRefused, reading, place }: StretchShown): JSX.Element {
  const found = questions.filter(isShown);
  const isWaiting = reading !== null && reading.answer === null;
  return (
    <div ref={place ?? null} class="question-stretch" hidden={found.length === 0} aria-busy={isWaiting}>
      {reading !== null && reading.refusal !== null && !isRefused && (
        <Answered reading={reading}>{() => null}</Answered>
      )}
      {found.map(({ name, title }) => {
        const estimates = reading?.answer ?? null;
        const question = estimates?.questions.find((each) => each.name === name);
        const isThere = estimates !== null && question !== undefined;
        // The same element before and after: whoever was led to it by a link, or stands in it, stays.
        return (
          <section key={name} class={`card question ${isThere ? "" : "question-place"}`} id={`question-${name}`}>
            {isThere ? (
              <QuestionCard question={question} estimates={estimates} look={look} />
            ) : (
              <QuestionPlace name={name} title={title} isWaiting={isWaiting} />
            )}
          </section>
        );
      })}
    </div>
  );
}

/** Where a question will stand: its title is found by who searches the page, and by links. */
function QuestionPlace({ name, title, isWaiting }: NamedQuestion & { isWaiting: boolean }): JSX.Element {
  const { read } = useReader();
  return (
    <>
      <header class="question-head">
        <h2>{read(title)}</h2>
        <p class="soft base">
          <code>{name}</code>
        </p>
      </header>
      {isWaiting && <div class="question-waiting waiting" />}
    </>
  );
}
