/** What is used of a canvas' own drawing, which this folder does not know. */
export interface Brush {
  strokeStyle: unknown;
  fillStyle: unknown;
  lineWidth: number;
  font: string;
  textAlign: string;
  textBaseline: string;
  save(): void;
  restore(): void;
  beginPath(): void;
  moveTo(x: number, y: number): void;
  lineTo(x: number, y: number): void;
  stroke(): void;
  setLineDash(segments: number[]): void;
  fillText(text: string, x: number, y: number): void;
}

/** What is used of a chart that was laid out. */
interface LaidOutChart {
  readonly ctx: Brush;
  readonly chartArea: Area;
  readonly scales: Readonly<Record<string, { getPixelForValue(value: number): number }>>;
}

/** A rectangle in pixels. */
export interface Area {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

/** The plane of a chart that was laid out: where its values are, in pixels. */
export interface Plane {
  readonly context: Brush;
  readonly area: Area;
  readonly across: (value: number) => number;
  readonly up: (value: number) => number;
}

/** The plane that a chart's axes span. */
export function planeOf({ ctx, chartArea, scales }: LaidOutChart): Plane {
  return {
    context: ctx,
    area: chartArea,
    across: (value) => scales["x"]?.getPixelForValue(value) ?? 0,
    up: (value) => scales["y"]?.getPixelForValue(value) ?? 0,
  };
}

/** Draws a straight line between two places in pixels. */
export function drawLine(
  { context }: Plane,
  {
    from,
    to,
    colour,
    widthPx = 1,
    isDashed = false,
  }: {
    from: readonly [number, number];
    to: readonly [number, number];
    colour: string;
    widthPx?: number;
    isDashed?: boolean;
  },
): void {
  context.save();
  context.strokeStyle = colour;
  context.lineWidth = widthPx;
  if (isDashed) context.setLineDash([5, 4]);
  context.beginPath();
  context.moveTo(...from);
  context.lineTo(...to);
  context.stroke();
  context.restore();
}
