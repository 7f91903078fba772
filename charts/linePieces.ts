import { emojiSource } from "./picture/emoji.ts";

/** What a reader takes for one sign, however many characters it is made of: a flag, a family, a letter with its marks. */
const clusters = new Intl.Segmenter("zh-CN", { granularity: "grapheme" });

/** The signs of a text in their order. */
export function signsOf(text: string): string[] {
  // Most labels have none that is made of several.
  if (/^[ -\u02ff\u2010-\u2027\u3000-\u3029\u4e00-\u9fff\uff01-\uff5e]*$/.test(text)) return Array.from(text);
  return Array.from(clusters.segment(text), ({ segment }) => segment);
}

/** As much of a text's beginning as fits with an ellipsis behind it, whole signs only. */
export function cutShort(text: string, fits: (cut: string) => boolean): string {
  const signs = signsOf(text);
  const cut = (): string => `${signs.join("").trimEnd()}…`;
  while (signs.length > 0 && !fits(cut())) signs.pop();
  return cut();
}

const openers = "[（“‘《「]*";
const closers = String.raw`[，。、；：？！）”》」\s]*`;
const beyondLatin = String.raw`[^\u0000-\u2bff][\p{M}\u200d]*`;
const pieces = new RegExp(
  String.raw`${openers}(?:${emojiSource}${closers}|[\u0000-\u2bff]+?(?:[^\S\u00a0]+|$|(?=[^\u0000-\u2bff]|${emojiSource})${closers})|${beyondLatin}${closers})`,
  "gu",
);

/**
 * What a line may be broken between: words with the space behind them, where it may be broken; what is beyond Latin by the
 * sign; each with what opens and closes its phrase; too long a word by the sign.
 */
export function piecesOf(text: string, fits: (piece: string) => boolean): string[] {
  return (text.match(pieces) ?? [text]).flatMap((piece) => (fits(piece) ? [piece] : signsOf(piece)));
}
