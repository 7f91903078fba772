import type { Answering } from "../analysis/answering.ts";
import { namesRead } from "../analysis/breaks.ts";
import type { NeedsRequest } from "./needsApi.ts";
import { needs } from "./needs.ts";

/** Answers what people need and how well it is served. */
export type NeedsService = ReturnType<typeof createStudyNeeds>;

/** Makes what answers for needs. */
export function createStudyNeeds(answering: Answering) {
  const namesOf = ({ topics }: NeedsRequest): string[] =>
    namesRead({ names: topics.map(({ satisfaction }) => satisfaction), conditions: topics.map(({ need }) => need) });
  return { needs: answering(needs, (request) => ({ names: namesOf(request) })).one };
}
