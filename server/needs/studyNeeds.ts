import type { Answering } from "../analysis/answering.ts";
import { needs } from "./needs.ts";

/** Answers what people need and how well it is served. */
export type NeedsService = ReturnType<typeof createStudyNeeds>;

/** Makes what answers for needs. */
export function createStudyNeeds(answering: Answering) {
  return { needs: answering(needs) };
}
