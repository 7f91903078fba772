import { readFileSync } from "node:fs";
import { join } from "node:path";
import { differences } from "../compare.ts";
import { usualTolerance } from "../referenceCase.ts";
import type { TopicVerdicts, Verdict } from "../runTopics.ts";
import { delaysUntilFound, falseAlarms, type MonitoredDays, type SimulatedEvent } from "./alarmRates.ts";
import { grouped } from "./grouped.ts";
import { numberIn, readReplicates, readSimulation, type Line } from "./replicates.ts";
import { daysFromAnswers } from "./respondents.ts";
import { rules, watchReplicate, type AlarmRule, type FoundSeries } from "./watchedReplicate.ts";

/**
 * Runs a folder of simulated series: every line of `daily_series.csv`, the false alarms and delays of every rule in
 * `results.json`, and the days of those runs whose answers the folder has.
 */
export function runEarlyWarning(folder: string): TopicVerdicts[] {
  const simulation = readSimulation(folder);
  const replicates = readReplicates(folder, simulation);
  const found = replicates.map((replicate) => ({ ...replicate, found: watchReplicate(replicate, simulation) }));
  return [
    { name: "daily_series", verdicts: found.flatMap((run) => verdictsOfLines(run)) },
    { name: "results", verdicts: verdictsOfResults(folder, found, simulation.monitored_days) },
    {
      name: "respondents",
      verdicts: replicates.flatMap((replicate) =>
        daysFromAnswers(folder, replicate).map(({ of, day, got }) =>
          verdict(`${replicate.scenario}/${replicate.number} ${of.indicator}/${of.area} day ${day}`, {
            expected: lineValues(of.lines[day - 1] ?? null, Object.keys(got)),
            got,
          }),
        ),
      ),
    },
  ];
}

interface FoundRun {
  readonly scenario: string;
  readonly number: string;
  readonly found: readonly FoundSeries[];
}

const checked = ["E", "sd_E", "Z", "p_upper", "p_BH", ...rules.filter((rule) => rule !== "ewma_L")];

function verdictsOfLines({ scenario, number, found }: FoundRun): Verdict[] {
  return found.flatMap(({ of, days }) =>
    of.lines.flatMap((line, day) => {
      if (line === null) return [];
      const id = `${scenario}/${number} ${of.indicator}/${of.area} day ${day + 1}`;
      return [verdict(id, { expected: lineValues(line, checked), got: days[day] })];
    }),
  );
}

type Results = Readonly<Record<string, Readonly<Record<string, Readonly<Record<string, unknown>>>>>>;

/** The part of the results that belongs to the folder's own runs is named for their number. */
function verdictsOfResults(folder: string, found: readonly FoundRun[], monitored: MonitoredDays): Verdict[] {
  const all = JSON.parse(readFileSync(join(folder, "results.json"), "utf8")) as Record<string, Results>;
  return [...grouped(found, ({ scenario }) => scenario)].flatMap(([scenario, ofScenario]) => {
    const expected = all[`replicates_${ofScenario.length}`]?.[scenario];
    if (expected === undefined) return [{ id: scenario, outcome: "unsupported" }];
    const runs = ofScenario.map((run) => run.found);
    return Object.entries(expected).map(([name, wanted]): Verdict => {
      const id = `${scenario} ${name}`;
      const rule = rules.find((each) => each === name);
      if (rule === undefined) return { id, outcome: "unsupported" };
      return verdict(id, { expected: wanted, got: resultsOf(runs, rule, { wanted, monitored }) });
    });
  });
}

function resultsOf(
  runs: readonly (readonly FoundSeries[])[],
  rule: AlarmRule,
  { wanted, monitored }: { wanted: Readonly<Record<string, unknown>>; monitored: MonitoredDays },
): Record<string, unknown> {
  const events = Object.entries(wanted).filter((entry): entry is [string, SimulatedEvent] => isEvent(entry[1]));
  return {
    ...falseAlarms(runs, rule, { events: events.map(([, event]) => event), monitored }),
    ...Object.fromEntries(events.map(([name, event]) => [name, delaysUntilFound(runs, rule, { event, monitored })])),
  };
}

function isEvent(value: unknown): value is SimulatedEvent {
  return typeof value === "object" && value !== null && "series" in value && "start_day" in value;
}

function lineValues(line: Line | null, columns: readonly string[]): Record<string, number | null> {
  const values = columns.map((column): [string, number | null] => {
    const value = numberIn(line, column);
    return [column, Number.isNaN(value) ? null : value];
  });
  return Object.fromEntries(values);
}

function verdict(id: string, compared: { expected: unknown; got: unknown }): Verdict {
  const found = differences(compared, usualTolerance);
  return found.length === 0 ? { id, outcome: "passed" } : { id, outcome: "failed", differences: found };
}
