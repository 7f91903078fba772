import { randomInt } from "node:crypto";
import { cohensKappa } from "../../stats/agreement/cohensKappa.ts";
import { krippendorffAlpha } from "../../stats/agreement/krippendorffAlpha.ts";
import type { Coded as CodedValues } from "../../stats/design.ts";
import type { StudyColumns } from "../estimates/studyColumns.ts";
import { Problem } from "../problem.ts";
import type { CodeFrames } from "./codeFrames.ts";
import { verdictByHand, type ThemedColumns } from "./themeColumns.ts";
import type { CodingAgreement, CodingSample, Theme, ThemeAgreement } from "./textsApi.ts";
import type { Coding, KeptSample, TextsStore } from "./textsStore.ts";

/** Coding by hand. */
export type CodingByHand = ReturnType<typeof createCodingByHand>;

/** Whose coding of which question. */
export interface Coder {
  readonly study: string;
  readonly question: string;
  readonly coder: string;
}

/** Makes the procedure by which coders code samples, each without seeing what others made of a text. */
export function createCodingByHand({
  store,
  columns,
  codeFrames,
}: {
  store: TextsStore;
  columns: ThemedColumns;
  codeFrames: CodeFrames;
}) {
  const takesOf = async (study: string, question: string): Promise<ReadonlyMap<string, readonly Coding[]>> =>
    (await codeFrames.codedOf(study)).codings.get(question) ?? new Map<string, readonly Coding[]>();

  const sampleOf = async ({ study, question, coder }: Coder): Promise<CodingSample> => {
    const kept = await store.newestSample(study, question);
    const responses = kept?.responses ?? [];
    const takes = await takesOf(study, question);
    const coded = new Map<string, number>();
    for (const response of responses)
      for (const take of takes.get(response) ?? []) coded.set(take.coder, (coded.get(take.coder) ?? 0) + 1);
    const isOwn = (response: string): boolean => takes.get(response)?.some((take) => take.coder === coder) === true;
    const open = responses.find((response) => !isOwn(response));
    const next = open === undefined ? null : textOf(await columns.columnsOf(study), question, open);
    return {
      study,
      question,
      sample: kept?.sample ?? null,
      size: responses.length,
      coders: [...coded].map(([name, count]) => ({ coder: name, coded: count })).sort(byName),
      own: coded.get(coder) ?? 0,
      next,
    };
  };

  return {
    /** The newest sample of a question as one of its coders sees it. */
    sampleOf,

    /** Draws a simple random sample of what was written to a question; the one before is coded no further. */
    async draw(who: Coder, size: number): Promise<CodingSample> {
      const { study, question } = who;
      const written = writtenIn(await columns.columnsOf(study), question);
      if (written.length === 0) throw new Problem("invalid-parameter", [nothingWritten]);
      const responses = drawn(written, size);
      for (;;) {
        const sample = ((await store.newestSample(study, question))?.sample ?? 0) + 1;
        if (await store.addSample({ study, question, sample, responses })) break;
      }
      return sampleOf(who);
    },

    /**
     * Keeps what a coder made of a text; again for the same text, the later counts.
     *
     * @throws {Problem} `not-found` for a response that is not of the newest sample, `invalid-frame` for a theme that is
     *   none of the question's.
     */
    async code(who: Coder, response: string, themes: readonly string[]): Promise<CodingSample> {
      const { study, question, coder } = who;
      const sample = await store.newestSample(study, question);
      if (sample?.responses.includes(response) !== true) throw new Problem("not-found", [notInSample]);
      const { frame, codings } = await codeFrames.codedOf(study);
      const offered = frame.themes.filter((theme) => theme.question === question).map(({ name }) => name);
      const place = themes.findIndex((theme) => !offered.includes(theme));
      if (place >= 0) throw new Problem("invalid-frame", [unknownTheme(place)]);
      const before = codings
        .get(question)
        ?.get(response)
        ?.find((take) => take.coder === coder);
      for (let take = (before?.take ?? 0) + 1; ; take += 1) {
        const coding = { ...who, response, take, themes: [...new Set(themes)], offered };
        if (!(await store.addCoding(coding))) continue;
        codeFrames.noteCoded(coding);
        break;
      }
      return sampleOf(who);
    },

    /** How far the coders of the newest sample of a question agree on each of its themes. */
    async agreement(study: string, question: string): Promise<CodingAgreement> {
      const sample = await store.newestSample(study, question);
      const { frame } = await codeFrames.codedOf(study);
      const takes = await takesOf(study, question);
      const columnsNow = await columns.columnsOf(study);
      const responses = sample?.responses ?? [];
      const coders = [
        ...new Set(responses.flatMap((response) => (takes.get(response) ?? []).map(({ coder }) => coder))),
      ].sort();
      const themes = await Promise.all(
        frame.themes
          .filter((theme) => theme.question === question)
          .map(async (theme) => {
            const byTerms = byRow(await columns.byTerms(study, theme.name), columnsNow, responses);
            return themeAgreement(theme, { coders, responses, takes, byTerms });
          }),
      );
      return { study, question, coders, themes };
    },
  };
}

