/** A stretch of an article: its text, and where it begins. */
export interface Stretch {
  readonly text: string;
  readonly index: number;
}

const sentences = new Intl.Segmenter("zh-CN", { granularity: "sentence" });

/**
 * An article as it is read: line ends as one character, and in lines that were broken to a width a space in their place,
 * so that places stay where they were.
 */
export function readableText(text: string): string {
  return text.replaceAll("\r\n", "\n").replaceAll("\r", "\n");
}

/** No sentence that is read is longer; what is, was not written to be. */
const longest = 600;

/** The sentences of a text in their order, long ones in pieces. A line end within a paragraph ends none. */
export function sentencesOf(text: string): Stretch[] {
  const flowing = text.replaceAll(/(?<=[^\n])\n(?=[^\s>*#|+\-\d])/g, " ");
  return [...sentences.segment(flowing)].flatMap(({ segment, index }) => {
    const pieces: Stretch[] = [];
    for (let from = 0; from < segment.length;) {
      const space = segment.lastIndexOf(" ", from + longest);
      const to = from + longest >= segment.length ? segment.length : space > from ? space : from + longest;
      pieces.push({ text: segment.slice(from, to), index: index + from });
      from = to;
    }
    return pieces;
  });
}

/** The clause of a sentence around a place: what stands between commas. A comma within a number is none. */
export function clauseAround(
  { text }: Pick<Stretch, "text">,
  from: number,
  to: number,
): { start: number; end: number } {
  const isEnd = (place: number): boolean =>
    /[，；、;：:]/.test(text.charAt(place)) || (text.charAt(place) === "," && !/\d/.test(text.charAt(place + 1)));
  let [start, end] = [from, to];
  while (start > 0 && !isEnd(start - 1)) start -= 1;
  while (end < text.length && !isEnd(end)) end += 1;
  return { start, end };
}

/** The line of a place, counted from 1. */
export function lineOf(text: string, index: number): number {
  let line = 1;
  for (let at = text.indexOf("\n"); at >= 0 && at < index; at = text.indexOf("\n", at + 1)) line += 1;
  return line;
}
