import { rake, type Margin } from "../../../stats/weights/rake.ts";
import { settleMargins, type MarginFault, type MarginPolicies } from "../../../stats/weights/settleMargins.ts";
import { codeOf, takes, type Adapter } from "../adapter.ts";
import type { Targets } from "../referenceCase.ts";
import type { Labelled, ReferenceData } from "../referenceData.ts";
import { baseWeightOf, summaryOf } from "./weights.ts";

/** Margins that cannot be met as they are, or only by a policy. */
export const marginFaults: readonly Adapter[] = [
  {
    accepts: takes("base_weight", "margins", "missing_policy"),
    run({ input }, { data }) {
      const wanted = wantedMargins(input["margins"] as Targets, data);
      const found = weightsBy({}, wanted, { base: baseWeightOf(input, data), data });
      if (!(found.weights instanceof Float64Array)) return found;
      return { ...found, summary: summaryOf(found.weights), ...targetsUsed(found.margins, wanted) };
    },
  },
  {
    accepts: (reference) => takes("base_weight", "margins")(reference) && !("weights" in reference.expected),
    run({ input, expected }, { data }) {
      const wanted = wantedMargins(input["margins"] as Targets, data);
      const base = baseWeightOf(input, data);
      if (!("default" in expected)) return notConverged(wanted, { base, data, mostSweeps: Number(input["maxit"]) });
      const collapse = expected["policy_collapse"] as { into: string } | undefined;
      const fault = settleMargins(
        wanted.map(({ margin }) => margin),
        base,
        data,
      );
      if (fault.kind === "margins") return { default: fault };
      return {
        default: inWords(fault, wanted),
        policy_renormalise: weightsBy({ emptyCategory: "renormalise" }, wanted, { base, data }),
        ...(collapse !== undefined && { policy_collapse: collapsed(fault, collapse.into, { wanted, base, data }) }),
      };
    },
  },
];

interface Wanted {
  readonly margin: Margin;
  readonly labels: readonly string[];
}

/** Margins over all labels that have a target or a respondent. */
function wantedMargins(targets: Targets, data: ReferenceData): Wanted[] {
  return Object.entries(targets).map(([variable, shares]) => {
    const found = data.categories(variable).labels.filter((label) => !(label in shares));
    const coded: Labelled = data.categories(variable, [...Object.keys(shares), ...found]);
    const { codes, categories, labels } = coded;
    const wanted = Float64Array.from(labels, (label) => shares[label] ?? Number.NaN);
    return { labels, margin: { variable, codes, categories, shares: wanted } };
  });
}

interface Given {
  readonly base: Float64Array | null;
  readonly data: ReferenceData;
}

function weightsBy(
  policies: Partial<MarginPolicies>,
  wanted: readonly Wanted[],
  { base, data }: Given,
): { weights: Float64Array | string; margins: readonly Margin[] } {
  const settled = settleMargins(
    wanted.map(({ margin }) => margin),
    base,
    data,
    policies,
  );
  if (settled.kind !== "margins") return { weights: codeOf(settled.kind), margins: [] };
  const raked = rake(settled.baseWeights, settled.margins, data);
  return { weights: raked.kind === "weights" ? raked.weights : codeOf(raked.kind), margins: settled.margins };
}

function collapsed(
  fault: MarginFault,
  into: string,
  { wanted, ...given }: Given & { wanted: readonly Wanted[] },
): unknown {
  if (!("category" in fault)) return fault;
  const labels = wanted.find(({ margin }) => margin.variable === fault.variable)?.labels ?? [];
  const emptyCategory = { collapseInto: new Map([[fault.variable, labels.indexOf(into)]]) };
  return { into, ...weightsBy({ emptyCategory }, wanted, given) };
}

function inWords(fault: MarginFault, wanted: readonly Wanted[]): Record<string, unknown> {
  if (!("category" in fault)) return { ...fault, error: codeOf(fault.kind) };
  const labels = wanted.find(({ margin }) => margin.variable === fault.variable)?.labels ?? [];
  return { error: codeOf(fault.kind), variable: fault.variable, category: labels[fault.category] };
}

function notConverged(
  wanted: readonly Wanted[],
  { base, data, mostSweeps }: Given & { mostSweeps: number },
): Record<string, unknown> {
  const margins = wanted.map(({ margin }) => margin);
  const raked = rake(base, margins, { rows: data.rows, mostSweeps });
  if (raked.kind === "weights") return { converged: true };
  return { converged: false, error: codeOf(raked.kind), max_margin_error_prop: raked.worstError };
}

/** The targets that margins with missing answers were raked to, under the name of the variable without its ending. */
function targetsUsed(margins: readonly Margin[], wanted: readonly Wanted[]): Record<string, unknown> {
  const entries = margins.map(({ variable, shares }, place): [string, unknown] => {
    const labels = [...(wanted[place]?.labels ?? []), "(missing)"];
    const used = new Map(Array.from(shares, (share, category) => [labels[category] ?? "", share]));
    return [`${variable.replace(/_na$/, "")}_targets_used`, Object.fromEntries(used)];
  });
  return Object.fromEntries(entries);
}
