import type { JSX } from "preact";
import type { Mark } from "../../../../charts/figure.ts";
import type { DayState } from "../../../../server/warnings/warningsApi.ts";
import { DayRects, edgePx } from "./dayStrip.tsx";

const widthPx = 320;
const heightPx = 64;
const stripPx = 8;

/**
 * A series in little: the line with its intervals, and below it a strip of what was told each day. It has no axis: the
 * numbers stand beside it.
 */
export function Sparkline({
  marks,
  states,
  label,
}: {
  /** One a day; `null` where nothing may be shown. */
  marks: readonly (Mark | null)[];
  /** One a day, in step with the marks. */
  states: readonly DayState[];
  label: string;
}): JSX.Element {
  const ends = marks.flatMap((mark) =>
    mark === null ? [] : [mark.interval?.lower ?? mark.value, mark.interval?.upper ?? mark.value],
  );
  const [low, high] = [Math.min(...ends), Math.max(...ends)];
  const step = (widthPx - 2 * edgePx) / Math.max(1, marks.length - 1);
  const x = (place: number): number => edgePx + place * step;
  const bodyPx = heightPx - stripPx - edgePx;
  const y = (value: number): number => bodyPx - ((value - low) / (high - low || 1)) * (bodyPx - edgePx);
  const last = marks.findLastIndex((mark) => mark !== null);
  const lastMark = marks[last] ?? null;
  return (
    <svg class="overview-sparkline" viewBox={`0 0 ${widthPx} ${heightPx}`} role="img" aria-label={label}>
      {stretches(marks).map((stretch) => (
        <g key={stretch[0]?.place}>
          <path class="band" d={bandOf(stretch, x, y)} />
          <path
            class="line"
            d={stretch
              .map(({ place, mark }, index) => `${index === 0 ? "M" : "L"}${x(place)},${y(mark.value)}`)
              .join("")}
          />
        </g>
      ))}
      {lastMark !== null && <circle class="last" cx={x(last)} cy={y(lastMark.value)} r="3.5" />}
      <g transform={`translate(0 ${heightPx - stripPx})`}>
        <DayRects states={states} widthPx={widthPx} heightPx={stripPx} />
      </g>
    </svg>
  );
}

interface Placed {
  readonly place: number;
  readonly mark: Mark;
}

/** Days beside each other that may be shown: a line across what may not would be made up. */
function stretches(marks: readonly (Mark | null)[]): Placed[][] {
  const found: Placed[][] = [];
  for (const [place, mark] of marks.entries()) {
    if (mark === null) continue;
    if (place > 0 && marks[place - 1] !== null) found.at(-1)?.push({ place, mark });
    else found.push([{ place, mark }]);
  }
  return found;
}

function bandOf(stretch: readonly Placed[], x: (place: number) => number, y: (value: number) => number): string {
  const upper = stretch.map(({ place, mark }) => `${x(place)},${y(mark.interval?.upper ?? mark.value)}`);
  const lower = stretch.map(({ place, mark }) => `${x(place)},${y(mark.interval?.lower ?? mark.value)}`).reverse();
  return `M${[...upper, ...lower].join("L")}Z`;
}
