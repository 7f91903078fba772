import type { Column } from "../../stats/columns.ts";
import type { CodebookQuestion } from "../../surveys/codebook/codebook.ts";
import type { ColumnsReadModel } from "../estimates/columnsReadModel.ts";
import { growing, type Growing } from "../estimates/growing.ts";
import type { StudyColumns } from "../estimates/studyColumns.ts";
import type { Response } from "../fielding/response.ts";
import type { CodeFrames, Coded } from "./codeFrames.ts";
import type { TextFrame, Theme } from "./textsApi.ts";
import type { Coding } from "./textsStore.ts";

/** What the terms of a study's themes say of each row. */
interface Held {
  readonly ids: readonly string[];
  readonly frame: TextFrame;
  readonly byTerms: ReadonlyMap<string, Growing<Int8Array>>;
  rows: number;
}

/** A study's columns with a tick for each theme. */
export type ThemedColumns = ReturnType<typeof createThemedColumns>;

/**
 * Makes the columns with a study's themes among them: `themes.<name>` is 1 for a text of the theme, 0 for any other and
 * missing without a text, so that a share of it is of those who wrote something.
 *
 * What most of those who coded a text by hand say counts before its terms, which decide where they are divided. Terms are
 * looked for once in each text, when it comes or when the frame changes.
 */
export function createThemedColumns({ columns, codeFrames }: { columns: ColumnsReadModel; codeFrames: CodeFrames }) {
  const kept = new Map<string, Held>();
  const made = new WeakMap<StudyColumns, { coded: Coded; themed: StudyColumns }>();

  const verdictsOf = (found: StudyColumns, { frame }: Coded): Held["byTerms"] => {
    const known = kept.get(found.study);
    const isStillGood = known?.ids === found.id && known.frame.frameVersion === frame.frameVersion;
    const held = isStillGood ? known : { ids: found.id, frame, byTerms: unread(frame), rows: 0 };
    kept.set(found.study, held);
    catchUp(held, found);
    return held.byTerms;
  };

  return {
    noteKept: (response: Response): void => {
      columns.noteKept(response);
    },

    /** A study's columns, with every response that was acknowledged before the call and every theme there is. */
    async columnsOf(study: string): Promise<StudyColumns> {
      const [found, coded] = await Promise.all([columns.columnsOf(study), codeFrames.codedOf(study)]);
      const known = made.get(found);
      if (known?.coded === coded) return known.themed;
      const themed = coded.frame.themes.length === 0 ? found : withThemes(found, coded, verdictsOf(found, coded));
      made.set(found, { coded, themed });
      return themed;
    },

    /** What a theme's terms alone say of each row: 1, 0, or -1 without a text. */
    async byTerms(study: string, theme: string): Promise<Int8Array> {
      const [found, coded] = await Promise.all([columns.columnsOf(study), codeFrames.codedOf(study)]);
      return verdictsOf(found, coded).get(theme)?.view(found.rows) ?? new Int8Array(found.rows).fill(-1);
    },
  };
}

function unread({ themes }: TextFrame): Held["byTerms"] {
  return new Map(themes.map(({ name }) => [name, growing(Int8Array, -1)]));
}

function catchUp(held: Held, { column, rows }: StudyColumns): void {
  const from = held.rows;
  if (from >= rows) return;
  held.rows = rows;
  for (const theme of held.frame.themes) {
    const texts = column(theme.question);
    const verdicts = held.byTerms.get(theme.name);
    if (texts?.kind !== "text" || verdicts === undefined) continue;
    const isOf = matcherOf(theme);
    for (let row = from; row < rows; row++) {
      const text = texts.values[row];
      if (typeof text === "string") verdicts.set(row, Number(isOf(text)));
    }
  }
}

/** Whether a text has one of the theme's terms and none of those that speak against it, by letters in either case. */
function matcherOf({ terms, without }: Pick<Theme, "terms" | "without">): (text: string) => boolean {
  const [found, against] = [terms, without].map((list) => list.map((term) => term.toLowerCase()));
  return (text) => {
    const folded = text.toLowerCase();
    const isIn = (term: string): boolean => folded.includes(term);
    return found?.some(isIn) === true && against?.some(isIn) !== true;
  };
}

function withThemes(columns: StudyColumns, { frame, codings }: Coded, byTerms: Held["byTerms"]): StudyColumns {
  const rowOf = rowsOfCoded(columns, codings);
  const themes = new Map<string, Column>();
  for (const { name, question } of frame.themes) {
    const verdicts = byTerms.get(name)?.view(columns.rows) ?? new Int8Array(columns.rows).fill(-1);
    const values = byHand(verdicts, rowOf, { name, codings: codings.get(question) });
    themes.set(`themes.${name}`, { kind: "tick", values });
  }
  return {
    ...columns,
    // A questionnaire may have come to ask what a theme is called: what was asked goes before what was made of it.
    column: (variable) => columns.column(variable) ?? themes.get(variable),
    derivedQuestions: [...columns.derivedQuestions, themesQuestion(frame.themes)],
  };
}

function rowsOfCoded({ id, rows }: StudyColumns, codings: Coded["codings"]): ReadonlyMap<string, number> {
  const found = new Map<string, number>();
  const coded = new Set([...codings.values()].flatMap((ofQuestion) => [...ofQuestion.keys()]));
  if (coded.size === 0) return found;
  for (let row = 0; row < rows; row++) {
    const response = id[row] ?? "";
    if (coded.has(response)) found.set(response, row);
  }
  return found;
}

function byHand(
  verdicts: Int8Array,
  rowOf: ReadonlyMap<string, number>,
  { name, codings }: { name: string; codings: ReadonlyMap<string, readonly Coding[]> | undefined },
): Int8Array {
  if (codings === undefined) return verdicts;
  const values = verdicts.slice();
  for (const [response, takes] of codings) {
    const row = rowOf.get(response);
    const verdict = verdictByHand(name, takes);
    if (row !== undefined && verdict !== null) values[row] = verdict;
  }
  return values;
}

/** What most coders say who had the theme before them: 1 or 0; `null` where nobody had, or they are divided. */
export function verdictByHand(theme: string, takes: readonly Coding[]): 0 | 1 | null {
  let balance = 0;
  for (const { themes, offered } of takes) if (offered.includes(theme)) balance += themes.includes(theme) ? 1 : -1;
  return balance === 0 ? null : balance > 0 ? 1 : 0;
}

function themesQuestion(themes: readonly Theme[]): CodebookQuestion {
  return {
    name: "themes",
    type: "themes",
    page: 0,
    title: { "zh-cn": "开放题主题", en: "Themes of open texts" },
    askedIf: null,
    variables: themes.map(({ name, label, question }) => ({
      name: `themes.${name}`,
      label,
      kind: "tick",
      option: { code: name, label },
      // Of its question: those who were asked one were not asked another.
      path: ["themes", question],
    })),
  };
}
