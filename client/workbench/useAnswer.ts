import { useCallback, useEffect, useRef, useState } from "preact/hooks";
import { ask, type Refusal } from "./api.ts";
import { useReader } from "./reader.ts";

/** An address being read: what was read last, what went wrong last, and how to read it again. */
export interface Reading<Answer> {
  readonly answer: Answer | null;
  readonly refusal: Refusal | null;
  readonly isLoading: boolean;
  readonly again: () => void;
}

/**
 * Reads an address, and again whenever it or `query` changes; the last answer stays until the next is there.
 *
 * @param path `null` reads nothing.
 */
export function useAnswer<Answer>(path: string | null, query: Readonly<Record<string, string>> = {}): Reading<Answer> {
  const { language } = useReader();
  const [state, setState] = useState<Omit<Reading<Answer>, "again">>({ answer: null, refusal: null, isLoading: true });
  const [attempt, setAttempt] = useState(0);
  const latest = useRef(0);
  const asked = JSON.stringify(query);
  useEffect(() => {
    if (path === null) return;
    const mine = (latest.current += 1);
    setState((before) => ({ ...before, isLoading: true }));
    void ask<Answer>(path, { query: JSON.parse(asked) as Record<string, string>, language }).then((reply) => {
      if (mine !== latest.current) return;
      setState(({ answer }) =>
        reply.ok
          ? { answer: reply.answer, refusal: null, isLoading: false }
          : { answer, refusal: reply.refusal, isLoading: false },
      );
    });
  }, [path, asked, language, attempt]);
  const again = useCallback(() => {
    setAttempt((before) => before + 1);
  }, []);
  return { ...state, again };
}
