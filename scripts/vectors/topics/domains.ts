import type { Design } from "../../../stats/design.ts";
import { difference } from "../../../stats/estimators/difference.ts";
import { mean } from "../../../stats/estimators/mean.ts";
import { linearisedMean } from "../../../stats/linearised/linearisedMean.ts";
import { influenceCovariance } from "../../../stats/variance/influenceCovariance.ts";
import { entry } from "../../../stats/variance/strataSum.ts";
import type { Adapter } from "../adapter.ts";
import type { ReferenceData } from "../referenceData.ts";
import { domainOf } from "../referenceDomains.ts";
import { inReferenceWords } from "./results.ts";

/** Subgroups, and differences between two. */
export const domains: readonly Adapter[] = [
  {
    accepts: ({ input, expected }) => "variable" in input && "by" in input && "rows" in expected,
    run({ input }, { data, design }) {
      const values = data.numbers(String(input["variable"]));
      const by = [input["by"] as string | string[]].flat();
      const rows = groupsOf(by, data).map((domain) => ({
        domain,
        ...inReferenceWords(mean(values, design, domainOf(domain, data))),
      }));
      return { rows };
    },
  },
  {
    accepts: ({ id, input }) => id.startsWith("domain_difference/") && "variable" in input && "by" in input,
    run: ({ input }, { data, design }) =>
      differenceCase(String(input["variable"]), String(input["by"]), { data, design }),
  },
  {
    accepts: ({ input, expected }) => "variable" in input && "domain" in input && "must_not_equal_se" in expected,
    run: ({ input }, { data, design }) =>
      inReferenceWords(mean(data.numbers(String(input["variable"])), design, domainOf(input["domain"], data))),
  },
];

/** Every combination of values that occurs, the first variable slowest; numbers stay numbers. */
function groupsOf(by: readonly string[], data: ReferenceData): Record<string, string | number>[] {
  const columns = by.map((variable) => data.categories(variable));
  const seen = new Set<number>();
  for (let row = 0; row < data.rows; row++) {
    const codes = columns.map(({ codes: of }) => of[row] ?? -1);
    if (codes.every((code) => code >= 0))
      seen.add(codes.reduce((key, code, place) => key * (columns[place]?.categories ?? 1) + code, 0));
  }
  return [...seen].sort((one, other) => one - other).map((key) => groupOf(key, by, columns));
}

function groupOf(
  key: number,
  by: readonly string[],
  columns: readonly { categories: number; labels: readonly string[] }[],
): Record<string, string | number> {
  let rest = key;
  const entries = columns.map((column, place): [string, string | number] => {
    const later = columns.slice(place + 1).reduce((product, { categories }) => product * categories, 1);
    const label = column.labels[Math.floor(rest / later)] ?? "";
    rest %= later;
    const areNumbers = column.labels.every((each) => !Number.isNaN(Number(each)));
    return [by[place] ?? "", areNumbers ? Number(label) : label];
  });
  return Object.fromEntries(entries);
}

function differenceCase(
  variable: string,
  by: string,
  { data, design }: { data: ReferenceData; design: Design },
): Record<string, unknown> {
  const values = data.numbers(variable);
  const [of, from] = data
    .categories(by)
    .labels.map((label) => linearisedMean(values, design, domainOf({ [by]: label }, data)));
  if (of === undefined || from === undefined || of === null || from === null) return {};
  const found = difference({ of, from }, design);
  const covariance = influenceCovariance([of.influence, from.influence], design);
  if (found.kind !== "estimate" || covariance.kind !== "covariance") return {};
  return {
    ...inReferenceWords(found),
    z: found.value / (found.standardError ?? 0),
    vcov: [0, 1].map((row) => [0, 1].map((column) => entry(covariance, row, column))),
  };
}
