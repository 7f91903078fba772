import { Schema, type Connection } from "mongoose";
import type { Definition } from "../../surveys/definition.ts";
import type { DeclaredChange } from "../../surveys/revision/definitionChange.ts";
import { createReadOnce } from "../database/readOnce.ts";
import { createSharedReading } from "../database/sharedReading.ts";
import { isFirst } from "../database/takenKeys.ts";

/** A fielded questionnaire: never changed, never deleted. */
export interface QuestionnaireVersion {
  readonly study: string;
  /** 1, 2, 3 within a study. */
  readonly questionnaireVersion: number;
  /** To the version before: the same questions, changed but comparable, or with a break in some series or all. */
  readonly relation: "first" | "same" | "changed" | "broken";
  /** What its researcher said of each change; empty where `relation` was said of the version as a whole. */
  readonly changes: readonly DeclaredChange[];
  readonly definition: Definition;
  /** SHA-256 of the definition in canonical form. */
  readonly definitionHash: string;
}

/** Keeps fielded questionnaires. */
export type QuestionnaireStore = ReturnType<typeof createQuestionnaireStore>;

/** Makes the store of questionnaires on a connection. */
export function createQuestionnaireStore(connection: Connection) {
  const versions = connection.model("QuestionnaireVersion", versionSchema);
  const find = createReadOnce(async (study: string, questionnaireVersion: number) => {
    const kept = await versions.findOne({ study, questionnaireVersion }).lean();
    return kept === null ? null : fromKept(kept);
  });
  const numbersOf = createSharedReading(async (study: string): Promise<readonly number[]> => {
    const kept = await versions.find({ study }, { questionnaireVersion: 1 }).sort({ questionnaireVersion: 1 }).lean();
    return kept.map(({ questionnaireVersion }) => questionnaireVersion);
  });
  return {
    prepare: () => versions.createIndexes(),

    find,

    /** Every version of a study, oldest first. */
    async versions(study: string): Promise<QuestionnaireVersion[]> {
      const found = await Promise.all((await numbersOf(study)).map((number) => find(study, number)));
      return found.flatMap((version) => version ?? []);
    },

    /** Keeps a version for good; `false` when another process has just taken its number. */
    add: ({ definition, changes, ...rest }: QuestionnaireVersion): Promise<boolean> =>
      isFirst(versions.create({ ...rest, definition: JSON.stringify(definition), changes: JSON.stringify(changes) })),
  };
}

/** The definition is kept as text: its member names are SurveyJS's, and MongoDB has rules of its own for names. */
type KeptVersion = Omit<QuestionnaireVersion, "definition" | "changes"> & { definition: string; changes?: string };

function fromKept({
  study,
  questionnaireVersion,
  relation,
  changes = "[]",
  definition,
  definitionHash,
}: KeptVersion): QuestionnaireVersion {
  return {
    study,
    questionnaireVersion,
    relation,
    // Written by this program from a definition that had passed its check.
    changes: JSON.parse(changes) as DeclaredChange[],
    definition: JSON.parse(definition) as Definition,
    definitionHash,
  };
}

const versionSchema = new Schema<KeptVersion>(
  {
    study: { type: String, required: true },
    questionnaireVersion: { type: Number, required: true },
    relation: { type: String, required: true },
    // Versions of earlier programs have none.
    changes: { type: String },
    definition: { type: String, required: true },
    definitionHash: { type: String, required: true },
  },
  { collection: "questionnaires", versionKey: false, strict: "throw" },
);
versionSchema.index({ study: 1, questionnaireVersion: 1 }, { unique: true });
