import { useState } from "preact/hooks";
import { ask, type Refusal, type Wanted } from "./api.ts";
import { forgetAnswers } from "./knownAnswers.ts";
import { useReader } from "./reader.ts";

/** A form that can be sent: whether it is on its way, and what was refused last. */
export interface Sending<Answer> {
  readonly isSending: boolean;
  readonly refusal: Refusal | null;
  readonly send: (path: string, wanted: Omit<Wanted, "language">, onDone: (answer: Answer) => void) => void;
}

/** Prepares to send a form. */
export function useSending<Answer>(): Sending<Answer> {
  const { language } = useReader();
  const [state, setState] = useState<{ isSending: boolean; refusal: Refusal | null }>({
    isSending: false,
    refusal: null,
  });
  return {
    ...state,
    send(path, wanted, onDone) {
      setState({ isSending: true, refusal: null });
      void ask<Answer>(path, { ...wanted, language }).then((reply) => {
        setState({ isSending: false, refusal: reply.ok ? null : reply.refusal });
        if (!reply.ok) return;
        forgetAnswers();
        onDone(reply.answer);
      });
    },
  };
}
