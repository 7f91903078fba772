import { create } from "qrcode";
import { moved, type Picture, type Shape } from "../../../charts/picture/shapes.ts";
import { lightTheme } from "../../../charts/theme.ts";
import { toPng } from "../../figures/files/toPng.ts";
import { Problem } from "../../problem.ts";
import { plain, type ReportDocument } from "../document.ts";
import { sayTo } from "../reportContext.ts";
import { setLines } from "./setText.ts";
import { strip, type Sheet, type Strip } from "./sheet.ts";
import { accent, typeset } from "./typeset.ts";

/** Width of the image in dots, and how many a pixel of the sheet has: type of 16 is as large as a phone's own. */
const widthDots = 1080;
const density = 2.5;
const widthPx = widthDots / density;
const marginPx = 20;

/** Readers cut or blur what is longer. */
const mostDots = 20_000;

const sheet: Sheet = {
  widthPx: widthPx - 2 * marginPx,
  theme: lightTheme,
  sizes: { body: 16, lead: 15, small: 12, table: 14, headings: [26, 20, 17] },
  mostColumns: 4,
};

/**
 * A report as one long picture for WeChat, 1080 dots wide, with what it is of at its foot and a code that leads to the live
 * results.
 *
 * @throws {Problem} `too-large` for one of more than 20,000 dots.
 */
export async function toLongImage(report: ReportDocument): Promise<Buffer> {
  const strips = [...typeset(report, sheet), ...footOf(report)];
  const shapes: Shape[] = [{ shape: "rect", x: 0, y: 0, width: widthPx, height: 8, fill: accent }];
  let y = 8 + marginPx;
  for (const [place, each] of strips.entries()) {
    if (place > 0) y += each.before;
    shapes.push(...moved(each.shapes, [marginPx, y]));
    y += each.heightPx;
  }
  const heightPx = Math.ceil(y + marginPx);
  const heightDots = Math.round(heightPx * density);
  if (heightDots > mostDots) throw tooLong(heightDots);
  const picture: Picture = {
    widthPx,
    heightPx,
    ground: lightTheme.ground,
    shapes,
    title: report.title,
    description: report.foot,
  };
  return toPng(picture, density);
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
  return new Problem("too-large", [
    {
      field: "format",
      code: "too-long-an-image",
      message: {
        "zh-CN": `长图会有 ${heightDots} 像素高，最多 ${mostDots}；请缩短模板，或改用 PDF、Word 或网页`,
        en: `The long image would be ${heightDots} pixels high, and ${mostDots} are the most: shorten the template, or take PDF, Word or a page`,
      },
    },
  ]);
}
