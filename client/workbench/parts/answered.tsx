import type { ComponentChildren, JSX } from "preact";
import { useEffect } from "preact/hooks";
import { goTo } from "../route.ts";
import type { Reading } from "../useAnswer.ts";
import { Loading, RefusalNotice } from "./notice.tsx";

/**
 * What was read, or its place while it comes, or what went wrong. Who is not signed in is taken to where one does.
 *
 * @param props.beside names of the fields that show their own faults; a refusal for these alone is not said twice.
 */
export function Answered<Answer>({
  reading,
  beside = [],
  children,
}: {
  reading: Reading<Answer>;
  beside?: readonly string[];
  children: (answer: Answer) => ComponentChildren;
}): JSX.Element {
  const { answer, refusal, again } = reading;
  const mustSignIn = refusal?.status === 401;
  const isSaidBeside =
    refusal !== null && refusal.faults.length > 0 && refusal.faults.every(({ field }) => beside.includes(field));
  useEffect(() => {
    if (mustSignIn) goTo("/sign-in");
  }, [mustSignIn]);
  return (
    <>
      {refusal !== null && !mustSignIn && !isSaidBeside && (
        <RefusalNotice refusal={refusal} again={again} beside={beside} />
      )}
      {answer === null ? refusal === null && <Loading /> : children(answer)}
    </>
  );
}
