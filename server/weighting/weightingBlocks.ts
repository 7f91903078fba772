import type { SchemeContent } from "./weightingApi.ts";

/** A part of the fielding period that is weighted on its own. */
export interface Block {
  readonly block: string;
  /** The calendar days that belong to it, in order; `null`: every day of no other block. */
  readonly days: readonly string[] | null;
  readonly isClosed: boolean;
}

/** A study's days and what the rule has to know of them. */
export interface DaysToCut {
  /** Days with respondents that no frozen block has, in any order. */
  readonly days: readonly string[];
  /** Every day that a frozen block has. */
  readonly frozen: ReadonlySet<string>;
  /** The study's day now, and its last; `null` for no end. */
  readonly today: string;
  readonly lastDay: string | null;
  /** Whether a day has so many respondents, and so many in each category of each margin. */
  readonly isEnough: (day: string, least: { respondents: number; inEachCategory: number }) => boolean;
}

/** Cuts the days that are not frozen into blocks by a scheme's rule, in order of their first day. */
export function cutIntoBlocks(rule: SchemeContent["blocks"], parts: DaysToCut): Block[] {
  const { days, today, lastDay } = parts;
  if (days.length === 0) return [];
  switch (rule.rule) {
    case "whole":
      return [{ block: "whole", days: null, isClosed: lastDay !== null && lastDay < today }];
    case "window":
      return groupedBy(days, (day) =>
        shifted(rule.from, Math.floor(daysBetween(rule.from, day) / rule.days) * rule.days),
      )
        .map(([first]) => ({ block: `${first}+${rule.days}`, days: daysFrom(first, rule.days) }))
        .map((block) => closedOrNot(withoutDays(block, parts.frozen), today));
    case "day-or-week": {
      const single = new Set(days.filter((day) => parts.isEnough(day, rule)));
      const rest = days.filter((day) => !single.has(day));
      const taken = new Set([...single, ...parts.frozen]);
      const weeks = groupedBy(rest, mondayOf).map(([monday]) =>
        withoutDays({ block: isoWeekOf(monday), days: daysFrom(monday, 7) }, taken),
      );
      return [...Array.from(single, (day) => ({ block: day, days: [day] })), ...weeks]
        .map((block) => closedOrNot(block, today))
        .sort((one, other) => ((one.days?.[0] ?? "") < (other.days?.[0] ?? "") ? -1 : 1));
    }
  }
}

interface DaysOfBlock {
  readonly block: string;
  readonly days: readonly string[];
}

function withoutDays({ block, days }: DaysOfBlock, taken: ReadonlySet<string>): DaysOfBlock {
  return { block, days: days.filter((day) => !taken.has(day)) };
}

function closedOrNot({ block, days }: DaysOfBlock, today: string): Block {
  return { block, days, isClosed: (days.at(-1) ?? today) < today };
}

function groupedBy(days: readonly string[], firstOf: (day: string) => string): [string, string[]][] {
  const groups = new Map<string, string[]>();
  for (const day of [...days].sort()) {
    const first = firstOf(day);
    groups.set(first, [...(groups.get(first) ?? []), day]);
  }
  return [...groups];
}

const dayMs = 86_400_000;

function daysBetween(from: string, to: string): number {
  return (Date.parse(to) - Date.parse(from)) / dayMs;
}

function shifted(day: string, by: number): string {
  return new Date(Date.parse(day) + by * dayMs).toISOString().slice(0, 10);
}

function daysFrom(first: string, count: number): string[] {
  return Array.from({ length: count }, (_, place) => shifted(first, place));
}

/** The Monday of a day's week (ISO 8601). */
function mondayOf(day: string): string {
  return shifted(day, -((new Date(day).getUTCDay() + 6) % 7));
}

/** The name of the ISO 8601 week that begins on a Monday: it belongs to the year of its Thursday. */
function isoWeekOf(monday: string): string {
  const thursday = shifted(monday, 3);
  const year = thursday.slice(0, 4);
  const week = Math.floor(daysBetween(`${year}-01-01`, thursday) / 7) + 1;
  return `${year}-W${String(week).padStart(2, "0")}`;
}
