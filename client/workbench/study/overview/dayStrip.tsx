import type { JSX } from "preact";
import type { DayState } from "../../../../server/warnings/warningsApi.ts";
import { shownState } from "./stateBadge.tsx";

const widthPx = 200;
const heightPx = 8;
/** Room at both ends, as a line above has it for its last point. */
export const edgePx = 4;

/** What was told each day, a mark a day: the words beside it say what is so now. */
export function DayStrip({ states }: { states: readonly DayState[] }): JSX.Element {
  return (
    <svg class="overview-sparkline overview-strip" viewBox={`0 0 ${widthPx} ${heightPx}`} aria-hidden="true">
      <DayRects states={states} widthPx={widthPx} heightPx={heightPx} />
    </svg>
  );
}

/** The marks of a strip, inside a drawing of the width. */
export function DayRects({
  states,
  widthPx: width,
  heightPx: height,
}: {
  states: readonly DayState[];
  widthPx: number;
  heightPx: number;
}): JSX.Element {
  const step = (width - 2 * edgePx) / Math.max(1, states.length - 1);
  return (
    <>
      {states.map((state, place) => {
        const shown = shownState(state);
        // Height tells states apart where colours do not.
        const tall = shown === "red" ? 1 : shown === "amber" ? 0.75 : 0.45;
        return (
          <rect
            key={place}
            class={`day ${shown}`}
            x={edgePx + place * step - step * 0.4}
            y={height * (1 - tall)}
            width={Math.max(1, step * 0.8)}
            height={height * tall}
          />
        );
      })}
    </>
  );
}
