import type PDFDocument from "pdfkit";
import { setInRuns } from "../../../charts/picture/quotes.ts";
import type { Shape, Spot } from "../../../charts/picture/shapes.ts";
import { fontFiles } from "./fonts.ts";

/** A PDF that is being written. */
export type PdfPage = InstanceType<typeof PDFDocument>;

/** Gives a PDF the typefaces of pictures, by their weights. */
export function registerPdfFonts(page: PdfPage): void {
  for (const [weight, file] of Object.entries(fontFiles)) page.registerFont(weight, file);
}

/** The bytes of a document, once it has ended. */
export function collected(page: PdfPage): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    const parts: Buffer[] = [];
    page.on("data", (part: Buffer) => parts.push(part));
    page.on("error", reject);
    page.on("end", () => {
      resolve(Buffer.concat(parts));
    });
  });
}

/** Draws a shape where the page’s own transformation puts it. */
export function drawShape(page: PdfPage, shape: Shape): void {
  page.undash();
  switch (shape.shape) {
    case "rect":
      page
        .roundedRect(shape.x, shape.y, shape.width, shape.height, Math.min(shape.radius ?? 0, shape.width / 2))
        .fill(shape.fill);
      break;
    case "line":
      drawStroke(page, { ...shape, spots: [shape.from, shape.to] });
      break;
    case "circle":
      page.circle(shape.at[0], shape.at[1], shape.radius).lineWidth(shape.width ?? 1);
      if (shape.stroke === undefined) page.fill(shape.fill);
      else page.fillAndStroke(shape.fill, shape.stroke);
      break;
    case "path":
      if (shape.fill !== undefined) {
        page
          .polygon(...shape.spots.map(([x, y]) => [x, y]))
          .fillOpacity(shape.opacity ?? 1)
          .fill(shape.fill);
        page.fillOpacity(1);
      }
      if (shape.stroke !== undefined) drawStroke(page, { ...shape, stroke: shape.stroke });
      break;
    case "text":
      drawText(page, shape);
      break;
  }
}

function drawStroke(
  page: PdfPage,
  {
    spots,
    stroke,
    width = 1,
    dash = [],
  }: { spots: readonly Spot[]; stroke: string; width?: number; dash?: readonly number[] },
): void {
  for (const [place, [x, y]] of spots.entries()) {
    if (place === 0) page.moveTo(x, y);
    else page.lineTo(x, y);
  }
  const [drawn, left = drawn] = dash;
  if (drawn !== undefined) page.dash(drawn, { space: left ?? drawn });
  page.lineWidth(width).lineJoin("round").stroke(stroke);
}

function drawText(
  page: PdfPage,
  { at: [x, y], text, size, weight, fill, anchor }: Extract<Shape, { shape: "text" }>,
): void {
  if (text === "") return;
  page.font(String(weight)).fontSize(size).fillColor(fill);
  const { parts, width } = setInRuns(text, { size, weight, widthOf: (part) => page.widthOfString(part) });
  const left = anchor === "start" ? x : anchor === "end" ? x - width : x - width / 2;
  for (const part of parts) page.text(part.text, left + part.x, y, { lineBreak: false, baseline: "alphabetic" });
}
