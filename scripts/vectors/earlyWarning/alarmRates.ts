import type { AlarmRule, FoundSeries } from "./watchedReplicate.ts";

/** Something that happens in a simulation: from which day on, in which series (`indicator/area`). */
export interface SimulatedEvent {
  readonly series: string;
  readonly start_day: number;
}

/** The monitored days, from 1, first and last. */
export type MonitoredDays = readonly [number, number];

const everywhere = "ALL";

/** How often a rule alarms where nothing happens, in a folder's words. */
export function falseAlarms(
  runs: readonly (readonly FoundSeries[])[],
  rule: AlarmRule,
  { events, monitored }: { events: readonly SimulatedEvent[]; monitored: MonitoredDays },
): Record<string, number> {
  const [from, to] = monitored;
  const days = to - from + 1;
  const quiet = runs.map((run) =>
    run
      .filter(({ of }) => !events.some((event) => touches(event, of)))
      .map((series) => series.days.slice(from - 1, to).map((day) => day[rule] === 1)),
  );
  const anyOn = quiet.map((run) =>
    Array.from({ length: days }, (_, day) => run.some((alarms) => alarms[day] === true)),
  );
  const unaffected = quiet[0]?.length ?? 0;
  const count = (values: readonly (readonly boolean[])[]): number => values.flat().filter(Boolean).length;
  const seriesDays = runs.length * unaffected * days;
  return {
    unaffected_series: unaffected,
    false_series_days_per_1000: (1000 * count(quiet.flat())) / seriesDays,
    false_episodes_per_100_system_days: (100 * count(quiet.flat().map(beginnings))) / (runs.length * days),
    [`share_of_runs_with_any_false_alarm_in_${days}_days`]:
      anyOn.filter((run) => run.includes(true)).length / runs.length,
    share_of_days_with_any_false_alarm: count(anyOn) / (runs.length * days),
  };
}

/** How soon a rule finds an event, in a folder's words. 0 is the event's first day; `null` a run in which it is missed. */
export function delaysUntilFound(
  runs: readonly (readonly FoundSeries[])[],
  rule: AlarmRule,
  { event, monitored: [, last] }: { event: SimulatedEvent; monitored: MonitoredDays },
): Record<string, unknown> {
  const alarmsOf = runs.map((run) => {
    const found = run.find(({ of }) => `${of.indicator}/${of.area}` === event.series);
    return (found?.days ?? []).slice(0, last).map((day) => day[rule] === 1);
  });
  const delays = alarmsOf.map((alarms) => {
    const delay = alarms.slice(event.start_day - 1).indexOf(true);
    return delay === -1 ? null : delay;
  });
  const found = delays.filter((delay) => delay !== null).sort((one, other) => one - other);
  return {
    series: event.series,
    start_day: event.start_day,
    detected_share: found.length / runs.length,
    delay_days_median: median(found),
    delay_days_mean: found.length === 0 ? null : found.reduce((sum, delay) => sum + delay, 0) / found.length,
    delay_days_p90: found[Math.ceil(0.9 * found.length - 1e-9) - 1] ?? null,
    already_alarming_before: alarmsOf.filter((alarms) => alarms[event.start_day - 2] === true).length / runs.length,
    delays,
  };
}

/** An event in an area moves the whole as well, and one in the whole every area. */
function touches({ series }: SimulatedEvent, { indicator, area }: { indicator: string; area: string }): boolean {
  const [ofIndicator, ofArea] = series.split("/");
  return indicator === ofIndicator && (area === ofArea || area === everywhere || ofArea === everywhere);
}

/** Where alarms begin, so that an episode counts once. */
function beginnings(alarms: readonly boolean[]): boolean[] {
  return alarms.map((isOn, day) => isOn && alarms[day - 1] !== true);
}

function median(sorted: readonly number[]): number | null {
  const low = sorted[Math.floor((sorted.length - 1) / 2)];
  const high = sorted[Math.floor(sorted.length / 2)];
  return low === undefined || high === undefined ? null : (low + high) / 2;
}
