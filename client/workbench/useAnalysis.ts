import { useEffect, useRef, useState } from "preact/hooks";
import type { AnalysisRequest, AnalysisResult } from "../../server/analysis/analysisApi.ts";
import { ask, type Refusal } from "./api.ts";
import { useReader } from "./reader.ts";
import type { Reading } from "./useAnswer.ts";

/** A request as it is sent: what is left out has its default. */
export type WantedAnalysis = Partial<AnalysisRequest>;

/**
 * Asks for numbers, and again whenever a request or `again` changes; the last answers stay until the next are there.
 *
 * @param requests answered together, in their order; `null` asks nothing.
 */
export function useAnalyses(
  study: string,
  requests: readonly WantedAnalysis[] | null,
): Reading<readonly AnalysisResult[]> {
  const { language } = useReader();
  const [state, setState] = useState<{ answer: readonly AnalysisResult[] | null; refusal: Refusal | null }>({
    answer: null,
    refusal: null,
  });
  const [attempt, setAttempt] = useState(0);
  const wanted = JSON.stringify([study, requests, language]);
  const latest = useRef(wanted);
  latest.current = wanted;
  useEffect(() => {
    if (requests === null) return;
    const path = `/api/studies/${study}/estimates`;
    const replies = requests.map((body) => ask<AnalysisResult>(path, { method: "POST", body, language }));
    void Promise.all(replies).then((all) => {
      if (latest.current !== wanted) return;
      const answer: AnalysisResult[] = [];
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

/** Asks for the numbers of one request. */
export function useAnalysis(study: string, request: WantedAnalysis | null): Reading<AnalysisResult> {
  const { answer, refusal, again } = useAnalyses(study, request === null ? null : [request]);
  return { answer: answer?.[0] ?? null, refusal, again };
}
