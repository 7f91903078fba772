import type { JSX } from "preact";

const widthPx = 180;
const heightPx = 20;
const edgePx = 7;

/**
 * How a category's share moved by weighting: an open dot before, a filled one after, an upright line where it was wanted.
 * The numbers stand beside it.
 *
 * @param props.most the share at the right end, the same for all categories of a margin.
 */
export function Dumbbell({
  before,
  wanted,
  achieved,
  most,
}: {
  before: number;
  wanted: number;
  achieved: number;
  most: number;
}): JSX.Element {
  const x = (share: number): number => edgePx + (share / (most || 1)) * (widthPx - 2 * edgePx);
  const y = heightPx / 2;
  return (
    <svg
      class="weights-dumbbell"
      viewBox={`0 0 ${widthPx} ${heightPx}`}
      preserveAspectRatio="xMinYMid"
      aria-hidden="true"
    >
      <line class="track" x1={edgePx} x2={widthPx - edgePx} y1={y} y2={y} />
      <line class="moved" x1={x(before)} x2={x(achieved)} y1={y} y2={y} />
      <line class="wanted" x1={x(wanted)} x2={x(wanted)} y1={2} y2={heightPx - 2} />
      <circle class="before" cx={x(before)} cy={y} r="4.5" />
      <circle class="achieved" cx={x(achieved)} cy={y} r="4.5" />
    </svg>
  );
}
