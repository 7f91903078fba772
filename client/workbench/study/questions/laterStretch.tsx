import type { JSX } from "preact";
import { useRef } from "preact/hooks";
import type { StudyEstimates } from "../../../../server/estimates/estimatesApi.ts";
import { useAgainWhen } from "../../useAgainWhen.ts";
import { useAnswer } from "../../useAnswer.ts";
import { useDue } from "../../useDue.ts";
import { usualRestMs } from "../../useRested.ts";
import { estimatesAddress, namesOf } from "./look.ts";
import { QuestionStretch, type StretchShown } from "./questionStretch.tsx";

/** One stretch after the other, so that what a reader asks next does not wait for all of them. */
const stepMs = 400;

/**
 * A stretch of questions that is estimated once it comes near the window, or the reader rests.
 *
 * @param props.turn how many stretches stand before it.
 */
export function LaterStretch({
  turn,
  ...shown
}: Omit<StretchShown, "reading" | "place"> & { turn: number }): JSX.Element {
  const { questions, look } = shown;
  const place = useRef<HTMLDivElement>(null);
  const { path, query } = estimatesAddress(look, namesOf(questions));
  const isDue = useDue(place, JSON.stringify(query), { restMs: usualRestMs + turn * stepMs });
  const reading = useAnswer<StudyEstimates>(isDue ? path : null, query);
  useAgainWhen(look.responses, reading.again);
  return <QuestionStretch {...shown} reading={isDue ? reading : null} place={place} />;
}
