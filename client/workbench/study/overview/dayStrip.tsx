import type { JSX } from "preact";
import type { DayState } from "../../../../server/warnings/warningsApi.ts";
import { shownState, type ShownState } from "./stateBadge.tsx";

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
  // A shape for each state and not for each day: pages show hundreds of strips.
  return (
    <>
      {inOrder.map((state) => {
        const marks = states.flatMap((each, place) => {
          if (shownState(each) !== state) return [];
          const tall = height * tallness[state];
          const wide = Math.max(1, step * 0.8);
          return `M${edgePx + (place - 0.4) * step},${height - tall}h${wide}v${tall}h${-wide}Z`;
        });
        return marks.length === 0 ? null : <path key={state} class={`day ${state}`} d={marks.join("")} />;
      })}
    </>
  );
}

const inOrder = ["red", "amber", "quiet", "cannotTell"] as const;
/** Height tells states apart where colours do not. */
const tallness: Record<ShownState, number> = { red: 1, amber: 0.75, quiet: 0.45, cannotTell: 0.45 };
