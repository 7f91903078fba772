import type { Theme } from "../theme.ts";
import { cutShort, piecesOf } from "../linePieces.ts";
import { emojiAdvance } from "./emoji.ts";
import { runsOf } from "./runs.ts";
import type { Block, Shape, Spot, TextShape, Weight } from "./shapes.ts";

/** Size of the type in a picture, in pixels. */
export const typeSize = { body: 13, small: 11, title: 15, headline: 20 } as const;

/** How type is set: its size, weight and colour, and where its lines begin. */
export interface Setting {
  readonly size: number;
  readonly weight?: Weight;
  readonly fill: string;
  readonly anchor?: TextShape["anchor"];
  readonly halo?: string;
}

/** A line of type with its baseline at a spot. */
export function textAt(text: string, at: Spot, { weight = 400, anchor = "start", ...setting }: Setting): TextShape {
  return { shape: "text", at, text, weight, anchor, ...setting };
}

/** Lines of type whose middle, from the top of the first to the foot of the last, is at a height. */
export function linesAround(lines: readonly string[], [x, middle]: Spot, setting: Setting): Shape[] {
  const leading = setting.size * 1.25;
  const first = middle - ((lines.length - 1) * leading) / 2 + setting.size * 0.36;
  return lines.map((line, place) => textAt(line, [x, first + place * leading], setting));
}

/** Type broken into lines that fit a width, as a block that begins at x = 0. */
export function paragraph(
  text: string,
  widthPx: number,
  { mostLines = 12, ...setting }: Setting & { readonly mostLines?: number },
): Block {
  if (text === "") return { shapes: [], heightPx: 0 };
  const leading = Math.round(setting.size * 1.4);
  const lines = wrapped(text, { widthPx, size: setting.size, weight: setting.weight ?? 400, mostLines });
  return {
    shapes: lines.map((line, place) => textAt(line, [0, place * leading + setting.size * 1.05], setting)),
    heightPx: lines.length * leading,
  };
}

/** Breaks a text into lines of at most a width, not at no-break spaces; what does not fit into `mostLines` ends with an ellipsis. */
export function wrapped(
  text: string,
  { widthPx, size, weight = 400, mostLines }: { widthPx: number; size: number; weight?: Weight; mostLines: number },
): string[] {
  const width = (line: string): number => widthOf(line, { size, weight });
  const lines: string[] = [""];
  for (const piece of piecesOf(text.replaceAll(/[^\S\u00a0]+/g, " "), (part) => width(part) <= widthPx)) {
    const line = lines.at(-1) ?? "";
    if (line === "" || width((line + piece).trimEnd()) <= widthPx) lines[lines.length - 1] = line + piece;
    else lines.push(piece.trimStart());
  }
  const trimmed = lines.map((line) => line.trim());
  if (trimmed.length <= mostLines) return trimmed;
  const last = cutShort(trimmed.slice(mostLines - 1).join(" "), (cut) => width(cut) <= widthPx);
  return [...trimmed.slice(0, mostLines - 1), last];
}

/** Breaks a text into no more lines than it needs, of about equal length: what stands in the middle looks better so. */
export function balanced(text: string, setting: Parameters<typeof wrapped>[1]): string[] {
  const longest = Math.max(...piecesOf(text, () => true).map((piece) => widthOf(piece.trim(), setting)));
  let lines = wrapped(text, setting);
  for (let widthPx = setting.widthPx - 2; widthPx >= longest; widthPx -= 2) {
    const narrower = wrapped(text, { ...setting, widthPx });
    if (narrower.length > lines.length || narrower.at(-1)?.endsWith("…") === true) break;
    lines = narrower;
  }
  return lines;
}

/**
 * Width of a line in pixels, as Noto Sans SC sets it. Other typefaces differ by a few percent, for which drawings leave
 * room.
 */
export function widthOf(text: string, { size, weight = 400 }: { size: number; weight?: Weight }): number {
  const table = weight === 700 ? bold : regular;
  let width = 0;
  for (const { text: part, face, narrow } of runsOf(text, weight)) {
    if (narrow !== null) width += narrow.advance;
    else if (face === "emoji") width += emojiAdvance;
    else for (const character of part) width += table[character.charCodeAt(0) - 32] ?? beyondLatin(character);
  }
  return (width * size) / 1000;
}

function beyondLatin(character: string): number {
  if (/\p{Default_Ignorable_Code_Point}/u.test(character)) return 0;
  return /[\u00a0-\u024f\u0370-\u052f\u2010-\u2013\u2212]/u.test(character) ? 600 : 1000;
}

/** Advance widths of U+0020 to U+007E in thousandths of the size, read from Noto Sans SC 400 and 700. */
const regular = [
  224, 323, 474, 555, 555, 921, 680, 278, 338, 338, 467, 555, 278, 347, 278, 392, 555, 555, 555, 555, 555, 555, 555,
  555, 555, 555, 278, 278, 555, 555, 555, 474, 946, 608, 657, 638, 688, 589, 552, 689, 728, 293, 535, 646, 543, 812,
  723, 742, 633, 742, 635, 596, 599, 721, 575, 878, 573, 531, 603, 338, 392, 338, 555, 559, 606, 563, 618, 510, 620,
  554, 325, 564, 607, 275, 275, 552, 284, 926, 610, 606, 620, 620, 388, 468, 377, 607, 521, 802, 498, 521, 475, 338,
  270, 338, 555,
];
const bold = [
  227, 370, 574, 590, 590, 963, 740, 325, 378, 378, 507, 590, 325, 370, 325, 387, 590, 590, 590, 590, 590, 590, 590,
  590, 590, 590, 325, 325, 590, 590, 590, 514, 1007, 641, 681, 656, 714, 615, 585, 717, 757, 330, 568, 686, 578, 853,
  749, 770, 667, 770, 682, 624, 625, 748, 619, 915, 627, 580, 613, 378, 387, 378, 590, 567, 626, 591, 644, 527, 644,
  581, 372, 597, 640, 304, 306, 604, 315, 964, 641, 626, 644, 644, 437, 495, 421, 637, 576, 863, 562, 574, 511, 378,
  296, 378, 590,
];

/** Colour of type on a ground, dark or light, by which has more contrast. */
export function inkOn(ground: string, { ink, ground: paper }: Theme): string {
  const distance = (colour: string): number => Math.abs(lightness(colour) - lightness(ground));
  return distance(ink) >= distance(paper) ? ink : paper;
}

/** Relative luminance (WCAG 2.2) on a scale that the eye takes for even, 0 to 1. */
function lightness(colour: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((start) => {
    const channel = Number.parseInt(colour.slice(start, start + 2), 16) / 255;
    return channel <= 0.04045 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4;
  });
  return Math.cbrt(0.2126 * red + 0.7152 * green + 0.0722 * blue);
}
