import { anonymity } from "../../../stats/disclosure/anonymity.ts";
import { attackerInterval } from "../../../stats/disclosure/attackerInterval.ts";
import type { CountTable } from "../../../stats/disclosure/countTable.ts";
import { discreteGaussian, discreteLaplace, type DiscreteNoise } from "../../../stats/disclosure/discreteNoise.ts";
import { publication, roundedToBase } from "../../../stats/disclosure/publication.ts";
import { suppressCells } from "../../../stats/disclosure/suppressCells.ts";
import { takes, type Adapter } from "../adapter.ts";
import type { ReferenceCase } from "../referenceCase.ts";
import type { ReferenceData } from "../referenceData.ts";

/** What may be published, and what noise does. */
export const disclosure: readonly Adapter[] = [
  {
    accepts: takes("table", "threshold"),
    run: ({ input }) => suppressionCase(input),
  },
  {
    accepts: takes("values", "base"),
    run: ({ input }) => ({
      rounded: (input["values"] as number[]).map((value) => roundedToBase(value, Number(input["base"]))),
    }),
  },
  {
    accepts: ({ input, expected }) => "n" in input && "n_eff" in input && "publish" in expected,
    run({ input }) {
      const sizes = input["n_eff"] as number[];
      const found = (input["n"] as number[]).map((n, place) =>
        publication({ n, effectiveSampleSize: sizes[place] ?? 0 }),
      );
      return {
        publish: found.map(({ kind }) => kind === "public"),
        n_published: found.map((each) => (each.kind === "public" ? each.n : null)),
      };
    },
  },
  {
    accepts: takes("quasi_identifiers", "sensitive", "k"),
    run: ({ input }, { data }) => anonymityCase(input, data),
  },
  {
    accepts: takes("epsilon", "sensitivity"),
    run: ({ input, expected }) =>
      noiseCase(
        discreteLaplace({ epsilon: Number(input["epsilon"]), sensitivity: Number(input["sensitivity"]) }),
        expected,
      ),
  },
  {
    accepts: takes("sigma2"),
    run({ input, expected }) {
      const sensitivity = Number(input["sensitivity"] ?? 1);
      const noise = discreteGaussian({ squaredScale: Number(input["sigma2"]), sensitivity });
      return { ...noiseCase(noise, expected), rho_zcdp: noise.rho };
    },
  },
];

function suppressionCase(input: ReferenceCase["input"]): Record<string, unknown> {
  const lines = input["table"] as number[][];
  const columns = lines[0]?.length ?? 0;
  const table: CountTable = { rows: lines.length, columns, counts: Float64Array.from(lines.flat()) };
  const rule = { threshold: Number(input["threshold"]), isZeroPublic: input["zeros_publishable"] !== false };
  const { isPrimary, isSuppressed, cost } = suppressCells(table, rule);
  const inLines = (marks: Uint8Array): boolean[][] =>
    lines.map((line, row) => line.map((_, column) => marks[row * columns + column] === 1));
  // The folder goes down the columns.
  const cells = Array.from({ length: table.counts.length }, (_, place) => ({
    row: place % lines.length,
    col: Math.floor(place / lines.length),
  }));
  const intervals = cells.flatMap(({ row, col }) => {
    const cell = row * columns + col;
    if (isSuppressed[cell] !== 1) return [];
    const { least, most } = attackerInterval(table, isSuppressed, cell);
    return [{ row, col, value: table.counts[cell], attacker_min: least, attacker_max: most }];
  });
  return { primary: inLines(isPrimary), suppress: inLines(isSuppressed), cost_secondary: cost, intervals };
}

function anonymityCase(input: ReferenceCase["input"], data: ReferenceData): Record<string, unknown> {
  const k = Number(input["k"]);
  const names = [input["sensitive"] as string | string[]].flat();
  const columns = [input["quasi_identifiers"] as string | string[]].flat();
  const found = anonymity(
    {
      quasiIdentifiers: columns.map((variable) => data.categories(variable)),
      sensitive: names.map((variable) => data.categories(variable)),
    },
    { rows: data.rows, k },
  );
  const diversity = names.flatMap((name, place): [string, unknown][] => [
    [`l_distinct_min_${name}`, found.diversity[place]?.distinct],
    [`entropy_l_${name}_min`, found.diversity[place]?.effective],
  ]);
  return {
    classes: found.classes,
    k_min: found.smallest,
    [`records_in_classes_below_${k}`]: found.belowK,
    [`records_to_suppress_for_k${k}`]: found.belowK,
    sample_uniques: found.uniques,
    average_risk: found.averageRisk,
    ...Object.fromEntries(diversity),
  };
}

function noiseCase(noise: DiscreteNoise, expected: ReferenceCase["expected"]): Record<string, unknown> {
  const places = expected["k"] as number[];
  return { k: places, pmf: places.map(noise.probability), variance: noise.variance };
}
