import { readFileSync } from "node:fs";
import { join } from "node:path";
import { parse } from "csv-parse/sync";
import type { DailySeries } from "../../../stats/warning/dailySeries.ts";
import { grouped } from "./grouped.ts";

/** What a folder says of its simulation. Days count from 1. */
export interface Simulation {
  readonly days: number;
  readonly baseline_days: number;
  /** First and last. */
  readonly monitored_days: readonly [number, number];
}

/** One simulated run: all series of a study. */
export interface Replicate {
  readonly scenario: string;
  readonly number: string;
  readonly series: readonly ReplicateSeries[];
}

/** One indicator in one area of a run, with the file's line of each day; `null` for a day without one. */
export interface ReplicateSeries extends DailySeries {
  readonly indicator: string;
  readonly area: string;
  readonly standardErrors: Float64Array;
  readonly lines: readonly (Line | null)[];
}

/** A line of the file by its columns. An empty field is missing. */
export type Line = Readonly<Record<string, string>>;

/** Reads what a folder says of its simulation. */
export function readSimulation(folder: string): Simulation {
  return JSON.parse(readFileSync(join(folder, "truth.json"), "utf8")) as Simulation;
}

/** Reads the runs of a folder, in the order of its file. */
export function readReplicates(folder: string, { days }: Simulation): Replicate[] {
  const lines = readLines(join(folder, "daily_series.csv"));
  const runs = grouped(lines, ({ scenario, rep }) => `${scenario}/${rep}`);
  return [...runs.values()].map((ofRun) => {
    const { scenario = "", rep: number = "" } = ofRun[0] ?? {};
    const series = grouped(ofRun, ({ indicator, geo }) => `${indicator}/${geo}`);
    return { scenario, number, series: [...series.values()].map((ofSeries) => seriesOf(ofSeries, days)) };
  });
}

/** Reads a file's lines by the names in its first. */
export function readLines(path: string): Line[] {
  return parse(readFileSync(path), { columns: true, bom: true });
}

/** A field's number; not a number for an empty one. */
export function numberIn(line: Line | null, column: string): number {
  const text = line?.[column] ?? "";
  return text === "" ? Number.NaN : Number(text);
}

function seriesOf(ofSeries: readonly Line[], days: number): ReplicateSeries {
  const lines = Array<Line | null>(days).fill(null);
  for (const line of ofSeries) lines[Number(line["day"]) - 1] = line;
  const column = (name: string): Float64Array => Float64Array.from(lines, (line) => numberIn(line, name));
  const orNone = (value: number): number => (Number.isNaN(value) ? 0 : value);
  return {
    indicator: ofSeries[0]?.["indicator"] ?? "",
    area: ofSeries[0]?.["geo"] ?? "",
    lines,
    estimates: column("estimate"),
    standardErrors: column("se"),
    n: column("n").map(orNone),
    effectiveSampleSizes: column("n_eff").map(orNone),
    variances: null,
  };
}
