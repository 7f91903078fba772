import { useCallback, useEffect, useRef, useState } from "preact/hooks";
import { ask, type Refusal } from "./api.ts";
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
  return useReading<Answer>(path, query, null);
}

const lately = new Map<string, unknown>();

/** Forgets what was read, before somebody else signs in. */
export function forgetAnswers(): void {
  lately.clear();
}

/**
 * The same for what all views of a study need and seldom changes: what another view read is there at once, and is read
 * again behind it.
 */
export function useKnownAnswer<Answer>(path: string | null): Reading<Answer> {
  return useReading<Answer>(path, {}, lately);
}

function useReading<Answer>(
  path: string | null,
  query: Readonly<Record<string, string>>,
  memory: Map<string, unknown> | null,
): Reading<Answer> {
  const { language } = useReader();
  const wanted = JSON.stringify([path, query, language]);
  const [state, setState] = useState<Omit<Reading<Answer>, "again">>(() => ({
    answer: (memory?.get(wanted) as Answer | undefined) ?? null,
    refusal: null,
  }));
  const [attempt, setAttempt] = useState(0);
  const turns = useRef({ wanted, asked: 0, shown: 0 });
  useEffect(() => {
    if (path === null) return;
    turns.current.wanted = wanted;
    const mine = (turns.current.asked += 1);
    void ask<Answer>(path, { query, language }).then((reply) => {
      // On a slow line the next reading begins before this one is back: only what is older than the shown is dropped.
      if (turns.current.wanted !== wanted || mine < turns.current.shown) return;
      turns.current.shown = mine;
      if (reply.ok) memory?.set(wanted, reply.answer);
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
