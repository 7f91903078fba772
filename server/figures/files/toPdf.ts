import PDFDocument from "pdfkit";
import type { Picture, Shape, Spot } from "../../../charts/picture/shapes.ts";
import { paragraph, typeSize } from "../../../charts/picture/type.ts";
import { moved } from "../../../charts/picture/shapes.ts";
import type { Theme } from "../../../charts/theme.ts";
import type { MethodsLine } from "../figuresApi.ts";
import { fontFiles } from "./fonts.ts";

type Page = InstanceType<typeof PDFDocument>;

/** A picture as PDF with embedded type, and behind it a page with the methods box. A pixel is three quarters of a point. */
export async function toPdf(
  picture: Picture,
  {
    methods,
    theme,
    madeAt,
  }: { methods: { readonly title: string; readonly lines: readonly MethodsLine[] }; theme: Theme; madeAt: Date },
): Promise<Buffer> {
  const page = new PDFDocument({
    autoFirstPage: false,
    // The same figure is the same file.
    info: { Title: picture.title, Subject: picture.description, CreationDate: madeAt, ModDate: madeAt },
    lang: /\p{Script=Han}/u.test(picture.title) ? "zh-CN" : "en",
    displayTitle: true,
  });
  const whole = collected(page);
  for (const [weight, file] of Object.entries(fontFiles)) page.registerFont(weight, file);
  addPage(page, picture);
  addPage(page, methodsPage(picture, methods, theme));
  page.end();
  return whole;
}

function collected(page: Page): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    const parts: Buffer[] = [];
    page.on("data", (part: Buffer) => parts.push(part));
    page.on("error", reject);
    page.on("end", () => {
      resolve(Buffer.concat(parts));
    });
  });
}

const points = 0.75;

function addPage(page: Page, { widthPx, heightPx, ground, shapes }: Picture): void {
  page.addPage({ size: [widthPx * points, heightPx * points], margin: 0 });
  page.scale(points);
  page.rect(0, 0, widthPx, heightPx).fill(ground);
  for (const shape of shapes) drawShape(page, shape);
}

function methodsPage(
  picture: Picture,
  { title, lines }: { title: string; lines: readonly MethodsLine[] },
  theme: Theme,
): Picture {
  const margin = 20;
  const inner = picture.widthPx - 2 * margin;
  const shapes: Shape[] = [];
  let y = margin;
  const add = (block: { shapes: readonly Shape[]; heightPx: number }, gapPx: number): void => {
    shapes.push(...moved(block.shapes, [margin, y]));
    y += block.heightPx + gapPx;
  };
  add(paragraph(title, inner, { size: typeSize.title, weight: 700, fill: theme.ink }), 8);
  for (const { label, text } of lines) {
    add(paragraph(label, inner, { size: typeSize.small, weight: 700, fill: theme.soft }), 0);
    add(paragraph(text, inner, { size: typeSize.body, fill: theme.ink, mostLines: 40 }), 6);
  }
  return { ...picture, shapes, heightPx: Math.ceil(y + margin) };
}

function drawShape(page: Page, shape: Shape): void {
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
  page: Page,
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
  page: Page,
  { at: [x, y], text, size, weight, fill, anchor }: Extract<Shape, { shape: "text" }>,
): void {
  if (text === "") return;
  page.font(String(weight)).fontSize(size).fillColor(fill);
  const width = anchor === "start" ? 0 : page.widthOfString(text);
  const left = anchor === "start" ? x : anchor === "end" ? x - width : x - width / 2;
  page.text(text, left, y, { lineBreak: false, baseline: "alphabetic" });
}
