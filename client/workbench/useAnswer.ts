import { useCallback, useLayoutEffect, useRef, useState } from "preact/hooks";
import { ask, type Refusal } from "./api.ts";
import { keepAnswer, knownAnswer } from "./knownAnswers.ts";
import { useReader } from "./reader.ts";

/** An address being read: what was read last, what went wrong last, and how to read it again. */
export interface Reading<Answer> {
  readonly answer: Answer | null;
  readonly refusal: Refusal | null;
  readonly again: () => void;
}

/**
 * Reads an address, and again whenever it or `query` changes; the last answer stays until the next is there.
 *
 * @param path `null` reads nothing.
 */
export function useAnswer<Answer>(path: string | null, query: Readonly<Record<string, string>> = {}): Reading<Answer> {
  return useReading<Answer>(path, query, false);
}

/** The same for what all views of a study need and seldom changes: what another view read is there at once. */
export function useKnownAnswer<Answer>(path: string | null): Reading<Answer> {
  return useReading<Answer>(path, {}, true);
}

function useReading<Answer>(
  path: string | null,
  query: Readonly<Record<string, string>>,
  isKept: boolean,
): Reading<Answer> {
  const { language } = useReader();
  const wanted = JSON.stringify([path, query, language]);
  const [state, setState] = useState<Omit<Reading<Answer>, "again">>(() => ({
    answer: isKept ? ((knownAnswer(wanted)?.answer as Answer | undefined) ?? null) : null,
    refusal: null,
  }));
  const [attempt, setAttempt] = useState(0);
  const turns = useRef({ wanted, asked: 0, shown: 0 });
  // Before the page is painted: who waits for an answer does not wait for that as well.
  useLayoutEffect(() => {
    if (path === null) return;
    turns.current.wanted = wanted;
    const known = isKept && attempt === 0 ? knownAnswer(wanted) : null;
    if (known?.isFresh === true) {
      const answer = known.answer as Answer;
      setState((before) => (before.answer === answer ? before : { answer, refusal: null }));
      return;
    }
    const mine = (turns.current.asked += 1);
    void ask<Answer>(path, { query, language }).then((reply) => {
      // On a slow line the next reading begins before this one is back: only what is older than the shown is dropped.
      if (turns.current.wanted !== wanted || mine < turns.current.shown) return;
      turns.current.shown = mine;
      if (reply.ok && isKept) keepAnswer(wanted, reply.answer);
      setState(({ answer }) =>
        reply.ok ? { answer: reply.answer, refusal: null } : { answer, refusal: reply.refusal },
      );
    });
  }, [wanted, attempt]);
  const again = useCallback(() => {
    setAttempt((before) => before + 1);
  }, []);
  return { ...state, again };
}
