import { createDesign, type Design, type LonelyClusterRule } from "../../../stats/design.ts";
import { mean } from "../../../stats/estimators/mean.ts";
import { ratio } from "../../../stats/estimators/ratio.ts";
import { total } from "../../../stats/estimators/total.ts";
import { inBoxes } from "../../../stats/items/boxes.ts";
import { linearisedMean } from "../../../stats/linearised/linearisedMean.ts";
import { givenReplicatesMean } from "../../../stats/replication/givenReplicatesMean.ts";
import { jackknifeRakedMean } from "../../../stats/replication/jackknifeRakedMean.ts";
import { influenceCovariance } from "../../../stats/variance/influenceCovariance.ts";
import { entry } from "../../../stats/variance/strataSum.ts";
import { codeOf, takes, type Adapter } from "../adapter.ts";
import type { ReferenceCase, Targets } from "../referenceCase.ts";
import type { ReferenceData } from "../referenceData.ts";
import { domainOf } from "../referenceDomains.ts";
import { marginsOf } from "../referenceDesigns.ts";
import { inReferenceWords } from "./results.ts";

/** Whether a case asks for a plain estimate of a column, wherever else its input may say. */
const isMean: Adapter["accepts"] = ({ id, input, expected }) =>
  /^(mean|multichoice|edge)\//.test(id) && "variable" in input && "estimate" in expected && !("level" in input);

/** Means, totals, ratios and distributions on a design, and their replication. */
export const means: readonly Adapter[] = [
  {
    accepts: takes("variable", "replicate_weights"),
    run({ input }, { data, design }) {
      const weights = (input["replicate_weights"] as number[][]).map((each) => Float64Array.from(each));
      const replicates = { weights, scale: 4 / weights.length };
      return inReferenceWords(
        givenReplicatesMean(data.numbers(String(input["variable"])), design, null, { replicates }),
      );
    },
  },
  {
    accepts: takes("variable", "replicates", "margins"),
    run({ input }, { data }) {
      const weighting = { rows: data.rows, baseWeights: null, margins: marginsOf(input["margins"] as Targets, data) };
      return inReferenceWords(jackknifeRakedMean(data.numbers(String(input["variable"])), weighting, null));
    },
  },
  {
    accepts: takes("variables", "lonely_psu"),
    run: ({ input }, { data, design }) => lonelyCase(input, data, design),
  },
  {
    accepts: (reference) => reference.id.startsWith("distribution/") && takes("variable")(reference),
    run: ({ input }, { data, design }) => distribution(String(input["variable"]), data, design),
  },
  {
    accepts: (reference) => reference.id.startsWith("total/") && takes("variable")(reference),
    run: ({ input }, { data, design }) =>
      inReferenceWords(total(data.numbers(String(input["variable"])), design, null)),
  },
  {
    accepts: takes("numerator", "denominator"),
    run({ input }, { data, design }) {
      const numerator = data.numbers(String(input["numerator"]));
      const denominator = data.numbers(String(input["denominator"]));
      return inReferenceWords(ratio({ numerator, denominator }, design, null));
    },
  },
  {
    accepts: takes("variable", "boxes"),
    run: ({ input }, { data, design }) =>
      inReferenceWords(
        mean(inBoxes(data.numbers(String(input["variable"])), input["boxes"] as number[]), design, null),
      ),
  },
  {
    accepts: (reference) => isMean(reference) && takes("rows")(reference),
    run({ input, design: described }, { data }) {
      const rows = Number(input["rows"]);
      const weights = described?.weights ? data.numbers(described.weights).slice(0, rows) : null;
      const values = data.numbers(String(input["variable"])).slice(0, rows);
      return { ...inReferenceWords(mean(values, createDesign({ rows, weights }), null)), n_rows: rows };
    },
  },
  {
    accepts: isMean,
    run({ input }, { data, design }) {
      const values = data.numbers(String(input["variable"]));
      const found = mean(values, design, domainOf(input["domain"], data));
      return { ...inReferenceWords(found), n_rows: data.rows };
    },
  },
];

const rules: Readonly<Record<string, LonelyClusterRule>> = {
  fail: "fail",
  remove: "remove",
  // R has two words for it.
  certainty: "remove",
  adjust: "adjust",
  average: "average",
};

function lonelyCase(input: ReferenceCase["input"], data: ReferenceData, design: Design): Record<string, unknown> {
  const lonelyClusters = rules[String(input["lonely_psu"])] ?? "fail";
  const ruled = createDesign({ ...design, lonelyClusters });
  const found = (input["variables"] as string[]).map((variable) => ({
    variable,
    estimate: mean(data.numbers(variable), ruled, null),
  }));
  const failed = found.map(({ estimate }) => estimate).find(({ kind }) => kind === "not-estimable");
  if (failed?.kind === "not-estimable") return { error: codeOf(failed.reason) };
  return Object.fromEntries(found.map(({ variable, estimate }) => [variable, inReferenceWords(estimate)]));
}

function distribution(variable: string, data: ReferenceData, design: Design): Record<string, unknown> {
  const { codes, labels } = data.categories(variable);
  const parts = labels.map((_, category) => {
    const holds = Float64Array.from(codes, (code) => (code < 0 ? Number.NaN : Number(code === category)));
    return { holds, linearised: linearisedMean(holds, design, null) };
  });
  const found = parts.map(({ holds }) => inReferenceWords(mean(holds, design, null)));
  const influence = parts.flatMap(({ linearised }) => (linearised === null ? [] : [linearised.influence]));
  const covariance = influenceCovariance(influence, design);
  return {
    levels: labels.map(Number),
    estimate: found.map(({ estimate }) => estimate),
    se: found.map(({ se }) => se),
    df: found[0]?.["df"],
    vcov:
      covariance.kind === "lonely"
        ? null
        : labels.map((_, row) => labels.map((__, column) => entry(covariance, row, column))),
  };
}
