import type { LocalisedText } from "../../surveys/definition.ts";
import type { CodebookScore } from "../../surveys/codebook/codebook.ts";
import type { Instrument } from "../../surveys/instruments/instrument.ts";
import { instruments } from "../../surveys/instruments/registry.ts";
import type { AnalysisSource } from "../analysis/analysisSource.ts";
import type { ReadColumns } from "../estimates/conditions.ts";

/** An item of a scale with what its answers count for. */
export interface ScaleColumn {
  readonly name: string;
  readonly label: LocalisedText;
  /** One entry a row; not a number means no answer. */
  readonly points: Float64Array;
}

/** The items of a scale in their order. Points are the instrument's, so that all items point the same way. */
export function scaleColumns(
  { instrument: id, items }: CodebookScore,
  { codebook, columns }: Pick<AnalysisSource, "codebook"> & { readonly columns: ReadColumns },
): ScaleColumn[] {
  const instrument = instruments[id];
  if (instrument === undefined) return [];
  const variables = codebook.questions.flatMap((question) => question.variables);
  return items.map((name) => ({
    name,
    label: variables.find((variable) => variable.name === name)?.label ?? name,
    points: pointsOf(name, instrument, columns),
  }));
}

function pointsOf(name: string, { options }: Instrument, { column, rows }: ReadColumns): Float64Array {
  const points = new Float64Array(rows).fill(Number.NaN);
  const found = column(name);
  if (found?.kind !== "category") return points;
  const worth = found.codes.map((code) => options.find((option) => option.code === code)?.points ?? Number.NaN);
  for (let row = 0; row < rows; row++) points[row] = worth[found.values[row] ?? -1] ?? Number.NaN;
  return points;
}
