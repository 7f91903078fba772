import type { Answering } from "../analysis/answering.ts";
import { namesRead } from "../analysis/breaks.ts";
import type { ContrastsRequest } from "./contrastsApi.ts";
import { contrasts } from "./contrasts.ts";

/** Answers how groups of a study differ. */
export type ContrastsService = ReturnType<typeof createStudyContrasts>;

/** Makes what answers for contrasts. */
export function createStudyContrasts(answering: Answering) {
  const namesOf = ({ outcome, positive, contrasts: conditions, adjustedFor }: ContrastsRequest): string[] =>
    namesRead({ names: [outcome, ...adjustedFor], conditions: [positive, ...conditions] });
  return { contrasts: answering(contrasts, (request) => ({ names: namesOf(request) })).one };
}
