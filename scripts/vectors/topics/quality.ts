import { keepFirst } from "../../../stats/quality/keepFirst.ts";
import { mahalanobis } from "../../../stats/quality/mahalanobis.ts";
import { pageSpeed, relativeSpeed } from "../../../stats/quality/speed.ts";
import { intraIndividualVariability, isStraightLine, longestRun } from "../../../stats/quality/straightLining.ts";
import { takes, type Adapter } from "../adapter.ts";
import type { ReferenceCase } from "../referenceCase.ts";
import type { ReferenceData } from "../referenceData.ts";

/** Measures of how carefully people answered. */
export const quality: readonly Adapter[] = [
  {
    accepts: takes("battery", "duration", "attention"),
    run: ({ input }, { data }) => screeningCase(input, data),
  },
  {
    accepts: takes("page_seconds"),
    run({ input }) {
      const lines = input["page_seconds"] as (number | null)[][];
      const pages = (lines[0] ?? []).map((_, page) => Float64Array.from(lines, (line) => line[page] ?? Number.NaN));
      const limit = Number(input["cut"] ?? 1.75);
      const { pageMedians, index, isTooFast } = pageSpeed(pages, { most: Number(input["cap"] ?? 3), limit });
      return { page_median: pageMedians, rsi: withNulls(index), [`flag_gt_${limit}`]: isTooFast };
    },
  },
  {
    accepts: ({ input, expected }) => "items" in input && "longstring" in expected,
    run({ input }) {
      const items = (input["items"] as (number | null)[]).map((answer) => Float64Array.of(answer ?? Number.NaN));
      return { longstring: longestRun(items)[0], irv: withNulls(intraIndividualVariability(items))[0] };
    },
  },
  {
    accepts: takes("token", "start"),
    run({ input }) {
      const kept = keepFirst(input["token"] as string[], Float64Array.from(input["start"] as number[]));
      return { keep: Array.from(kept, (mark) => mark === 1) };
    },
  },
];

function screeningCase(input: ReferenceCase["input"], data: ReferenceData): Record<string, unknown> {
  const items = (input["battery"] as string[]).map((item) => data.numbers(item));
  const runs = longestRun(items);
  const speed = relativeSpeed(data.numbers(String(input["duration"])));
  const distances = mahalanobis(items);
  const failed = data.numbers(String(input["attention"])).reduce((count, value) => count + Number(value === 0), 0);
  const straight = isStraightLine(runs, { items: items.length });
  return {
    longstring: runs,
    irv: withNulls(intraIndividualVariability(items)),
    median_duration: speed?.median,
    relative_speed: withNulls(speed?.speed ?? new Float64Array(0)),
    speeder_below_40pct_median: speed?.isTooFast,
    counts: {
      speeders: ones(speed?.isTooFast ?? new Uint8Array(0)),
      [`longstring_ge_${Math.ceil(0.8 * items.length)}`]: ones(straight),
      attention_failed: failed,
    },
    ...(distances.kind === "distances" && {
      mahalanobis_d2: withNulls(distances.squared),
      mahalanobis_flag_p001: distances.isFar,
      cutoff: distances.limit,
    }),
  };
}

function ones(marks: Uint8Array): number {
  return marks.reduce((sum, mark) => sum + mark, 0);
}

function withNulls(values: Float64Array): (number | null)[] {
  return Array.from(values, (value) => (Number.isNaN(value) ? null : value));
}