function themeAgreement(
  { name, label, terms }: Theme,
  {
    coders,
    responses,
    takes,
    byTerms,
  }: {
    coders: readonly string[];
    responses: readonly string[];
    takes: ReadonlyMap<string, readonly Coding[]>;
    byTerms: CodedValues;
  },
): ThemeAgreement {
  const coded = (codeOf: (of: readonly Coding[]) => number): CodedValues => ({
    codes: Int8Array.from(responses, (response) => codeOf(takes.get(response) ?? [])),
    categories: 2,
  });
  const each = coders.map((coder) =>
    coded((of) => {
      const take = of.find((one) => one.coder === coder);
      return take?.offered.includes(name) === true ? Number(take.themes.includes(name)) : -1;
    }),
  );
  const [one, other] = each;
  return {
    theme: name,
    label,
    alpha: krippendorffAlpha(each),
    kappa: one !== undefined && other !== undefined && each.length === 2 ? cohensKappa({ one, other }) : null,
    terms:
      terms.length === 0 ? null : cohensKappa({ one: byTerms, other: coded((of) => verdictByHand(name, of) ?? -1) }),
  };
}

function byRow(verdicts: Int8Array, { id }: StudyColumns, responses: readonly string[]): CodedValues {
  const wanted = new Map(responses.map((response, place) => [response, place]));
  const codes = new Int8Array(responses.length).fill(-1);
  for (let row = 0; row < verdicts.length; row++) {
    const place = wanted.get(id[row] ?? "");
    if (place !== undefined) codes[place] = verdicts[row] ?? -1;
  }
  return { codes, categories: 2 };
}

function writtenIn({ column, id, rows }: StudyColumns, question: string): string[] {
  const found = column(question);
  if (found?.kind !== "text") return [];
  return id.slice(0, rows).filter((_, row) => typeof found.values[row] === "string");
}

function textOf(
  { column, id, rows, day, days }: StudyColumns,
  question: string,
  response: string,
): CodingSample["next"] {
  const found = column(question);
  const row = id.indexOf(response);
  const text = found?.kind === "text" && row >= 0 && row < rows ? found.values[row] : null;
  return typeof text === "string" ? { response, day: days[day[row] ?? -1] ?? "", text } : null;
}

/** So many of a list, in an order that nobody can foresee (Fisher and Yates); all of a shorter one. */
function drawn(from: readonly string[], size: number): KeptSample["responses"] {
  const left = [...from];
  const taken = Math.min(size, left.length);
  for (let place = 0; place < taken; place++) {
    const other = randomInt(place, left.length);
    const kept = left[place] ?? "";
    left[place] = left[other] ?? "";
    left[other] = kept;
  }
  return left.slice(0, taken);
}

function byName(one: { coder: string }, other: { coder: string }): number {
  return one.coder < other.coder ? -1 : 1;
}

const nothingWritten = {
  field: "question",
  code: "nothing-written",
  message: { "zh-CN": "这个题目还没有文字回答", en: "Nobody has written anything to this question" },
};

const notInSample = {
  field: "response",
  code: "not-in-sample",
  message: { "zh-CN": "该回答不在当前样本中", en: "The response is not of the sample that is being coded" },
};

function unknownTheme(place: number) {
  return {
    field: `themes.${place}`,
    code: "unknown-theme",
    message: { "zh-CN": "这个题目没有该主题", en: "The question has no such theme" },
  };
}
