import type { Columns } from "../../stats/columns.ts";
import type { Estimate } from "../../stats/estimate.ts";
import { mean } from "../../stats/estimators/mean.ts";
import { shares } from "../../stats/estimators/shares.ts";
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
  const regrouped = (groupOf: (score: number) => number, categories: number): Estimate[] => {
    const groups = Int16Array.from({ length: high - low + 1 }, (_, place) => groupOf(low + place));
    const grouped = codes.map((code) => (code < 0 ? -1 : (groups[code] ?? -1)));
    return shares({ codes: grouped, categories }, design, domain);
  };
  const atEach = shares({ codes, categories: high - low + 1 }, design, domain);
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
      mean: mean(values, design, domain),
      cutOff: instrument.cutOff,
      direction: instrument.direction,
      screenPositive: screenPositive(instrument, regrouped),
      bands: bandsOf(instrument, regrouped),
      scores: atEach
        .map((estimate, place) => ({ score: low + place, estimate }))
        .filter(({ score }) => (score - low) % instrument.multiplier === 0),
    },
  ];
}

type Regrouped = (groupOf: (score: number) => number, categories: number) => Estimate[];

function screenPositive(instrument: Instrument, regrouped: Regrouped): Estimate | null {
  if (instrument.cutOff === null) return null;
  return regrouped((score) => Number(isScreenPositive(instrument, score)), 2)[1] ?? null;
}

function bandsOf({ bands }: Instrument, regrouped: Regrouped) {
  const found = regrouped((score) => bands.findIndex(({ from, to }) => score >= from && score <= to), bands.length);
  return bands.map((band, place) => ({
    ...band,
    estimate: found[place] ?? { kind: "not-estimable" as const, reason: "no-data" as const, n: 0 },
  }));
}
