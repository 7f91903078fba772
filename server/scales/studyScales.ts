import type { Answering } from "../analysis/answering.ts";
import { scaleStatistics } from "./scaleStatistics.ts";

/** Answers what is asked of a study's scales. */
export type ScalesService = ReturnType<typeof createStudyScales>;

/** Makes what answers for scales. */
export function createStudyScales(answering: Answering) {
  return { statistics: answering(scaleStatistics, ({ score }) => ({ names: [score] })).one };
}
