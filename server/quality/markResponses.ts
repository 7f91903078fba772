import { excluded } from "../../stats/quality/excluded.ts";
import { mahalanobis } from "../../stats/quality/mahalanobis.ts";
import { nearIdentical } from "../../stats/quality/nearIdentical.ts";
import { pageSpeed, relativeSpeed } from "../../stats/quality/speed.ts";
import { isStraightLine, longestRun } from "../../stats/quality/straightLining.ts";
import type { Codebook } from "../../surveys/codebook/codebook.ts";
import type { StudyColumns } from "../estimates/studyColumns.ts";
import { batteryNamed, type Battery } from "./batteries.ts";
import { placeBursts } from "./placeBursts.ts";
import { reasons, type Reason, type RulesContent } from "./qualityApi.ts";
import { recordsOf } from "./recordsOf.ts";

/** What is screened: every response there is, so that medians and distances are those of all. */
export interface ToScreen {
  readonly columns: StudyColumns;
  /** Of what was asked; nothing that was made of answers. */
  readonly codebook: Codebook;
}

/** Marks by reason, one entry a row each, and whom they exclude. */
export interface Marked {
  readonly marks: ReadonlyMap<Reason, Uint8Array>;
  readonly isExcluded: Uint8Array;
}

/** A median of fewer times says little of what is fast. */
const fewestTimes = 20;

/** Marks every response of a study by rules. The cost is linear in rows, times the square of a battery's items. */
export function markResponses(rules: Omit<RulesContent, "from" | "because">, screened: ToScreen): Marked {
  const { columns } = screened;
  const batteries = rules.batteries.flatMap((name) => batteryNamed(name, screened) ?? []);
  const marks = new Map<Reason, Uint8Array>();
  for (const reason of reasons) {
    const mark = marksFor(reason, rules, { ...screened, batteries });
    if (mark !== null) marks.set(reason, mark);
  }
  const which = (counts: "alone" | "with-another"): Map<Reason, Uint8Array> =>
    new Map([...marks].filter(([reason]) => rules[reason]?.counts === counts));
  const { isExcluded } = excluded(which("alone"), which("with-another"), columns.rows);
  return { marks, isExcluded };
}

/** One reason's marks; `null` where the rules do not take it. */
function marksFor(
  reason: Reason,
  rules: Omit<RulesContent, "from" | "because">,
  { columns, codebook, batteries }: ToScreen & { batteries: readonly Battery[] },
): Uint8Array | null {
  switch (reason) {
    case "attention":
      return rules.attention && failedAttention(rules.attention.checks, columns);
    case "rush": {
      const { rush } = rules;
      return rush && byVersion(columns, (isIn) => tooFast(columns, isIn, rush.share));
    }
    case "speed": {
      const { speed } = rules;
      return speed && byVersion(columns, (isIn) => tooFastByPages(columns, isIn, speed));
    }
    case "straight-line": {
      const rule = rules["straight-line"];
      return (
        rule &&
        anyOf(columns, batteries, ({ items }) =>
          isStraightLine(longestRun(items), { items: items.length, share: rule.share }),
        )
      );
    }
    case "distance":
      return rules.distance && anyOf(columns, batteries, ({ items }) => farFromAll(items));
    case "repeat":
      return rules.repeat && nearIdentical(recordsOf(codebook, columns), rules.repeat.share).isRepeat;
    case "burst":
      return rules.burst && cameInBurst(columns);
  }
}

function failedAttention(
  checks: NonNullable<RulesContent["attention"]>["checks"],
  { column, rows }: StudyColumns,
): Uint8Array {
  const failed = new Uint8Array(rows);
  for (const { variable, right } of checks) {
    const found = column(variable);
    if (found?.kind !== "category") continue;
    const isRight = found.codes.map((code) => right.includes(code));
    for (let row = 0; row < rows; row++) {
      const place = found.values[row] ?? -1;
      if (place >= 0 && isRight[place] !== true) failed[row] = 1;
    }
  }
  return failed;
}

/** Marks the responses to each questionnaire version on their own: one is longer than the other. */
function byVersion(columns: StudyColumns, marksIn: (isIn: Uint8Array) => Uint8Array): Uint8Array {
  const { questionnaireVersion, rows } = columns;
  const all = new Uint8Array(rows);
  for (const version of new Set(questionnaireVersion)) {
    const found = marksIn(Uint8Array.from(questionnaireVersion, (each) => Number(each === version)));
    for (let row = 0; row < rows; row++) if (found[row] === 1) all[row] = 1;
  }
  return all;
}

function tooFast({ seconds, rows }: StudyColumns, isIn: Uint8Array, share: number): Uint8Array {
  const known = within(seconds, isIn);
  const isEnough = known.reduce((count, time) => count + Number(!Number.isNaN(time)), 0) >= fewestTimes;
  return (isEnough ? relativeSpeed(known, share)?.isTooFast : null) ?? new Uint8Array(rows);
}

/** By pages where their times are known, else by the whole. */
function tooFastByPages(
  columns: StudyColumns,
  isIn: Uint8Array,
  { index: limit, share }: NonNullable<RulesContent["speed"]>,
): Uint8Array {
  const byWhole = tooFast(columns, isIn, share);
  const pages = columns.pageSeconds.map((times) => within(times, isIn));
  const { index, isTooFast } = pageSpeed(pages, { limit });
  if (index.reduce((count, value) => count + Number(!Number.isNaN(value)), 0) < fewestTimes) return byWhole;
  return byWhole.map((mark, row) => (Number.isNaN(index[row] ?? Number.NaN) ? mark : (isTooFast[row] ?? 0)));
}

function within(values: Float64Array, isIn: Uint8Array): Float64Array {
  return values.map((value, row) => (isIn[row] === 1 ? value : Number.NaN));
}

function anyOf(
  { rows }: StudyColumns,
  batteries: readonly Battery[],
  marksIn: (battery: Battery) => Uint8Array,
): Uint8Array {
  const all = new Uint8Array(rows);
  for (const battery of batteries) {
    const found = marksIn(battery);
    for (let row = 0; row < rows; row++) if (found[row] === 1) all[row] = 1;
  }
  return all;
}

function farFromAll(items: readonly Float64Array[]): Uint8Array {
  const found = mahalanobis(items);
  // Items that repeat each other have no distance, and mark nobody.
  return found.kind === "distances" ? found.isFar : new Uint8Array(items[0]?.length ?? 0);
}

function cameInBurst(columns: StudyColumns): Uint8Array {
  const wasFlagged = columns.words.map((word) => (word ?? "").split(" ").includes("burst"));
  return placeBursts(columns).isInBurst.map((mark, row) =>
    mark === 1 || wasFlagged[columns.flags[row] ?? 0] === true ? 1 : 0,
  );
}
