import type { JSX } from "preact";
import { useRef } from "preact/hooks";
import type { StudyEstimates } from "../../../../server/estimates/estimatesApi.ts";
import { Answered } from "../../parts/answered.tsx";
import { useReader } from "../../reader.ts";
import { useAgainWhen } from "../../useAgainWhen.ts";
import { useAnswer } from "../../useAnswer.ts";
import { useDue } from "../../useDue.ts";
import { usualRestMs } from "../../useRested.ts";
import type { NamedQuestion } from "../namedQuestions.ts";
import { estimatesAddress, type Look } from "./look.ts";
import { QuestionCard } from "./questionCard.tsx";

/** One stretch after the other, so that what a reader asks next does not wait for all of them. */
const stepMs = 400;

/**
 * Some questions in a row, estimated once they come near the window; until then their titles keep their places.
 *
 * @param props.turn how many stretches stand before it.
 * @param props.isShown which of the questions are looked for.
 * @param props.isRefused whether what is looked through was refused, which the page says once for all of them.
 */
export function QuestionStretch({
  questions,
  look,
  turn,
  isShown,
  isRefused,
}: {
  questions: readonly NamedQuestion[];
  look: Look;
  turn: number;
  isShown: (question: NamedQuestion) => boolean;
  isRefused: boolean;
}): JSX.Element {
  const place = useRef<HTMLDivElement>(null);
  const { path, query } = estimatesAddress(
    look,
    questions.map(({ name }) => name),
  );
  const wanted = JSON.stringify(query);
  const isDue = useDue(place, wanted, { restMs: usualRestMs + turn * stepMs }) || turn === 0;
  const reading = useAnswer<StudyEstimates>(isDue ? path : null, query);
  useAgainWhen(look.responses, reading.again);
  const { answer, refusal } = reading;
  const found = questions.filter(isShown);
  const estimated = isDue ? answer : null;
  return (
    <div ref={place} class="question-stretch" hidden={found.length === 0} aria-busy={isDue && answer === null}>
      {refusal !== null && !isRefused && <Answered reading={reading}>{() => null}</Answered>}
      {found.map(({ name, title }) => {
        const question = estimated?.questions.find((each) => each.name === name);
        const isThere = estimated !== null && question !== undefined;
        // The same element before and after: whoever was led to it by a link, or stands in it, stays.
        return (
          <section key={name} class={`card question ${isThere ? "" : "question-place"}`} id={`question-${name}`}>
            {isThere ? (
              <QuestionCard question={question} estimates={estimated} look={look} />
            ) : (
              <QuestionPlace name={name} title={title} isWaiting={isDue} />
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
