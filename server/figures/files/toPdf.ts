import PDFDocument from "pdfkit";
import type { Picture, Shape } from "../../../charts/picture/shapes.ts";
import { paragraph, typeSize } from "../../../charts/picture/type.ts";
import { moved } from "../../../charts/picture/shapes.ts";
import type { Theme } from "../../../charts/theme.ts";
import type { MethodsLine } from "../figuresApi.ts";
import { collected, drawShape, registerPdfFonts, type PdfPage } from "./pdfShapes.ts";

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
  registerPdfFonts(page);
  addPage(page, picture);
  addPage(page, methodsPage(picture, methods, theme));
  page.end();
  return whole;
}

const points = 0.75;

function addPage(page: PdfPage, { widthPx, heightPx, ground, shapes }: Picture): void {
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
