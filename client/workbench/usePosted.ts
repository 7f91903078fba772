import { useEffect, useRef, useState } from "preact/hooks";
import { ask, type Refusal } from "./api.ts";
import { useReader } from "./reader.ts";
import type { Reading } from "./useAnswer.ts";

/**
 * Asks an address, and again whenever it, a body or `again` changes; the last answers stay until the next are there.
 *
 * @param bodies each sent on its own and answered in their order; `null` asks nothing.
 */
export function usePosted<Answer>(path: string, bodies: readonly object[] | null): Reading<readonly Answer[]> {
  const { language } = useReader();
  const [state, setState] = useState<{ answer: readonly Answer[] | null; refusal: Refusal | null }>({
    answer: null,
    refusal: null,
  });
  const [attempt, setAttempt] = useState(0);
  const wanted = JSON.stringify([path, bodies, language]);
  const latest = useRef(wanted);
  latest.current = wanted;
  useEffect(() => {
    if (bodies === null) return;
    const replies = bodies.map((body) => ask<Answer>(path, { method: "POST", body, language }));
    void Promise.all(replies).then((all) => {
      if (latest.current !== wanted) return;
      const answer: Answer[] = [];
      for (const reply of all) {
        if (!reply.ok) {
          setState((before) => ({ answer: before.answer, refusal: reply.refusal }));
          return;
        }
        answer.push(reply.answer);
      }
      setState({ answer, refusal: null });
    });
  }, [wanted, attempt]);
  return {
    ...state,
    again: () => {
      setAttempt((before) => before + 1);
    },
  };
}

/** Asks an address one thing. */
export function usePostedOne<Answer>(path: string, body: object | null): Reading<Answer> {
  const { answer, refusal, again } = usePosted<Answer>(path, body === null ? null : [body]);
  return { answer: answer?.[0] ?? null, refusal, again };
}
