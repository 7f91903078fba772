import type { Definition } from "../../surveys/definition.ts";
import { templates } from "../../surveys/questionnaires/templates.ts";
import type { DeclaredChange } from "../../surveys/revision/definitionChange.ts";
import { definitionChanges } from "../../surveys/revision/definitionChanges.ts";
import { relationOf } from "../../surveys/revision/relationOf.ts";
import { checkDefinition } from "../fielding/definition/checkDefinition.ts";
import { fieldVersion } from "../fielding/fielding.ts";
import type { QuestionnaireStore, QuestionnaireVersion } from "../fielding/questionnaireStore.ts";
import { Problem, type FieldFault } from "../problem.ts";
import type { Draft, DraftContent } from "./draftsApi.ts";
import type { DraftStore } from "./draftStore.ts";

/** Keeps questionnaires while they are written, and fields them. */
export type Drafts = ReturnType<typeof createDrafts>;

/** Makes the procedure by which a questionnaire is written and fielded. */
export function createDrafts({ store, questionnaires }: { store: DraftStore; questionnaires: QuestionnaireStore }) {
  const versionOf = async (study: string, version: number): Promise<Definition | null> =>
    version === 0 ? null : ((await questionnaires.find(study, version))?.definition ?? null);

  const reviewed = async (study: string, content: DraftContent): Promise<Draft> => {
    const newest = (await questionnaires.versions(study)).at(-1)?.questionnaireVersion ?? 0;
    const { definition, faults } = definitionIn(content.text);
    const before = await versionOf(study, content.basedOn);
    const changes = definition === null ? null : before === null ? [] : definitionChanges(before, definition);
    return { study, newest, ...content, faults, changes };
  };

  return {
    /** The draft of a study; the version now fielded where none is kept. */
    async draftOf(study: string): Promise<Draft> {
      const kept = await store.find(study);
      if (kept !== null) return reviewed(study, kept);
      const newest = (await questionnaires.versions(study)).at(-1);
      const text = asText(newest?.definition ?? templates.empty);
      return reviewed(study, { text, basedOn: newest?.questionnaireVersion ?? 0, declared: {}, revision: "" });
    },

    /** Begins a draft for a study that has none. */
    async begin(study: string, definition: Definition): Promise<void> {
      await store.put(study, { text: asText(definition), basedOn: 0, declared: {}, revision: "" });
    },

    /**
     * Keeps a draft, with or without faults.
     *
     * @throws {Problem} `changed-meanwhile` when another has come in place of the one it was made from,
     *   `invalid-parameter` when it is based on a version that was never fielded.
     */
    async keep(study: string, content: DraftContent): Promise<Draft> {
      if (content.basedOn !== 0 && (await versionOf(study, content.basedOn)) === null)
        throw new Problem("invalid-parameter", [neverFielded]);
      const revision = await store.put(study, content);
      if (revision === null) throw new Problem("changed-meanwhile");
      return reviewed(study, { ...content, revision });
    },

    /**
     * Forgets a draft.
     *
     * @throws {Problem} `changed-meanwhile` when it is no longer the one that was seen.
     */
    async discard(study: string, revision: string): Promise<void> {
      if (!(await store.remove(study, revision))) throw new Problem("changed-meanwhile");
    },

    /**
     * Fields the draft as the next version, once every change has been declared, and forgets it.
     *
     * @throws {Problem} `invalid-definition`, `invalid-parameter` naming changes of which nothing was said, or
     *   `changed-meanwhile` when the draft or the version it follows is no longer the newest.
     */
    async field(study: string, revision: string): Promise<QuestionnaireVersion> {
      const kept = await store.find(study);
      if (kept?.revision !== revision) throw new Problem("changed-meanwhile");
      const bytes = Buffer.from(kept.text);
      const definition = checkDefinition(bytes);
      const before = await versionOf(study, kept.basedOn);
      const changes = declaredChanges(before, definition, kept.declared);
      const relation = relationOf(changes);
      const { version } = await fieldVersion(questionnaires, { study, bytes, relation, changes, after: kept.basedOn });
      await store.remove(study, revision);
      return version;
    },
  };
}

function asText(definition: object): string {
  return `${JSON.stringify(definition, null, 2)}\n`;
}

function definitionIn(text: string): { definition: Definition | null; faults: readonly FieldFault[] } {
  try {
    return { definition: checkDefinition(Buffer.from(text)), faults: [] };
  } catch (error) {
    if (!(error instanceof Problem)) throw error;
    return { definition: null, faults: error.faults };
  }
}

function declaredChanges(
  before: Definition | null,
  definition: Definition,
  said: DraftContent["declared"],
): DeclaredChange[] {
  const changes = before === null ? [] : definitionChanges(before, definition);
  const declared = changes.flatMap((change) => {
    const declaration = said[change.change];
    return declaration === undefined ? [] : [{ ...change, declared: declaration }];
  });
  if (declared.length === changes.length) return declared;
  throw new Problem(
    "invalid-parameter",
    changes.filter(({ change }) => said[change] === undefined).map(({ change }) => undeclared(change)),
  );
}

const neverFielded: FieldFault = {
  field: "basedOn",
  code: "unknown-version",
  message: { "zh-CN": "该调查没有这个问卷版本", en: "This study has no such questionnaire version" },
};

function undeclared(change: string): FieldFault {
  return {
    field: `declared.${change}`,
    code: "undeclared",
    message: {
      "zh-CN": "请说明这处改动前后的结果是否可比",
      en: "Say whether results from before and after this change compare",
    },
  };
}
