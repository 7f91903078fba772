import type { Answering } from "../analysis/answering.ts";
import { contrasts } from "./contrasts.ts";

/** Answers how groups of a study differ. */
export type ContrastsService = ReturnType<typeof createStudyContrasts>;

/** Makes what answers for contrasts. */
export function createStudyContrasts(answering: Answering) {
  return { contrasts: answering(contrasts) };
}
