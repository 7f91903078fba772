import type { Columns } from "../../stats/columns.ts";
import type { Estimate } from "../../stats/estimate.ts";
import { countedVariable, type CountedVariable } from "../../stats/estimators/countedVariable.ts";
import type { CodebookScore } from "../../surveys/codebook/codebook.ts";
import { instruments } from "../../surveys/instruments/registry.ts";
import type { Instrument } from "../../surveys/instruments/instrument.ts";
import { isScreenPositive } from "../../surveys/instruments/readScore.ts";
import type { Population } from "./population.ts";
import type { QuestionEstimates } from "./estimatesApi.ts";

/** The estimates of a standard scale; an empty list for a scale this program does not know. */
export function scoreShape(
  { name, instrument: id, instrumentVersion, range: [low, high] }: CodebookScore,
  columns: Columns,
  { design, domain }: Population,
): QuestionEstimates[] {
  const instrument = instruments[id];
  const column = columns.column(name);
  if (instrument === undefined || column?.kind !== "number") return [];
  const { values } = column;
  const codes = new Int16Array(values.length);
  let [answered, people] = [0, 0];
  for (let row = 0; row < values.length; row++) {
    const value = values[row] ?? Number.NaN;
    codes[row] = Number.isNaN(value) ? -1 : value - low;
    if (domain !== null && domain[row] !== 1) continue;
    people += 1;
    if (!Number.isNaN(value)) answered += 1;
  }
  const points = Array.from({ length: high - low + 1 }, (_, place) => low + place);
  const counted = countedVariable({ codes, categories: points.length }, design, domain);
  const atEach = counted.sharesOfGroups([...points.keys()], points.length);
  return [
    {
      name,
      type: "score",
      title: instrument.name,
      askedIf: null,
      answered,
      unanswered: people - answered,
      shape: "score",
      instrument: id,
      instrumentVersion,
      mean: counted.meanOfScores(points),
      cutOff: instrument.cutOff,
      direction: instrument.direction,
      screenPositive: screenPositive(instrument, points, counted),
      bands: bandsOf(instrument, points, counted),
      scores: atEach
        .map((estimate, place) => ({ score: low + place, estimate }))
        .filter(({ score }) => (score - low) % instrument.multiplier === 0),
    },
  ];
}

function screenPositive(
  instrument: Instrument,
  points: readonly number[],
  { sharesOfGroups }: CountedVariable,
): Estimate | null {
  if (instrument.cutOff === null) return null;
  const isPositive = points.map((score) => Number(isScreenPositive(instrument, score)));
  return sharesOfGroups(isPositive, 2)[1] ?? null;
}

function bandsOf({ bands }: Instrument, points: readonly number[], { sharesOfGroups }: CountedVariable) {
  const bandOf = points.map((score) => bands.findIndex(({ from, to }) => score >= from && score <= to));
  const found = sharesOfGroups(bandOf, bands.length);
  return bands.map((band, place) => ({
    ...band,
    estimate: found[place] ?? { kind: "not-estimable" as const, reason: "no-data" as const, n: 0 },
  }));
}
