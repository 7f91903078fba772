import type PDFDocument from "pdfkit";
import { setInRuns, type Face } from "../../../charts/picture/runs.ts";
import type { Shape, Spot } from "../../../charts/picture/shapes.ts";
import { fontFiles } from "./fonts.ts";

/** A PDF that is being written. */
export type PdfPage = InstanceType<typeof PDFDocument>;

/** Gives a PDF the typefaces of pictures; it reads those that it uses. */
export function registerPdfFonts(page: PdfPage): void {
  for (const [face, files] of Object.entries(fontFiles))
    for (const [weight, file] of Object.entries(files)) page.registerFont(`${face} ${weight}`, file);
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

const withoutSign = /\p{Default_Ignorable_Code_Point}/gu;

function drawText(
  page: PdfPage,
  { at: [x, y], text, size, weight, fill, anchor }: Extract<Shape, { shape: "text" }>,
): void {
  if (text === "") return;
  // The canvas leaves out what has no sign; here it would be a box. Emoji are joined by such.
  const drawn = (part: string, face: Face): string => (face === "type" ? part.replaceAll(withoutSign, "") : part);
  const choose = (face: Face): PdfPage => page.font(`${face} ${weight}`).fontSize(size);
  const widthOf = (part: string, face: Face): number => choose(face).widthOfString(drawn(part, face));
  const { parts, width } = setInRuns(text, { size, weight, widthOf });
  const left = anchor === "start" ? x : anchor === "end" ? x - width : x - width / 2;
  page.fillColor(fill);
  for (const part of parts)
    choose(part.face).text(drawn(part.text, part.face), left + part.x, y, { lineBreak: false, baseline: "alphabetic" });
}
