import { z } from "zod";
import type { CodedValue } from "../../surveys/codebook/codebook.ts";
import type { LocalisedText } from "../../surveys/definition.ts";
import { codes, day, variable } from "../analysis/analysisApi.ts";

/** More than a reader could take in; two researchers who log the last at once may go one over. */
export const mostProblems = 200;

const words = (most: number) => {
  const text = z.string().trim().min(1).max(most);
  return z.strictObject({ "zh-CN": text, en: text });
};

/**
 * Body of `POST /api/studies/:study/problems`: something that went wrong with a study's data. `docs/problems.md` says what
 * it then affects.
 */
export const problemContent = z.strictObject({
  /** The first and the last day whose responses are concerned. */
  from: day,
  to: day,
  /** Names of the questions and scores concerned, and of `language`, `collector` and `grid_unit`; `null` for all. */
  questions: z.array(variable).min(1).max(1000).nullable().default(null),
  /** Where: only responses that have one of the codes of each are concerned; everyone where there are none. */
  places: z.array(z.strictObject({ variable, codes })).max(5).default([]),
  /** What happened, in whole sentences: it is printed on figures. */
  what: words(400),
});

/** What a researcher says of a problem. */
export type ProblemContent = z.infer<typeof problemContent>;

const version = z.number().int().min(1);

/** Body of `PUT …/problems/:problem`: a correction, made from `version`. */
export const problemCorrection = problemContent.extend({ version });

/** Body of `PUT …/problems/:problem/resolution`: what was done about it. Sent again, it corrects what was said. */
export const problemResolution = z.strictObject({ version, done: words(400) });

/** A problem as somebody has put it. Versions are only ever added. */
export interface ProblemVersion extends ProblemContent {
  readonly version: number;
  /** ISO 8601 in UTC. */
  readonly at: string;
  /** Name of the account; `null` for a command. */
  readonly by: string | null;
  /** What was done about it; `null` while it is open. */
  readonly done: ProblemContent["what"] | null;
}

/** A problem of the ledger: its newest version, and all of them. */
export interface LoggedProblem extends ProblemVersion {
  readonly problem: string;
  /** Oldest first: the first says when and by whom it was logged. */
  readonly history: readonly ProblemVersion[];
}

/** Something every response carries beside its answers, by which places of a problem can be said. */
export interface ProblemPlace {
  readonly name: string;
  readonly title: LocalisedText;
  /** Those that responses have had so far. */
  readonly values: readonly CodedValue[];
}

/** Answer of `GET /api/studies/:study/problems`: by their first day. */
export interface StudyProblems {
  readonly problems: readonly LoggedProblem[];
  readonly places: readonly ProblemPlace[];
}
