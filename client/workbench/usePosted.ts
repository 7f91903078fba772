import { useLayoutEffect, useRef, useState } from "preact/hooks";
import { ask } from "./api.ts";
import { useReader } from "./reader.ts";
import type { Reading } from "./useAnswer.ts";

/**
 * Asks an address, and again whenever it, the body or `again` changes; the last answer stays until the next is there.
 *
 * @param body `null` asks nothing.
 */
export function usePosted<Answer>(path: string, body: object | null): Reading<Answer> {
  const { language } = useReader();
  const [state, setState] = useState<Omit<Reading<Answer>, "again">>({ answer: null, refusal: null });
  const [attempt, setAttempt] = useState(0);
  const wanted = JSON.stringify([path, body, language]);
  const latest = useRef(wanted);
  latest.current = wanted;
  // Before the page is painted: who waits for an answer does not wait for that as well.
  useLayoutEffect(() => {
    if (body === null) return;
    void ask<Answer>(path, { method: "POST", body, language }).then((reply) => {
      if (latest.current !== wanted) return;
      setState(({ answer }) =>
        reply.ok ? { answer: reply.answer, refusal: null } : { answer, refusal: reply.refusal },
      );
    });
  }, [wanted, attempt]);
  return {
    ...state,
    again: () => {
      setAttempt((before) => before + 1);
    },
  };
}
