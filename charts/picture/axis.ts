import type { Language } from "../../surveys/language.ts";
import type { Drawing } from "../drawing.ts";
import { formatNumber, type Unit } from "../format.ts";
import type { Shape } from "./shapes.ts";
import { textAt, typeSize } from "./type.ts";

/** Values on a stretch of pixels, and the round values that are marked on it. */
export interface Axis {
  readonly at: (value: number) => number;
  readonly ticks: readonly number[];
  readonly lowest: number;
  readonly highest: number;
}

/** An axis that holds all values, from round number to round number, with about `ticks` marks. */
export function axisFor(
  values: readonly number[],
  {
    from,
    to,
    ticks,
    fromZero,
    limit = null,
  }: { from: number; to: number; ticks: number; fromZero: boolean; limit?: number | null },
): Axis {
  const lowestValue = Math.min(...values, ...(fromZero ? [0] : []));
  const highestValue = Math.max(...values, ...(fromZero ? [0] : []));
  const [least, most] = Number.isFinite(lowestValue) ? [lowestValue, highestValue] : [0, 1];
  const step = roundStep((most - least || Math.abs(most) || 1) / ticks);
  const lowest = Math.floor(least / step + 1e-9) * step;
  const wanted = Math.ceil(most / step - 1e-9) * step;
  const highest = limit === null ? Math.max(wanted, lowest + step) : Math.min(Math.max(wanted, lowest + step), limit);
  const count = Math.floor((highest - lowest) / step + 1e-9);
  return {
    at: (value) => from + ((value - lowest) / (highest - lowest)) * (to - from),
    ticks: Array.from({ length: count + 1 }, (_, place) => Number((lowest + place * step).toPrecision(10))),
    lowest,
    highest,
  };
}

/** 1, 2 or 5 times a power of ten, at least as large. */
function roundStep(step: number): number {
  const power = 10 ** Math.floor(Math.log10(step));
  return power * ([1, 2, 5].find((times) => times * power >= step * 0.999) ?? 10);
}

/** A mark's number on an axis, with a true minus as numbers elsewhere have it. */
export function tickText(value: number, unit: Unit, language: Language): string {
  if (unit === "share") return `${formatNumber(value * 100, language)}%`;
  return formatNumber(unit === "net" ? value * 100 : value, language).replace("-", "−");
}

/** How many marks an axis of a length has room for. */
export function ticksFor(lengthPx: number): number {
  return Math.max(2, Math.min(6, Math.floor(lengthPx / 50)));
}

/** The ends of what is drawn of marks: their values and intervals. */
export function endsOf(
  marks: readonly ({
    readonly value: number;
    readonly interval: { readonly lower: number; readonly upper: number } | null;
  } | null)[],
): number[] {
  return marks.flatMap((mark) =>
    mark === null ? [] : [mark.value, ...(mark.interval === null ? [] : [mark.interval.lower, mark.interval.upper])],
  );
}

/** Upright lines at an axis' marks with their numbers below, from the top to `bottom`. */
export function uprightGrid(
  { ticks, at }: Axis,
  {
    unit,
    bottom,
    top = 0,
    drawing: { theme, language },
  }: { unit: Unit; bottom: number; top?: number; drawing: Drawing },
): Shape[] {
  return ticks.flatMap((tick): Shape[] => [
    { shape: "line", from: [at(tick), top], to: [at(tick), bottom], stroke: theme.line, width: 1 },
    textAt(tickText(tick, unit, language), [at(tick), bottom + 15], {
      size: typeSize.small,
      fill: theme.soft,
      anchor: "middle",
    }),
  ]);
}

/** Lines across at an axis' marks with their numbers at the left. */
export function levelGrid(
  { ticks, at }: Axis,
  { unit, from, to, drawing: { theme, language } }: { unit: Unit; from: number; to: number; drawing: Drawing },
): Shape[] {
  return ticks.flatMap((tick): Shape[] => [
    { shape: "line", from: [from, at(tick)], to: [to, at(tick)], stroke: theme.line, width: 1 },
    textAt(tickText(tick, unit, language), [from - 6, at(tick) + 4], {
      size: typeSize.small,
      fill: theme.soft,
      anchor: "end",
    }),
  ]);
}
