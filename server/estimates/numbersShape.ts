import type { Columns } from "../../stats/columns.ts";
import { mean } from "../../stats/estimators/mean.ts";
import { shares } from "../../stats/estimators/shares.ts";
import type { LocalisedText } from "../../surveys/definition.ts";
import type { Population } from "./population.ts";
import type { QuestionEstimates } from "./estimatesApi.ts";

type Numbers = Extract<QuestionEstimates, { shape: "numbers" }>;

const mostBins = 12;

/** Means and distributions of numeric variables. */
export function numbersShape(
  variables: readonly { readonly name: string; readonly label: LocalisedText }[],
  columns: Columns,
  population: Population,
): Pick<Numbers, "shape" | "rows"> {
  const rows = variables.flatMap(({ name, label }) => {
    const column = columns.column(name);
    if (column?.kind !== "number") return [];
    const { values } = column;
    return [
      { name, label, mean: mean(values, population.design, population.domain), bins: binned(values, population) },
    ];
  });
  return { shape: "numbers", rows };
}

function binned(values: Float64Array, { design, domain }: Population): Numbers["rows"][number]["bins"] {
  let [low, high] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
  for (let row = 0; row < values.length; row++) {
    const value = values[row] ?? Number.NaN;
    if (Number.isNaN(value) || (domain !== null && domain[row] !== 1)) continue;
    if (value < low) low = value;
    if (value > high) high = value;
  }
  if (low > high) return [];
  const step = roundStep((high - low) / mostBins, values);
  const from = Math.floor(low / step) * step;
  const categories = Math.floor((high - from) / step) + 1;
  const codes = new Int16Array(values.length);
  for (let row = 0; row < values.length; row++) {
    const value = values[row] ?? Number.NaN;
    codes[row] = Number.isNaN(value) ? -1 : Math.floor((value - from) / step);
  }
  return shares({ codes, categories }, design, domain).map((estimate, bin) => ({
    from: from + bin * step,
    to: from + (bin + 1) * step,
    estimate,
  }));
}

/** The next step up that people count in: 1, 2 or 5 times a power of ten; never below 1 for whole numbers. */
function roundStep(least: number, values: Float64Array): number {
  const isWhole = values.every((value) => Number.isNaN(value) || Number.isInteger(value));
  if (least <= 0) return 1;
  const power = 10 ** Math.floor(Math.log10(least));
  const step = [1, 2, 5, 10].map((times) => times * power).find((candidate) => candidate >= least) ?? least;
  return isWhole ? Math.max(1, step) : step;
}
