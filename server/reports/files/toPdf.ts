import PDFDocument from "pdfkit";
import { moved } from "../../../charts/picture/shapes.ts";
import { lightTheme } from "../../../charts/theme.ts";
import { collected, drawShape, registerPdfFonts, type PdfPage } from "../../figures/files/pdfShapes.ts";
import type { ReportDocument } from "../document.ts";
import { keptTogether, paginated } from "./pages.ts";
import { setLines } from "./setText.ts";
import type { Sheet, Strip } from "./sheet.ts";
import { typeset } from "./typeset.ts";
import { accent } from "./typeset.ts";

/** A4 in points, and its margins; a pixel is three quarters of a point. */
const page = { width: 595.28, height: 841.89, side: 51, top: 42, foot: 52 } as const;
const points = 0.75;

const sheet: Sheet = {
  widthPx: Math.floor((page.width - 2 * page.side) / points),
  theme: lightTheme,
  sizes: { body: 13.2, lead: 13.2, small: 10.8, table: 11.4, headings: [25, 17.5, 15] },
  mostColumns: 8,
};

const innerPx = (page.height - page.top - page.foot) / points;

/** A report as PDF (A4) with embedded type, a list of contents for the reader's margin, and numbered pages. */
export async function toPdf(report: ReportDocument): Promise<Buffer> {
  const madeAt = new Date(report.asOf);
  const pdf = new PDFDocument({
    autoFirstPage: false,
    bufferPages: true,
    size: "A4",
    margin: 0,
    // The same report is the same file.
    info: { Title: report.title, Subject: report.foot, CreationDate: madeAt, ModDate: madeAt },
    lang: report.language,
    displayTitle: true,
  });
  const whole = collected(pdf);
  registerPdfFonts(pdf);
  const pages = paginated(keptTogether(typeset(report, sheet), innerPx), innerPx);
  const contents = createContents(pdf);
  for (const strips of pages) {
    pdf.addPage();
    drawPage(pdf, strips, contents);
  }
  addFeet(pdf, report, pages.length);
  pdf.end();
  return whole;
}

type Contents = (heading: NonNullable<Strip["heading"]>) => void;

/** Adds headings to the list of contents, each below the last of a higher level. */
function createContents(pdf: PdfPage): Contents {
  const open = [pdf.outline];
  return ({ level, title }) => {
    const above = open.slice(0, level).at(-1) ?? pdf.outline;
    open.splice(level);
    open[level] = above.addItem(title);
  };
}

function drawPage(pdf: PdfPage, strips: readonly Strip[], contents: Contents): void {
  let y = 0;
  for (const [place, { shapes, heightPx, before, leads, heading }] of strips.entries()) {
    if (place > 0) y += before;
    const shrink = Math.min(1, innerPx / heightPx);
    pdf.save();
    pdf.translate(page.side, page.top + y * points).scale(points * shrink);
    for (const shape of shapes) drawShape(pdf, shape);
    pdf.restore();
    for (const lead of leads)
      pdf.link(
        page.side + lead.x * points,
        page.top + (y + lead.y) * points,
        lead.width * points,
        lead.height * points,
        lead.address,
      );
    if (heading !== null) contents(heading);
    y += heightPx * shrink;
  }
}

function addFeet(pdf: PdfPage, { foot }: ReportDocument, pages: number): void {
  for (let number = 0; number < pages; number += 1) {
    pdf.switchToPage(number);
    pdf.save();
    pdf.translate(page.side, page.height - page.foot + 14).scale(points);
    const setting = { size: 11, fill: lightTheme.soft, accent };
    const [left] = setLines([{ text: foot }], { ...setting, widthPx: sheet.widthPx - 80 });
    const [right] = setLines([{ text: `${number + 1} / ${pages}` }], { ...setting, widthPx: 60, isRight: true });
    drawShape(pdf, {
      shape: "line",
      from: [0, 0],
      to: [sheet.widthPx, 0],
      stroke: lightTheme.line,
      width: 1,
    });
    for (const shape of moved(left?.shapes ?? [], [0, 6])) drawShape(pdf, shape);
    for (const shape of moved(right?.shapes ?? [], [sheet.widthPx - 60, 6])) drawShape(pdf, shape);
    pdf.restore();
  }
}
