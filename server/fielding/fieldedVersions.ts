import { deriveCodebook } from "../../surveys/codebook/deriveCodebook.ts";
import { scoringPlan, type ScoringPlan } from "../../surveys/instruments/scoreInstruments.ts";
import { Problem } from "../problem.ts";
import { compileAnswers, type AnswerCheck } from "./answers/compileAnswers.ts";
import { notOpen } from "./opening.ts";
import type { Submission } from "./fieldingApi.ts";
import type { QuestionnaireStore } from "./questionnaireStore.ts";
import type { Study } from "./study.ts";

/** A fielded version with what is compiled from it. */
export interface FieldedVersion {
  readonly questionnaireVersion: number;
  readonly scoring: ScoringPlan;
  readonly check: AnswerCheck;
}

/** Finds fielded versions, compiled. */
export type FieldedVersions = ReturnType<typeof createFieldedVersions>;

/** Makes the look-up of compiled versions: a fielded version never changes, so each is compiled once. */
export function createFieldedVersions(questionnaires: QuestionnaireStore) {
  const compiled = new Map<string, FieldedVersion>();
  return {
    /**
     * A version of a study.
     *
     * @throws {Problem} `invalid-answers` naming `questionnaireVersion` when it was never fielded.
     */
    async version(study: string, questionnaireVersion: number): Promise<FieldedVersion> {
      const key = `${study}\n${questionnaireVersion}`;
      const known = compiled.get(key);
      if (known !== undefined) return known;
      const found = await questionnaires.find(study, questionnaireVersion);
      if (found === null) throw unknownVersion();
      const { definition } = found;
      const scoring = scoringPlan(deriveCodebook(definition));
      const made = { questionnaireVersion, scoring, check: compileAnswers(definition) };
      compiled.set(key, made);
      return made;
    },

    /**
     * The version of a study that is fielded now.
     *
     * @throws {Problem} `study-draft` when none is.
     */
    async latest(study: string): Promise<FieldedVersion> {
      const latest = (await questionnaires.versions(study)).at(-1);
      if (latest === undefined) throw notOpen("study-draft");
      return this.version(study, latest.questionnaireVersion);
    },

    /**
     * The version a submission is for: the one it names, or the one fielded now.
     *
     * @throws {Problem} as `version` and `latest` do.
     */
    wanted({ study }: Study, { questionnaireVersion }: Submission): Promise<FieldedVersion> {
      return questionnaireVersion === undefined ? this.latest(study) : this.version(study, questionnaireVersion);
    },
  };
}

function unknownVersion(): Problem {
  return new Problem("invalid-answers", [
    {
      field: "questionnaireVersion",
      code: "unknown-version",
      message: { "zh-CN": "该调查没有这个问卷版本", en: "This study has no such questionnaire version" },
    },
  ]);
}
