import { useEffect, useRef, useState } from "preact/hooks";
import { refusedBy, type Refusal, type Reply } from "./api.ts";
import { useReader } from "./reader.ts";

/** How far long work is. */
export interface Progress {
  readonly done: number;
  readonly of: number;
}

/** Work on the server that takes a while: how far it is, what was refused last, and how to start and stop it. */
export interface Steps<Answer> {
  /** `null` while nothing is being done; 0 of 0 before the first step. */
  readonly progress: Progress | null;
  readonly refusal: Refusal | null;
  readonly start: (path: string, body: object, onDone: (answer: Answer) => void) => void;
  /** Stops the work where it is; the server keeps nothing of it. */
  readonly stop: () => void;
}

type Line<Answer> = Partial<Progress> & { readonly answer?: Answer; readonly problem?: { readonly status: number } };

/** Prepares for work that tells its steps. It stops when the page is left. */
export function useSteps<Answer>(): Steps<Answer> {
  const { language } = useReader();
  const [state, setState] = useState<Pick<Steps<Answer>, "progress" | "refusal">>({ progress: null, refusal: null });
  const running = useRef<AbortController | null>(null);
  const stop = (): void => {
    running.current?.abort();
    running.current = null;
  };
  useEffect(() => stop, []);
  return {
    ...state,
    start(path, body, onDone) {
      stop();
      const mine = new AbortController();
      running.current = mine;
      setState({ progress: { done: 0, of: 0 }, refusal: null });
      const onStep = (progress: Progress): void => {
        if (running.current === mine) setState({ progress, refusal: null });
      };
      void askInSteps<Answer>(`${path}?lang=${language}`, body, { signal: mine.signal, onStep }).then((reply) => {
        if (running.current !== mine) return;
        running.current = null;
        setState({ progress: null, refusal: reply.ok ? null : reply.refusal });
        if (reply.ok) onDone(reply.answer);
      });
    },
    stop() {
      stop();
      setState({ progress: null, refusal: null });
    },
  };
}

/** Asks for work and hears its steps, a line of JSON each; the last line has the answer. Nothing is thrown. */
async function askInSteps<Answer>(
  address: string,
  body: object,
  { signal, onStep }: { signal: AbortSignal; onStep: (progress: Progress) => void },
): Promise<Reply<Answer>> {
  try {
    const headers = { "Content-Type": "application/json", Accept: "application/x-ndjson" };
    const response = await fetch(address, { method: "POST", headers, body: JSON.stringify(body), signal });
    if (!response.ok) return refusedBy(response.status, await response.json());
    for await (const text of linesOf(response)) {
      const { done, of, answer, problem } = JSON.parse(text) as Line<Answer>;
      if (answer !== undefined) return { ok: true, answer };
      if (problem !== undefined) return refusedBy(problem.status, problem);
      if (done !== undefined && of !== undefined) onStep({ done, of });
    }
  } catch {
    // Offline, or stopped; also what ends without an answer below.
  }
  return refusedBy(0, {});
}

async function* linesOf(response: Response): AsyncGenerator<string> {
  const reader = response.body?.pipeThrough(new TextDecoderStream()).getReader();
  let rest = "";
  for (let more = await reader?.read(); more?.done === false; more = await reader?.read()) {
    const lines = (rest + more.value).split("\n");
    rest = lines.pop() ?? "";
    yield* lines.filter((line) => line !== "");
  }
}
