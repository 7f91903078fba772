import { daysAsked, textsIn, type CountedColumns } from "./periods.ts";
import type { Concordance, ConcordanceLine } from "./textsApi.ts";

/** UTF-16 code units of text on either side of the keyword. */
const contextUnits = 40;
/** One text full of the keyword must not fill the page. */
const mostPlacesOfText = 10;

/** Which lines are wanted. */
export interface ConcordanceWanted {
  readonly question: string;
  readonly keyword: string;
  readonly order: "after" | "before";
  readonly limit: number;
  readonly offset: number;
  readonly from?: string | undefined;
  readonly to?: string | undefined;
}

/** A line with what puts it in its place, and its response's id so that equal lines keep their order. */
interface Placed {
  readonly line: ConcordanceLine;
  readonly by: string;
  readonly id: string;
}

/**
 * The places where a keyword stands in what was written to a question, each with the words around it.
 *
 * Looks for the letters, in either case, not for a term: `口罩` is also found within a longer word. Of one text at most
 * ten places are shown. Lines are in the order of their own letters, so that the order says nothing about who wrote when.
 *
 * @throws {Problem} `invalid-parameter` when the period ends before it begins.
 */
export function concordanceOf(columns: CountedColumns, wanted: ConcordanceWanted): Omit<Concordance, "study"> {
  const { question, keyword, order, limit, offset } = wanted;
  const asked = daysAsked(columns, wanted);
  const { isIn, writers } = textsIn(columns, question, asked ?? { from: "", to: "" });
  const found = column(columns, question);
  const placed: Placed[] = [];
  let people = 0;
  for (let row = 0; row < isIn.length; row++) {
    const text = found[row];
    if (isIn[row] !== 1 || typeof text !== "string") continue;
    const day = columns.days[columns.day[row] ?? -1] ?? "";
    const lines = placesIn(text, keyword).map((at) => lineAt(text, { at, length: keyword.length, day }));
    if (lines.length > 0) people += 1;
    for (const line of lines) placed.push({ line, by: sortedBy(line, order), id: columns.id[row] ?? "" });
  }
  placed.sort((one, other) => compare(one.by, other.by) || compare(one.id, other.id));
  const lines = placed.slice(offset, offset + limit).map(({ line }) => line);
  const nextOffset = offset + limit < placed.length ? offset + limit : null;
  return { question, keyword, people, writers, places: placed.length, lines, nextOffset };
}

function column({ column: columnOf }: CountedColumns, question: string): readonly (string | null)[] {
  const found = columnOf(question);
  return found?.kind === "text" ? found.values : [];
}

function placesIn(text: string, keyword: string): number[] {
  // A few capitals become longer as small letters; places would then not be those of the text.
  const keepsPlaces = [text, keyword].every((each) => each.toLowerCase().length === each.length);
  const [searched, looked] = keepsPlaces ? [text.toLowerCase(), keyword.toLowerCase()] : [text, keyword];
  const places: number[] = [];
  for (
    let at = searched.indexOf(looked);
    at >= 0 && places.length < mostPlacesOfText;
    at = searched.indexOf(looked, at + looked.length)
  )
    places.push(at);
  return places;
}

function lineAt(text: string, { at, length, day }: { at: number; length: number; day: string }): ConcordanceLine {
  const from = wholeCharacter(text, Math.max(0, at - contextUnits));
  const to = wholeCharacter(text, Math.min(text.length, at + length + contextUnits));
  return {
    day,
    before: text.slice(from, at),
    keyword: text.slice(at, at + length),
    after: text.slice(at + length, to),
    isCut: { before: from > 0, after: to < text.length },
  };
}

/** The place, or the one before it where a character of two units would be cut. */
function wholeCharacter(text: string, place: number): number {
  const unit = text.charCodeAt(place);
  return unit >= 0xdc00 && unit <= 0xdfff && place > 0 ? place - 1 : place;
}

function sortedBy({ before, after }: ConcordanceLine, order: "after" | "before"): string {
  // What stands before is compared from the keyword backwards.
  return order === "after" ? after : Array.from(before).reverse().join("");
}

function compare(one: string, other: string): number {
  return one < other ? -1 : one > other ? 1 : 0;
}
