import type { StudyColumns } from "../estimates/studyColumns.ts";
import { Problem } from "../problem.ts";
import type { CodeFrames } from "./codeFrames.ts";
import { drawn } from "./drawn.ts";
import type { CodingSample } from "./textsApi.ts";
import type { Coding, KeptSample, TextsStore } from "./textsStore.ts";
import type { ThemedColumns } from "./themeColumns.ts";

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

  const sampleOf = async (who: Coder): Promise<CodingSample> => {
    const { study, question } = who;
    const [kept, takes, found] = await Promise.all([
      store.newestSample(study, question),
      takesOf(study, question),
      columns.columnsOf(study),
    ]);
    return seenBy(who, { kept, takes, columns: found });
  };

  return {
    /** The newest sample of a question as one of its coders sees it. */
    sampleOf,

    /** Draws a simple random sample of what was written to a question; the one before is coded no further. */
    async draw(who: Coder, size: number): Promise<CodingSample> {
      const { study, question } = who;
      const written = writtenIn(await columns.columnsOf(study), question);
      if (written.length === 0) throw new Problem("invalid-parameter", [nothingWritten]);
      await keepNext(store, { study, question, responses: drawn(written, size) });
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
      const kept = await store.newestSample(study, question);
      if (kept?.responses.includes(response) !== true) throw new Problem("not-found", [notInSample]);
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
        return sampleOf(who);
      }
    },
  };
}

async function keepNext(store: TextsStore, drawnOne: Omit<KeptSample, "sample">): Promise<void> {
  for (;;) {
    const sample = ((await store.newestSample(drawnOne.study, drawnOne.question))?.sample ?? 0) + 1;
    if (await store.addSample({ ...drawnOne, sample })) return;
  }
}

function seenBy(
  { study, question, coder }: Coder,
  {
    kept,
    takes,
    columns,
  }: { kept: KeptSample | null; takes: ReadonlyMap<string, readonly Coding[]>; columns: StudyColumns },
): CodingSample {
  const responses = kept?.responses ?? [];
  const coded = new Map<string, number>();
  for (const response of responses)
    for (const take of takes.get(response) ?? []) coded.set(take.coder, (coded.get(take.coder) ?? 0) + 1);
  const isOwn = (response: string): boolean => takes.get(response)?.some((take) => take.coder === coder) === true;
  const open = responses.find((response) => !isOwn(response));
  return {
    study,
    question,
    sample: kept?.sample ?? null,
    size: responses.length,
    coders: [...coded].map(([name, count]) => ({ coder: name, coded: count })).sort(byName),
    own: coded.get(coder) ?? 0,
    next: open === undefined ? null : textOf(columns, question, open),
  };
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
