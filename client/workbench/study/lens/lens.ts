import type { WeightWanted } from "../../../../server/weighting/weightingApi.ts";
import type { ChoiceCode } from "../../../../surveys/definition.ts";
import type { Codebook } from "../../../../surveys/codebook/codebook.ts";
import { useAddressQuery } from "../../useAddressQuery.ts";
import type { WantedAnalysis } from "../../useAnalysis.ts";

/** Through what a study is looked at, the same for every view: which days, which weights, which people. */
export interface Lens {
  readonly from: string;
  readonly to: string;
  readonly weight: string;
  /** Whether those count whom screening excludes: `none` for yes, empty for no. */
  readonly exclusions: string;
  /** Only those with one of the codes, for each variable; codes as texts. */
  readonly only: readonly { readonly variable: string; readonly codes: readonly string[] }[];
}

const prefix = "is.";

/** The lens that the address holds, and how to change it. */
export function useLens(): { lens: Lens; change: (change: Partial<Lens>) => void } {
  const { query, change } = useAddressQuery();
  const names = [...new Set([...query.keys()].filter((name) => name.startsWith(prefix)))];
  const lens = {
    from: query.get("from") ?? "",
    to: query.get("to") ?? "",
    weight: query.get("weight") ?? "",
    exclusions: query.get("exclusions") ?? "",
    only: names.map((name) => ({ variable: name.slice(prefix.length), codes: query.getAll(name) })),
  };
  return {
    lens,
    change({ only, ...rest }) {
      const members = Object.entries(rest).map(([name, value]) => [name, value === "" ? [] : [value]]);
      const filters =
        only === undefined
          ? []
          : [...names.map((name) => [name, []]), ...only.map(({ variable, codes }) => [prefix + variable, codes])];
      change(Object.fromEntries([...members, ...filters]) as Record<string, readonly string[]>);
    },
  };
}

/** The part of an analysis request that a lens says. */
export function requestThrough({ from, to, weight, exclusions, only }: Lens, codebook: Codebook): WantedAnalysis {
  const of = only.flatMap(({ variable, codes }) => conditionOf(variable, codes, codebook));
  return {
    ...(from !== "" && { from }),
    ...(to !== "" && { to }),
    ...(weight !== "" && { weight: weight as WeightWanted }),
    ...(exclusions === "none" && { exclusions }),
    ...(of.length > 0 && { filter: { kind: "all", of } }),
  };
}

/** The condition that a variable has one of the codes, as texts; none where there are no codes. */
export function conditionOf(
  variable: string,
  texts: readonly string[],
  codebook: Codebook,
): NonNullable<WantedAnalysis["filter"]>[] {
  const found = codebook.questions.flatMap(({ variables }) => variables).find(({ name }) => name === variable);
  if (found?.kind === "tick") {
    const ticked = { kind: "ticked", variable } as const;
    return texts.includes("true") ? [ticked] : [{ kind: "not", of: ticked }];
  }
  // A code that the study does not have is left to the server to refuse.
  const codes = texts.map((text): ChoiceCode => {
    const known = found?.kind === "category" ? found.values.find(({ code }) => String(code) === text) : undefined;
    return known?.code ?? text;
  });
  return codes.length === 0 ? [] : [{ kind: "code", variable, codes }];
}
