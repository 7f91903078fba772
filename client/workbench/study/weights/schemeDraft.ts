import type { PopulationList, SchemeContent, SchemeMargin } from "../../../../server/weighting/weightingApi.ts";
import type { Codebook } from "../../../../surveys/codebook/codebook.ts";
import type { LocalisedText } from "../../../../surveys/definition.ts";

/** A variable that respondents can be weighted by; a number has no codes, but bands. */
export interface Weightable {
  readonly name: string;
  readonly title: LocalisedText;
  /** The row's or option's words where the question has several. */
  readonly part: LocalisedText | null;
  readonly codes: readonly { readonly code: string; readonly label: LocalisedText }[] | null;
}

type Populations = PopulationList["populations"];
export type MatchedVariable = SchemeMargin["variables"][number];

/** A scheme as it is begun: with what is usual, and no margin yet. */
export const emptyScheme: SchemeContent = {
  name: "",
  note: "",
  margins: [],
  baseWeights: "none",
  excludedFlags: [],
  exclusions: "applied",
  blocks: { rule: "day-or-week", respondents: 500, inEachCategory: 10 },
  trimming: { lower: 0.2, upper: 5 },
  fewestInCategory: 10,
  emptyCategory: "fail",
  missing: "own-share",
};

/** A margin as it is begun. */
export function newMargin(name: string, target: SchemeMargin["target"]): SchemeMargin {
  return { name, target, categories: {}, variables: [{ variable: "", codes: {} }], neighbours: {} };
}

/** A scheme as the API takes it: without what else is kept of a version. */
export function contentOf(scheme: SchemeContent): SchemeContent {
  const { name, note, margins, baseWeights, excludedFlags, exclusions, blocks, ...rest } = scheme;
  const { trimming, fewestInCategory, emptyCategory, missing } = rest;
  return {
    ...{ name, note, margins, baseWeights, excludedFlags, exclusions, blocks },
    ...{ trimming, fewestInCategory, emptyCategory, missing },
  };
}

/**
 * The variables of a codebook that can be weighted by, in its order, scores last.
 *
 * @param earlier codes that variables had only in earlier versions of the questionnaire; they are their own words.
 */
export function weightableVariables(
  { questions, scores }: Codebook,
  earlier: Readonly<Record<string, readonly string[]>>,
): Weightable[] {
  const asked = questions.flatMap(({ title, variables }) =>
    variables.flatMap((variable): Weightable[] => {
      const { name, label, kind } = variable;
      const part = variables.length > 1 ? label : null;
      switch (kind) {
        case "category": {
          const asked = variable.values.map(({ code, label: words }) => ({ code: String(code), label: words }));
          const before = (earlier[name] ?? []).map((code) => ({ code, label: code }));
          return [{ name, title, part, codes: [...asked, ...before] }];
        }
        case "tick":
          return [{ name, title, part: label, codes: ticked }];
        case "number":
          return [{ name, title, part, codes: null }];
        default:
          return [];
      }
    }),
  );
  return [...asked, ...scores.map(({ name }) => ({ name, title: name, part: null, codes: null }))];
}

const ticked = [
  { code: "1", label: { default: "已选", en: "Chosen" } },
  { code: "0", label: { default: "未选", en: "Not chosen" } },
];

/** The shares a margin's target names, by category; none for a population that is not known. */
export function sharesOf(
  { target }: Pick<SchemeMargin, "target">,
  populations: Populations,
): Readonly<Record<string, number>> {
  if ("shares" in target) return target.shares;
  const found = populations.find(({ population }) => population === target.population);
  return found?.margins.find(({ margin }) => margin === target.margin)?.shares ?? {};
}

/** The categories that a margin is weighted to, after some became one and some were left out. */
export function categoriesOf(margin: Pick<SchemeMargin, "target" | "categories">, populations: Populations): string[] {
  const become = Object.keys(sharesOf(margin, populations)).flatMap((category) => {
    const becomes = Object.hasOwn(margin.categories, category) ? margin.categories[category] : category;
    return becomes === null || becomes === undefined ? [] : [becomes];
  });
  return [...new Set(become)];
}

/** The categories of one of a margin's variables: of two that are crossed, its own part of each. */
export function partsOf(categories: readonly string[], { place, of }: { place: number; of: number }): string[] {
  return of === 1 ? [...categories] : [...new Set(categories.map((category) => category.split("|")[place] ?? ""))];
}

/** The category that a code is: `null` for no answer, undefined where it has yet to be said. */
export function categoryOf(
  { codes }: MatchedVariable,
  code: string,
  categories: readonly string[],
): string | null | undefined {
  if (Object.hasOwn(codes, code)) return codes[code];
  return categories.includes(code) ? code : undefined;
}

/** Codes that SurveyJS stores for no answer. */
const noAnswer = new Set(["refused", "dontknow", "none"]);

/** A variable as it is matched at first: codes that mean no answer are said to be none, numbers begin with one band. */
export function matched({ name, codes }: Weightable, categories: readonly string[]): MatchedVariable {
  if (codes === null) return { variable: name, codes: {}, bands: [{ category: categories[0] ?? "", from: 0, to: 0 }] };
  const without = codes.filter(({ code }) => noAnswer.has(code) && !categories.includes(code));
  return { variable: name, codes: Object.fromEntries(without.map(({ code }) => [code, null])) };
}

/** A record without a member, or with one: undefined takes it out. */
export function withMember<Value>(
  record: Readonly<Record<string, Value>>,
  name: string,
  value: Value | undefined,
): Record<string, Value> {
  const rest = Object.entries(record).filter(([each]) => each !== name);
  return Object.fromEntries(value === undefined ? rest : [...rest, [name, value]]);
}
