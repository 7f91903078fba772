/** What is left of a drawing once everything has its place: shapes in pixels from the upper left, in order of drawing. */
export type Shape = RectShape | LineShape | CircleShape | PathShape | TextShape;

/** A filled rectangle. `says` is what it stands for, for who points at it. */
export interface RectShape {
  readonly shape: "rect";
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  readonly fill: string;
  readonly radius?: number;
  readonly says?: string;
}

/** A straight line; `dash` in pixels drawn and left out. */
export interface LineShape {
  readonly shape: "line";
  readonly from: Spot;
  readonly to: Spot;
  readonly stroke: string;
  readonly width: number;
  readonly dash?: readonly number[];
}

/** A dot, with a rim where it has one. */
export interface CircleShape {
  readonly shape: "circle";
  readonly at: Spot;
  readonly radius: number;
  readonly fill: string;
  readonly stroke?: string;
  readonly width?: number;
  readonly says?: string;
}

/** A line through spots, or with `fill` the area within; `opacity` from 0 to 1. */
export interface PathShape {
  readonly shape: "path";
  readonly spots: readonly Spot[];
  readonly fill?: string;
  readonly opacity?: number;
  readonly stroke?: string;
  readonly width?: number;
  readonly dash?: readonly number[];
  readonly says?: string;
}

/** A line of type on its baseline; with `halo` it stands on a rim of that colour. */
export interface TextShape {
  readonly shape: "text";
  readonly at: Spot;
  readonly text: string;
  readonly size: number;
  readonly weight: Weight;
  readonly fill: string;
  readonly anchor: "start" | "middle" | "end";
  readonly halo?: string;
}

/** Of type. */
export type Weight = 400 | 700;

/** A place: x to the right, y down. */
export type Spot = readonly [x: number, y: number];

/** A whole drawing. */
export interface Picture {
  readonly widthPx: number;
  readonly heightPx: number;
  readonly ground: string;
  readonly shapes: readonly Shape[];
  /** For who does not see it. */
  readonly title: string;
  readonly description: string;
}

/** Part of a drawing: its shapes from its own upper left, and what height they take. */
export interface Block {
  readonly shapes: readonly Shape[];
  readonly heightPx: number;
}

/** Blocks under each other. */
export function stacked(blocks: readonly Block[]): Block {
  let heightPx = 0;
  const shapes = blocks.flatMap((block) => {
    const below = moved(block.shapes, [0, heightPx]);
    heightPx += block.heightPx;
    return below;
  });
  return { shapes, heightPx };
}

/** The same shapes elsewhere. */
export function moved(shapes: readonly Shape[], [byX, byY]: Spot): Shape[] {
  const spot = ([x, y]: Spot): Spot => [x + byX, y + byY];
  return shapes.map((shape): Shape => {
    switch (shape.shape) {
      case "rect":
        return { ...shape, x: shape.x + byX, y: shape.y + byY };
      case "line":
        return { ...shape, from: spot(shape.from), to: spot(shape.to) };
      case "path":
        return { ...shape, spots: shape.spots.map(spot) };
      default:
        return { ...shape, at: spot(shape.at) };
    }
  });
}
