import { emojiSource } from "./emoji.ts";
import type { Weight } from "./shapes.ts";

/** Which typeface something is set in: the one for reading, or the one for what it has no signs for. */
export type Face = "type" | "emoji";

/** Part of a line that is set together. */
export interface Run {
  readonly text: string;
  readonly face: Face;
  /** How a quotation mark of a Chinese typeface is set among Latin letters; `null` for what is set as it is. */
  readonly narrow: Narrow | null;
}

/** In thousandths of the size: where the mark's square begins, and how far the next letter is. */
export interface Narrow {
  readonly shift: number;
  readonly advance: number;
}

const singles = { 400: 255, 700: 270 };
const doubles = { 400: 450, 700: 465 };

/** Where the ink of these marks is in their squares was read from Noto Sans SC: at the right of the opening ones. */
const shifts: Readonly<Record<string, number>> = { "‘": -750, "’": 5, "“": -560, "”": 15 };

const hasOthers = new RegExp(`[‘’“”]|${emojiSource}`, "u");
const signs = new RegExp(`${emojiSource}|.`, "gsu");
const isEmoji = new RegExp(`^${emojiSource}$`, "u");

/**
 * A line in runs. An emoji is a run of its own. “ ” ‘ ’ take a whole square in Chinese type, of which half is empty: right
 * in a Chinese line, a gap in an English one. There, and as the apostrophe of an English word, a mark is a run of its own
 * without the empty half.
 */
export function runsOf(text: string, weight: Weight): Run[] {
  if (!hasOthers.test(text)) return [{ text, face: "type", narrow: null }];
  const isChinese = /\p{Script=Han}/u.test(text);
  const runs: { text: string; face: Face; narrow: Narrow | null }[] = [];
  const all = text.match(signs) ?? [];
  for (const [place, sign] of all.entries()) {
    const last = runs.at(-1);
    const shift = shifts[sign];
    const isApostrophe = sign === "’" && isLatin(all[place - 1]) && isLatin(all[place + 1]);
    if (shift !== undefined && (!isChinese || isApostrophe)) {
      const advance = (sign === "‘" || sign === "’" ? singles : doubles)[weight];
      runs.push({ text: sign, face: "type", narrow: { shift, advance } });
    } else if (isEmoji.test(sign)) runs.push({ text: sign, face: "emoji", narrow: null });
    else if (last?.face === "type" && last.narrow === null) last.text += sign;
    else runs.push({ text: sign, face: "type", narrow: null });
  }
  return runs;
}

/** What of a line is drawn where: from the left of the line, in pixels. */
export interface SetPart {
  readonly text: string;
  readonly face: Face;
  readonly x: number;
}

/**
 * Sets a line from runs: what is drawn where, from the left of the line.
 *
 * @param widthOf measures what is set as it is.
 */
export function setInRuns(
  text: string,
  { size, weight, widthOf }: { size: number; weight: Weight; widthOf: (text: string, face: Face) => number },
): { readonly parts: readonly SetPart[]; readonly width: number } {
  let width = 0;
  const parts = runsOf(text, weight).map(({ text: part, face, narrow }) => {
    const x = width + ((narrow?.shift ?? 0) * size) / 1000;
    width += narrow === null ? widthOf(part, face) : (narrow.advance * size) / 1000;
    return { text: part, face, x };
  });
  return { parts, width };
}

function isLatin(character: string | undefined): boolean {
  return character !== undefined && /[\p{Script=Latin}\d]/u.test(character);
}
