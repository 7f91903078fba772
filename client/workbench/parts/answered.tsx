import type { ComponentChildren, JSX } from "preact";
import { useEffect } from "preact/hooks";
import { goTo } from "../route.ts";
import type { Reading } from "../useAnswer.ts";
import { Loading, RefusalNotice } from "./notice.tsx";

/** What was read, or its place while it comes, or what went wrong. Who is not signed in is taken to where one does. */
export function Answered<Answer>({
  reading,
  children,
}: {
  reading: Reading<Answer>;
  children: (answer: Answer) => ComponentChildren;
}): JSX.Element {
  const { answer, refusal, again } = reading;
  const mustSignIn = refusal?.status === 401;
  useEffect(() => {
    if (mustSignIn) goTo("/sign-in");
  }, [mustSignIn]);
  return (
    <>
      {refusal !== null && !mustSignIn && <RefusalNotice refusal={refusal} again={again} />}
      {answer === null ? refusal === null && <Loading /> : children(answer)}
    </>
  );
}
