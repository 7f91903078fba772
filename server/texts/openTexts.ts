import type { AnswerPath } from "../../surveys/codebook/codebook.ts";
import { deriveCodebook } from "../../surveys/codebook/deriveCodebook.ts";
import type { StudyColumns } from "../estimates/studyColumns.ts";
import type { QuestionnaireStore } from "../fielding/questionnaireStore.ts";
import type { ResponseStore } from "../fielding/responseStore.ts";
import { Problem } from "../problem.ts";
import type { CodeFrames } from "./codeFrames.ts";
import { concordanceOf, type ConcordanceWanted } from "./concordance.ts";
import type { ScreenedRowsOf } from "../quality/screenedRows.ts";
import type { CountedColumns } from "./periods.ts";
import type { SegmentedTextsCache } from "./segmentedTexts.ts";
import { termsOf, type TermsWanted } from "./terms.ts";
import type { Concordance, OpenTexts, TermsFound } from "./textsApi.ts";
import type { ThemedColumns } from "./themeColumns.ts";

/** Answers what researchers ask of open texts. */
export type OpenTextsService = ReturnType<typeof createOpenTexts>;

/** Makes the place where open texts are read, found and counted. */
export function createOpenTexts(parts: {
  responses: ResponseStore;
  questionnaires: QuestionnaireStore;
  columns: ThemedColumns;
  segmentedTexts: SegmentedTextsCache;
  codeFrames: CodeFrames;
  screenedRowsOf: ScreenedRowsOf;
}) {
  const { responses, questionnaires, columns, segmentedTexts, codeFrames } = parts;

  const pathOf = async (study: string, question: string): Promise<AnswerPath> => {
    const versions = await questionnaires.versions(study);
    const variables = versions.flatMap(({ definition }) =>
      deriveCodebook(definition).questions.flatMap((each) => each.variables),
    );
    const found = variables.findLast(({ kind, name }) => kind === "text" && name === question);
    if (found === undefined) throw new Problem("invalid-parameter", [notAnOpenQuestion]);
    return found.path;
  };

  const counted = createCounted(parts);

  return {
    /**
     * Where the text variable of this name stands in an answer, by the newest version that has it.
     *
     * @throws {Problem} `invalid-parameter` when the study asks no open question of that name.
     */
    pathOf,

    /**
     * What people wrote, a page at a time.
     *
     * @throws {Problem} `invalid-parameter` when the study asks no open question of that name.
     */
    async page(
      study: string,
      { question, limit, cursor, containing }: { question: string; limit: number; cursor: string; containing: string },
    ): Promise<OpenTexts> {
      const path = await pathOf(study, question);
      const found = await responses.texts({ study, path, containing, after: cursor, limit: limit + 1 });
      const shown = found.slice(0, limit);
      return {
        study,
        question,
        texts: shown.map(({ day, text }) => ({ day, text })),
        nextCursor: found.length > limit ? (shown.at(-1)?.id ?? null) : null,
      };
    },

    /**
     * The terms that many people wrote, and those that more wrote than before.
     *
     * @throws {Problem} `invalid-parameter` for no open question, or a period that ends before it begins.
     */
    async terms(study: string, wanted: Omit<TermsWanted, "ignored">): Promise<TermsFound> {
      const { question } = wanted;
      await pathOf(study, question);
      const [found, { frame }] = await Promise.all([columns.columnsOf(study), codeFrames.codedOf(study)]);
      const segmented = await segmentedTexts.of(found, question, frame.words);
      return { study, question, ...termsOf(segmented, await counted(found), { ...wanted, ignored: frame.ignored }) };
    },

    /**
     * The places where a keyword stands.
     *
     * @throws {Problem} `invalid-parameter` for no open question, or a period that ends before it begins.
     */
    async concordance(study: string, wanted: ConcordanceWanted): Promise<Concordance> {
      await pathOf(study, wanted.question);
      return { study, ...concordanceOf(await counted(await columns.columnsOf(study)), wanted) };
    },
  };
}

/** Makes what says of a study's columns whose texts are not counted. */
function createCounted({ screenedRowsOf }: { screenedRowsOf: ScreenedRowsOf }) {
  return async (found: StudyColumns): Promise<CountedColumns> => ({
    ...found,
    isExcluded: (await screenedRowsOf(found))?.isExcluded ?? null,
  });
}

const notAnOpenQuestion = {
  field: "question",
  code: "not-an-open-question",
  message: { "zh-CN": "没有这个开放题", en: "There is no open question of this name" },
};
