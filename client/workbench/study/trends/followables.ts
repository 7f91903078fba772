import type { Codebook, CodebookQuestion, CodebookScore, CodedValue } from "../../../../surveys/codebook/codebook.ts";
import type { LocalisedText } from "../../../../surveys/definition.ts";
import { instruments } from "../../../../surveys/instruments/registry.ts";

/** How something is followed: the shares of its answers or bands, its mean, or the share screening positive. */
export type FollowedAs = "shares" | "mean" | "positive";

/** A question, a row of one, or a scale, that can be followed over time. */
export interface Followable {
  readonly name: string;
  readonly isScale: boolean;
  readonly title: LocalisedText;
  /** The row of a question that has several; `null` for the whole. */
  readonly part: LocalisedText | null;
  /** The ways it can be followed, the usual first. */
  readonly as: readonly FollowedAs[];
  /** Answers whose shares can be counted together; none for numbers and scales. */
  readonly values: readonly CodedValue[];
  /** Whether it has several rows, each of which has a line. */
  readonly hasRows: boolean;
  /** Scores that screen positive; `null` where it is no scale, or none is agreed. */
  readonly positive: { readonly from: number; readonly to: number; readonly cutOff: string } | null;
}

/** What can be followed: the scales, then the questions in their order, each with its rows. */
export function followablesOf({ scores, questions }: Codebook): Followable[] {
  return [...scores.map(scaleOf), ...questions.flatMap(partsOf)];
}

function scaleOf({ name, instrument: id, range }: CodebookScore): Followable {
  const instrument = instruments[id];
  const common = { name, isScale: true, title: instrument?.name ?? name, part: null, values: [], hasRows: false };
  if (instrument === undefined || instrument.cutOff === null)
    return { ...common, as: ["mean", "shares"], positive: null };
  const { cutOff, direction } = instrument;
  const isHigh = direction === "higher-is-worse";
  const positive = isHigh
    ? { from: cutOff, to: range[1], cutOff: `≥ ${cutOff}` }
    : { from: range[0], to: cutOff, cutOff: `≤ ${cutOff}` };
  return { ...common, as: ["positive", "mean", "shares"], positive };
}

type Variable = CodebookQuestion["variables"][number];

function partsOf({ name, title, variables }: CodebookQuestion): Followable[] {
  const closed = variables.filter(({ kind }) => kind === "category" || kind === "tick" || kind === "number");
  const [first] = closed;
  if (first === undefined) return [];
  const alike = closed.filter(({ kind }) => kind === first.kind);
  const hasRows = alike.length > 1 && first.kind === "category";
  const whole = { ...waysOf(alike), name, isScale: false, title, part: null, hasRows, positive: null };
  if (alike.length === 1 || first.kind === "tick") return [whole];
  const rows = alike.map((row) => ({
    ...waysOf([row]),
    name: row.name,
    isScale: false,
    title,
    part: row.label,
    hasRows: false,
    positive: null,
  }));
  return [whole, ...rows];
}

function waysOf(alike: readonly Variable[]): Pick<Followable, "as" | "values"> {
  const [first] = alike;
  switch (first?.kind) {
    case "category": {
      const hasMean = first.ordered || first.values.every(({ code }) => typeof code === "number");
      return { as: hasMean ? ["shares", "mean"] : ["shares"], values: first.values };
    }
    case "tick":
      return { as: ["shares"], values: alike.flatMap((each) => (each.kind === "tick" ? [each.option] : [])) };
    default:
      return { as: ["mean"], values: [] };
  }
}
