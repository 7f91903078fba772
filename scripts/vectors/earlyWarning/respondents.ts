import { existsSync } from "node:fs";
import { join } from "node:path";
import { createDesign } from "../../../stats/design.ts";
import { mean } from "../../../stats/estimators/mean.ts";
import { kish } from "../../../stats/weights/kish.ts";
import { grouped } from "./grouped.ts";
import { numberIn, readLines, type Line, type Replicate, type ReplicateSeries } from "./replicates.ts";

/** A day of a series worked out from the answers behind it. */
export interface DayFromAnswers {
  readonly of: ReplicateSeries;
  readonly day: number;
  readonly got: Readonly<Record<"estimate" | "se" | "n" | "n_eff", number | null>>;
}

/** Works a run's series out from its answers, where the folder has them: a day's design is all who answered on it. */
export function daysFromAnswers(folder: string, { scenario, number, series }: Replicate): DayFromAnswers[] {
  const path = join(folder, `respondents_${scenario}_rep${number}.csv`);
  if (!existsSync(path)) return [];
  const byDay = grouped(readLines(path), ({ day }) => day ?? "");
  return [...byDay].flatMap(([name, lines]) => {
    const day = Number(name);
    const weights = column(lines, "w");
    const design = createDesign({ rows: lines.length, weights });
    return series.map((of) => {
      const domain = Uint8Array.from(lines, ({ region }) => Number(of.area === "ALL" || region === of.area));
      const found = mean(column(lines, of.indicator), design, domain);
      const estimate = found.kind === "estimate" ? found : null;
      const inArea = kish(weights.map((weight, row) => weight * (domain[row] ?? 0)));
      const got = {
        estimate: estimate?.value ?? null,
        se: estimate?.standardError ?? null,
        n: found.n,
        n_eff: inArea?.effectiveSampleSize ?? null,
      };
      return { of, day, got };
    });
  });
}

function column(lines: readonly Line[], name: string): Float64Array {
  return Float64Array.from(lines, (line) => numberIn(line, name));
}
