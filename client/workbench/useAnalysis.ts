import { useEffect, useRef, useState } from "preact/hooks";
import type { AnalysisRequest, AnalysisResult } from "../../server/analysis/analysisApi.ts";
import type { ComparisonRequest, ComparisonResult } from "../../server/analysis/comparisonApi.ts";
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
  return useAnswers(`/api/studies/${study}/estimates`, requests);
}

/** A comparison as it is sent: two groups, and what is left out has its default. */
export type WantedComparison = Partial<ComparisonRequest> & Pick<ComparisonRequest, "first" | "second">;

/** Asks how two groups differ on everything. */
export function useComparison(study: string, request: WantedComparison | null): Reading<ComparisonResult> {
  const path = `/api/studies/${study}/comparisons`;
  const { answer, refusal, again } = useAnswers<ComparisonResult>(path, request === null ? null : [request]);
  return { answer: answer?.[0] ?? null, refusal, again };
}

function useAnswers<Answer>(path: string, requests: readonly object[] | null): Reading<readonly Answer[]> {
  const { language } = useReader();
  const [state, setState] = useState<{ answer: readonly Answer[] | null; refusal: Refusal | null }>({
    answer: null,
    refusal: null,
  });
  const [attempt, setAttempt] = useState(0);
  const wanted = JSON.stringify([path, requests, language]);
  const latest = useRef(wanted);
  latest.current = wanted;
  useEffect(() => {
    if (requests === null) return;
    const replies = requests.map((body) => ask<Answer>(path, { method: "POST", body, language }));
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

/** Asks for the numbers of one request. */
export function useAnalysis(study: string, request: WantedAnalysis | null): Reading<AnalysisResult> {
  const { answer, refusal, again } = useAnalyses(study, request === null ? null : [request]);
  return { answer: answer?.[0] ?? null, refusal, again };
}
