import type { AnalysisResult } from "../../server/analysis/analysisApi.ts";

/** Answers behind a figure: of everyone together the most that one of its numbers has in a window; summed over windows. */
export function nOf({ estimates, windows }: Pick<AnalysisResult, "estimates" | "windows">): number {
  const ofWindows = windows.map((_, window) => Math.max(0, ...estimates.map((item) => item.at(-1)?.[window]?.n ?? 0)));
  return Math.max(0, ...ofWindows);
}
