import { create } from "qrcode";
import { moved, type Picture, type Shape } from "../../../charts/picture/shapes.ts";
import { textAt, wrapped } from "../../../charts/picture/type.ts";
import { lightTheme } from "../../../charts/theme.ts";
import type { Translated } from "../../../surveys/language.ts";
import { toPng } from "../../figures/files/toPng.ts";
import { Problem } from "../../problem.ts";
import { plain, type ReportDocument } from "../document.ts";
import { sayTo } from "../reportContext.ts";
import { setLines } from "./setText.ts";
import { heightOf, keptTogether, paginated } from "./pages.ts";
import { strip, type Sheet, type Strip } from "./sheet.ts";
import { accent, typesetBlocks } from "./typeset.ts";

/** Width of the image in dots, and how many a pixel of the sheet has: type of 16 is as large as a phone's own. */
const widthDots = 1080;
const density = 2.5;
const widthPx = widthDots / density;
const marginPx = 20;

/** Readers cut or blur what is longer. */
const mostDots = 20_000;
/** Nobody looks through more. */
const mostParts = 12;

const sheet: Sheet = {
  widthPx: widthPx - 2 * marginPx,
  theme: lightTheme,
  sizes: { body: 16, lead: 15, small: 12, table: 14, headings: [26, 20, 17] },
  mostColumns: 4,
};

/** Above the first line and below the last, and what the number of a part takes at either end. */
const barPx = 8;
const numberPx = 44;
const mostPx = Math.floor(mostDots / density) - barPx - 2 * marginPx;

/** Which part it is of how many, from 1. */
interface Place {
  readonly part: number;
  readonly parts: number;
}

/**
 * A report as long pictures for WeChat, 1080 dots wide, with what it is of at the foot of the last and a code that leads
 * to the live results. What is longer than 20,000 dots comes in parts of about equal length, each with its number, that
 * begin where a block of the report begins.
 *
 * @throws {Problem} `too-large` for more than 12 parts, or a single drawing that is too long.
 */
export async function toLongImages(report: ReportDocument): Promise<Buffer[]> {
  const parts = inParts(report);
  if (parts.length > mostParts) throw tooMany(parts.length);
  const images: Buffer[] = [];
  // One after the other: each canvas takes 86 MB.
  for (const [place, strips] of parts.entries()) {
    const picture = pictureOf(numbered(strips, { part: place + 1, parts: parts.length }, report), report);
    const heightDots = Math.round(picture.heightPx * density);
    if (heightDots > mostDots) throw tooLong(heightDots);
    images.push(await toPng(picture, density));
  }
  return images;
}

/** How many pictures a report takes, whether or not they may be made. */
export function countLongImages(report: ReportDocument): number {
  return inParts(report).length;
}

function inParts(report: ReportDocument): Strip[][] {
  const blocks = typesetBlocks(report, sheet).filter((strips) => strips.length > 0);
  const kept = blocks.map((strips, place) => keptWhole(strips, place === blocks.length - 1));
  const strips = [...kept.flat(), ...footOf(report)];
  if (heightOf(strips) <= mostPx) return [strips];
  const most = mostPx - 2 * numberPx;
  const groups = keptTogether(strips, most);
  const { length } = paginated(groups, most);
  // Even parts: the least height that takes no more of them.
  let [tooLow, enough] = [heightOf(strips) / length - 1, most];
  while (enough - tooLow > 1) {
    const height = (tooLow + enough) / 2;
    if (paginated(groups, height).length > length) tooLow = height;
    else enough = height;
  }
  return paginated(groups, enough);
}

/** A block as strips that stay together, the last of a report with its foot. */
function keptWhole(strips: readonly Strip[], isLast: boolean): Strip[] {
  return strips.map((each, place) => (isLast || place < strips.length - 1 ? { ...each, keepsNext: true } : each));
}

/** A part with its number where it goes on from another, and where another goes on from it. */
function numbered(strips: readonly Strip[], { part, parts }: Place, { language, title }: ReportDocument): Strip[] {
  if (parts === 1) return [...strips];
  const say = sayTo({ language, read: String });
  const which = say(`第 ${part} 张，共 ${parts} 张`, `Part ${part} of ${parts}`);
  const head = numberStrip(`${which} · ${title}`, 0);
  const foot = numberStrip(
    part < parts ? say(`${which} · 下接第 ${part + 1} 张`, `${which} · continues in part ${part + 1}`) : which,
    12,
  );
  return [...(part === 1 ? [] : [head]), ...strips, ...(part === parts ? [] : [foot])];
}

