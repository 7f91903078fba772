import { deriveCodebook } from "../../surveys/codebook/deriveCodebook.ts";
import type { Definition } from "../../surveys/definition.ts";
import type { DeclaredChange } from "../../surveys/revision/definitionChange.ts";
import { Problem } from "../problem.ts";
import { contentHash } from "./answers/contentHash.ts";
import { checkDefinition } from "./definition/checkDefinition.ts";
import type { QuestionnaireVersionSummary } from "./fieldingApi.ts";
import type { QuestionnaireStore, QuestionnaireVersion } from "./questionnaireStore.ts";

/**
 * Checks a definition and fields it as the study's next version; from then on it never changes.
 *
 * The definition that is fielded already is answered with its own version, so that sending it twice fields it once.
 *
 * @param next.bytes the definition as JSON in UTF-8.
 * @param next.changes what was said of each change; nothing where `relation` is said of the version as a whole.
 * @param next.after the version it was written to follow, 0 for none; left out, whichever is the newest.
 * @throws {Problem} `invalid-definition` with the path of every fault, `changed-meanwhile` if another than `after` is the
 *   newest, or `already-exists` if another version was fielded at the same moment.
 */
export async function fieldVersion(
  questionnaires: QuestionnaireStore,
  {
    study,
    bytes,
    relation,
    changes = [],
    after,
  }: {
    study: string;
    bytes: Uint8Array;
    relation: "same" | "changed" | "broken";
    changes?: readonly DeclaredChange[];
    after?: number;
  },
): Promise<{ version: QuestionnaireVersion; isNew: boolean }> {
  const definition = checkDefinition(bytes);
  const before = (await questionnaires.versions(study)).at(-1);
  const definitionHash = contentHash(definition);
  if (before !== undefined && before.definitionHash === definitionHash) return { version: before, isNew: false };
  const newest = before?.questionnaireVersion ?? 0;
  if (after !== undefined && after !== newest) throw new Problem("changed-meanwhile");
  const version: QuestionnaireVersion = {
    study,
    questionnaireVersion: newest + 1,
    relation: before === undefined ? "first" : relation,
    changes,
    definition,
    definitionHash,
  };
  if (!(await questionnaires.add(version))) throw new Problem("already-exists");
  return { version, isNew: true };
}

/** A fielded version with the codebook derived from it. */
export function summaryOf({
  study,
  questionnaireVersion,
  relation,
  changes,
  definition,
}: QuestionnaireVersion): QuestionnaireVersionSummary {
  return { study, questionnaireVersion, relation, changes, definition, codebook: deriveCodebook(definition) };
}

/** What a respondent's browser may see of a definition: everything but which scales are scored from it. */
export function forRespondents({ instruments: _instruments, ...shown }: Definition): Definition {
  return shown;
}
