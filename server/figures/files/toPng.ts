import { createCanvas, GlobalFonts, type SKRSContext2D } from "@napi-rs/canvas";
import { setInRuns, type Face } from "../../../charts/picture/runs.ts";
import type { Picture, Shape, Spot } from "../../../charts/picture/shapes.ts";
import { encodePng } from "./encodePng.ts";
import { fontFiles, typefaces } from "./fonts.ts";

/** A picture as PNG; `density` is how many dots a pixel of the picture has. */
export async function toPng(picture: Picture, density: number): Promise<Buffer> {
  registerFonts();
  const { widthPx, heightPx, ground, shapes } = picture;
  const canvas = createCanvas(Math.round(widthPx * density), Math.round(heightPx * density));
  const context = canvas.getContext("2d");
  context.scale(density, density);
  context.fillStyle = ground;
  context.fillRect(0, 0, widthPx, heightPx);
  for (const shape of shapes) drawShape(context, shape);
  const bytes = await encodePng(context);
  // The canvas' memory is not the engine's: it would wait for a collection that sees no need.
  canvas.width = 0;
  canvas.height = 0;
  return bytes;
}

let areRegistered = false;

/** Both weights under each name, once a process: a weight that is missing would be made up from the other. */
function registerFonts(): void {
  if (areRegistered) return;
  for (const [face, files] of Object.entries(fontFiles))
    for (const file of Object.values(files)) GlobalFonts.registerFromPath(file, typefaces[face as Face]);
  areRegistered = true;
}

function drawShape(context: SKRSContext2D, shape: Shape): void {
  switch (shape.shape) {
    case "rect":
      context.fillStyle = shape.fill;
      context.beginPath();
      context.roundRect(shape.x, shape.y, shape.width, shape.height, Math.min(shape.radius ?? 0, shape.width / 2));
      context.fill();
      break;
    case "line":
      drawStroke(context, { ...shape, spots: [shape.from, shape.to] });
      break;
    case "circle":
      context.beginPath();
      context.arc(shape.at[0], shape.at[1], shape.radius, 0, 2 * Math.PI);
      context.fillStyle = shape.fill;
      context.fill();
      if (shape.stroke !== undefined) {
        context.setLineDash([]);
        context.strokeStyle = shape.stroke;
        context.lineWidth = shape.width ?? 1;
        context.stroke();
      }
      break;
    case "path":
      if (shape.fill !== undefined) {
        trace(context, shape.spots);
        context.globalAlpha = shape.opacity ?? 1;
        context.fillStyle = shape.fill;
        context.fill();
        context.globalAlpha = 1;
      }
      if (shape.stroke !== undefined) drawStroke(context, { ...shape, stroke: shape.stroke });
      break;
    case "text":
      drawText(context, shape);
      break;
  }
}

function drawStroke(
  context: SKRSContext2D,
  {
    spots,
    stroke,
    width = 1,
    dash = [],
  }: { spots: readonly Spot[]; stroke: string; width?: number; dash?: readonly number[] },
): void {
  trace(context, spots);
  context.setLineDash([...dash]);
  context.strokeStyle = stroke;
  context.lineWidth = width;
  context.lineJoin = "round";
  context.stroke();
}

function trace(context: SKRSContext2D, spots: readonly Spot[]): void {
  context.beginPath();
  for (const [place, [x, y]] of spots.entries()) {
    if (place === 0) context.moveTo(x, y);
    else context.lineTo(x, y);
  }
}

function drawText(
  context: SKRSContext2D,
  { at: [x, y], text, size, weight, fill, anchor, halo }: Extract<Shape, { shape: "text" }>,
): void {
  const choose = (face: Face): void => {
    context.font = `${weight} ${size}px "${typefaces[face]}"`;
  };
  const widthOf = (part: string, face: Face): number => {
    choose(face);
    return context.measureText(part).width;
  };
  const { parts, width } = setInRuns(text, { size, weight, widthOf });
  const left = anchor === "start" ? x : anchor === "end" ? x - width : x - width / 2;
  context.textBaseline = "alphabetic";
  context.fillStyle = fill;
  if (halo !== undefined) {
    context.setLineDash([]);
    context.strokeStyle = halo;
    context.lineWidth = 3;
    context.lineJoin = "round";
    for (const part of parts) {
      choose(part.face);
      context.strokeText(part.text, left + part.x, y);
    }
  }
  for (const part of parts) {
    choose(part.face);
    context.fillText(part.text, left + part.x, y);
  }
}
