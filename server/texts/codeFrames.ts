import { deriveCodebook } from "../../surveys/codebook/deriveCodebook.ts";
import type { Variable } from "../../surveys/codebook/codebook.ts";
import type { QuestionnaireStore } from "../fielding/questionnaireStore.ts";
import { Problem, type FieldFault } from "../problem.ts";
import type { frameContent, TextFrame } from "./textsApi.ts";
import type { Coding, TextsStore } from "./textsStore.ts";
import type { z } from "zod";

/** A study's frame and everything that coders made of its texts; the same object until either changes. */
export interface Coded {
  readonly frame: TextFrame;
  /** The last take of each coder, by question and response. */
  readonly codings: ReadonlyMap<string, ReadonlyMap<string, readonly Coding[]>>;
}

/** Keeps and finds code frames. */
export type CodeFrames = ReturnType<typeof createCodeFrames>;

/** Another process's changes are looked for at most this often. */
const compareEveryMs = 2_000;

interface Held {
  readonly coded: Coded;
  /** Every coding, earlier takes before later ones. */
  readonly codings: readonly Coding[];
  comparedAt: number;
}

/** Makes the procedure by which code frames are checked against their study, kept and held in memory. */
export function createCodeFrames({ store, questionnaires }: { store: TextsStore; questionnaires: QuestionnaireStore }) {
  const held = new Map<string, Held>();
  const hold = (frame: TextFrame, codings: readonly Coding[], comparedAt: number): Coded => {
    const coded = { frame, codings: lastTakes(codings) };
    held.set(frame.study, { coded, codings, comparedAt });
    return coded;
  };

  return {
    /** The frame and the codings of a study. */
    async codedOf(study: string): Promise<Coded> {
      const known = held.get(study);
      if (known !== undefined && performance.now() - known.comparedAt < compareEveryMs) return known.coded;
      const comparedAt = performance.now();
      const [frame, count] = await Promise.all([store.newestFrame(study), store.countCodings(study)]);
      const { coded } = known ?? {};
      if (
        known !== undefined &&
        coded?.frame.frameVersion === (frame?.frameVersion ?? 0) &&
        known.codings.length === count
      ) {
        known.comparedAt = comparedAt;
        return known.coded;
      }
      return hold(frame ?? emptyFrame(study), await store.codings(study), comparedAt);
    },

    /** Call when a coding was kept, so that it counts at once. */
    noteCoded(coding: Coding): void {
      const known = held.get(coding.study);
      if (known !== undefined) hold(known.coded.frame, [...known.codings, coding], known.comparedAt);
    },

    /**
     * Keeps a frame as the next version.
     *
     * @throws {Problem} `invalid-frame` naming each part that does not fit the study, `changed-meanwhile` when it is not
     *   based on the newest version.
     */
    async put(study: string, { basedOn, ...content }: z.infer<typeof frameContent>): Promise<TextFrame> {
      const faults = frameFaults(content, await variablesOf(questionnaires, study));
      if (faults.length > 0) throw new Problem("invalid-frame", faults);
      const newest = await store.newestFrame(study);
      const next: TextFrame = { study, frameVersion: basedOn + 1, ...content };
      if ((newest?.frameVersion ?? 0) !== basedOn || !(await store.addFrame(next)))
        throw new Problem("changed-meanwhile");
      const known = held.get(study);
      if (known !== undefined) hold(next, known.codings, known.comparedAt);
      return next;
    },
  };
}

function emptyFrame(study: string): TextFrame {
  return { study, frameVersion: 0, themes: [], words: [], ignored: [] };
}

function lastTakes(codings: readonly Coding[]): Coded["codings"] {
  const found = new Map<string, Map<string, Map<string, Coding>>>();
  for (const coding of codings) {
    const ofQuestion = found.get(coding.question) ?? new Map<string, Map<string, Coding>>();
    const ofResponse = ofQuestion.get(coding.response) ?? new Map<string, Coding>();
    found.set(coding.question, ofQuestion.set(coding.response, ofResponse.set(coding.coder, coding)));
  }
  return new Map(
    [...found].map(([question, ofQuestion]) => [
      question,
      new Map([...ofQuestion].map(([response, ofResponse]) => [response, [...ofResponse.values()]])),
    ]),
  );
}

/** Every variable that any version of a study's questionnaire has. */
async function variablesOf(questionnaires: QuestionnaireStore, study: string): Promise<Variable[]> {
  return (await questionnaires.versions(study)).flatMap(({ definition }) =>
    deriveCodebook(definition).questions.flatMap(({ variables }) => variables),
  );
}

function frameFaults({ themes }: Pick<TextFrame, "themes">, variables: readonly Variable[]): FieldFault[] {
  const texts = new Set(variables.filter(({ kind }) => kind === "text").map(({ name }) => name));
  const names = new Set(variables.map(({ name }) => name));
  return themes.flatMap(({ name, question }, place) => {
    const faults: FieldFault[] = [];
    if (themes.findIndex((other) => other.name === name) !== place)
      faults.push({
        field: `themes.${place}.name`,
        code: "name-taken",
        message: { "zh-CN": "另一个主题已用此名称", en: "Another theme has this name" },
      });
    if (names.has(`themes.${name}`))
      faults.push({
        field: `themes.${place}.name`,
        code: "variable-taken",
        message: { "zh-CN": "问卷中已有同名变量", en: "The questionnaire has a variable of this name" },
      });
    if (!texts.has(question))
      faults.push({
        field: `themes.${place}.question`,
        code: "not-an-open-question",
        message: { "zh-CN": "没有这个开放题", en: "There is no open question of this name" },
      });
    return faults;
  });
}