function numberStrip(text: string, before: number): Strip {
  const size = sheet.sizes.small;
  const [line = ""] = wrapped(text, { widthPx: sheet.widthPx, size, mostLines: 1 });
  return strip([textAt(line, [0, size * 1.1], { size, fill: lightTheme.soft })], numberPx - 12, { before });
}

function pictureOf(strips: readonly Strip[], { title, foot }: ReportDocument): Picture {
  const shapes: Shape[] = [{ shape: "rect", x: 0, y: 0, width: widthPx, height: barPx, fill: accent }];
  let y = barPx + marginPx;
  for (const [place, each] of strips.entries()) {
    if (place > 0) y += each.before;
    shapes.push(...moved(each.shapes, [marginPx, y]));
    y += each.heightPx;
  }
  return { widthPx, heightPx: Math.ceil(y + marginPx), ground: lightTheme.ground, shapes, title, description: foot };
}

function footOf({ foot, liveAddress, language }: ReportDocument): Strip[] {
  const say = sayTo({ language, read: String });
  const qr = liveAddress === null ? null : qrShapes(liveAddress);
  const left = qr === null ? 0 : qr.sizePx + 16;
  const setting = { widthPx: sheet.widthPx - left, size: sheet.sizes.small, fill: lightTheme.soft, accent };
  const lines = [
    ...(liveAddress === null
      ? []
      : setLines([{ text: say("扫码看实时结果", "Scan for the live results"), isStrong: true }], {
          ...setting,
          fill: lightTheme.ink,
        })),
    ...setLines(plain(foot), setting),
    ...(liveAddress === null ? [] : setLines(plain(liveAddress), setting)),
  ];
  const shapes: Shape[] = [
    { shape: "line", from: [0, 0], to: [sheet.widthPx, 0], stroke: lightTheme.line, width: 1 },
    ...(qr === null ? [] : moved(qr.shapes, [0, 18])),
  ];
  let y = 16;
  for (const line of lines) {
    shapes.push(...moved(line.shapes, [left, y]));
    y += line.heightPx;
  }
  return [strip(shapes, Math.max(y, qr === null ? 0 : qr.sizePx + 18), { before: 26 })];
}

/** Large enough for a phone to read off another's screen. */
const moduleLeastPx = 2.6;

function qrShapes(address: string): { shapes: Shape[]; sizePx: number } {
  const { modules } = create(address, { errorCorrectionLevel: "M" });
  const { size } = modules;
  const dots: Shape[] = [];
  for (let row = 0; row < size; row += 1)
    for (let column = 0; column < size; column += 1)
      if (modules.get(row, column) !== 0)
        dots.push({
          shape: "rect",
          x: column * moduleLeastPx,
          y: row * moduleLeastPx,
          // No hair lines between neighbours.
          width: moduleLeastPx + 0.05,
          height: moduleLeastPx + 0.05,
          fill: lightTheme.ink,
        });
  return { shapes: dots, sizePx: size * moduleLeastPx };
}

function tooLong(heightDots: number): Problem {
  return tooLarge({
    "zh-CN": `长图的一张会有 ${heightDots} 像素高，最多 ${mostDots}；请缩短模板，或改用 PDF、Word 或网页`,
    en: `A part of the long image would be ${heightDots} pixels high, and ${mostDots} are the most: shorten the template, or take PDF, Word or a page`,
  });
}

function tooMany(parts: number): Problem {
  return tooLarge({
    "zh-CN": `长图会有 ${parts} 张，最多 ${mostParts} 张；请缩短模板，或改用 PDF、Word 或网页`,
    en: `The long image would come in ${parts} parts, and ${mostParts} are the most: shorten the template, or take PDF, Word or a page`,
  });
}

function tooLarge(message: Translated): Problem {
  return new Problem("too-large", [{ field: "format", code: "too-long-an-image", message }]);
}
