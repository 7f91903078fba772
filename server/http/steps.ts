import { setImmediate } from "node:timers/promises";
import type { Request, Response } from "express";
import { Problem, problemBody } from "../problem.ts";
import { languageOf } from "./language.ts";

/** Work that takes a while and tells of each step: it stops when `step` throws. */
type WorkInSteps<Answer> = (step: (done: number, of: number) => Promise<void>) => Promise<Answer>;

const type = "application/x-ndjson";

/**
 * Answers with what comes of long work. Who asks for `application/x-ndjson` gets a line of JSON for each step,
 * `{"done":3,"of":70}`, and a last one with `answer` or `problem`; anybody else gets the answer alone.
 *
 * Who hangs up stops the work at its next step.
 *
 * @throws {Problem} what is refused before the first step.
 */
export async function answerInSteps<Answer>(
  request: Request,
  response: Response,
  work: WorkInSteps<Answer>,
): Promise<void> {
  const isTold = request.headers.accept === type;
  const gone = new AbortController();
  response.once("close", () => {
    gone.abort();
  });
  const tell = (line: object): void => {
    // A proxy, or our own compression, that gathers what it passes on would hold the steps back.
    if (!response.headersSent)
      response.set({ "Content-Type": type, "Cache-Control": "no-store, no-transform", "X-Accel-Buffering": "no" });
    response.write(`${JSON.stringify(line)}\n`);
  };
  try {
    const answer = await work(async (done, of) => {
      gone.signal.throwIfAborted();
      if (isTold) tell({ done, of });
      await setImmediate();
    });
    if (!isTold) {
      response.json(answer);
      return;
    }
    tell({ answer });
  } catch (error) {
    if (gone.signal.aborted) return;
    if (!response.headersSent || !(error instanceof Problem)) throw error;
    tell({ problem: problemBody(error, languageOf(request)) });
  }
  response.end();
}
