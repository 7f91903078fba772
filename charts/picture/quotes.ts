import type { Weight } from "./shapes.ts";

/** Part of a line that is set together. */
export interface Run {
  readonly text: string;
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

/**
 * A line in runs. “ ” ‘ ’ take a whole square in Chinese type, of which half is empty: right in a Chinese line, a gap in
 * an English one. There, and as the apostrophe of an English word, a mark is a run of its own without the empty half.
 */
export function runsOf(text: string, weight: Weight): Run[] {
  if (!/[‘’“”]/u.test(text)) return [{ text, narrow: null }];
  const isChinese = /\p{Script=Han}/u.test(text);
  const runs: { text: string; narrow: Narrow | null }[] = [];
  const characters = Array.from(text);
  for (const [place, character] of characters.entries()) {
    const shift = shifts[character];
    const isApostrophe = character === "’" && isLatin(characters[place - 1]) && isLatin(characters[place + 1]);
    if (shift !== undefined && (!isChinese || isApostrophe)) {
      const advance = (character === "‘" || character === "’" ? singles : doubles)[weight];
      runs.push({ text: character, narrow: { shift, advance } });
      continue;
    }
    const last = runs.at(-1);
    if (last?.narrow === null) last.text += character;
    else runs.push({ text: character, narrow: null });
  }
  return runs;
}

/**
 * Sets a line from runs: what is drawn where, from the left of the line.
 *
 * @param widthOf measures what is set as it is.
 */
export function setInRuns(
  text: string,
  { size, weight, widthOf }: { size: number; weight: Weight; widthOf: (text: string) => number },
): { readonly parts: readonly { readonly text: string; readonly x: number }[]; readonly width: number } {
  let width = 0;
  const parts = runsOf(text, weight).map(({ text: part, narrow }) => {
    const x = width + ((narrow?.shift ?? 0) * size) / 1000;
    width += narrow === null ? widthOf(part) : (narrow.advance * size) / 1000;
    return { text: part, x };
  });
  return { parts, width };
}

function isLatin(character: string | undefined): boolean {
  return character !== undefined && /[\p{Script=Latin}\d]/u.test(character);
}
