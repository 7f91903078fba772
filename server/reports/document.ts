import type { ProblemNote } from "../../charts/picture/drawPicture.ts";
import type { PublishedFigure } from "../../charts/publishedFigure.ts";
import type { ResultTable } from "../../charts/resultTable.ts";
import type { Language } from "../../surveys/language.ts";
import type { MethodsLine } from "../figures/figuresApi.ts";

/** A stretch of type of one kind. Texts are only ever text: no form of a report takes them for markup. */
export interface Run {
  readonly text: string;
  readonly isStrong?: boolean;
  readonly isEmphasis?: boolean;
  /** Where it leads: an address that begins with `http:` or `https:`. */
  readonly address?: string;
}

/** Type in a line or several. */
export type Text = readonly Run[];

/** How a paragraph stands out: as the first of a report, as what must not be overlooked, as somebody's words, or small. */
export type Tone = "plain" | "lead" | "warning" | "quote" | "small";

/** A cell of a table; a flagged one deserves a second look. */
export interface Cell {
  readonly text: string;
  readonly isFlagged?: boolean;
}

/** A table in words; columns of numbers stand at the right. The first column names the rows. */
export interface TableBlock {
  readonly kind: "table";
  /** What it is of; empty where the text before it says so. */
  readonly caption: string;
  readonly columns: readonly { readonly title: string; readonly isNumber: boolean }[];
  readonly rows: readonly (readonly Cell[])[];
}

/** A figure in one language: its drawing as data, the same as a table and in words. */
export interface PictureBlock {
  readonly kind: "picture";
  readonly title: string;
  /** Whether the heading before it says its title. */
  readonly isUnderItsTitle: boolean;
  /** The finding; empty where its writer gave none. */
  readonly headline: string;
  readonly note: string;
  /** That it was withdrawn, say; empty for nothing. */
  readonly warning: string;
  /** What is known to be wrong with the data it shows. */
  readonly problems: readonly ProblemNote[];
  readonly drawing: PublishedFigure;
  /** The drawing in words. */
  readonly alternative: string;
  readonly sourceLine: string;
  /** Where it is found by everyone; `null` where it is not. */
  readonly address: string | null;
  readonly table: ResultTable;
  readonly methods: readonly MethodsLine[];
}

/** A part of a report, before it becomes a part of a file. */
export type Block =
  | { readonly kind: "heading"; readonly level: 1 | 2 | 3; readonly text: Text }
  | { readonly kind: "paragraph"; readonly text: Text; readonly tone: Tone }
  | { readonly kind: "item"; readonly text: Text; readonly mark: string; readonly depth: number }
  | { readonly kind: "code"; readonly text: string }
  | { readonly kind: "rule" }
  | { readonly kind: "methods"; readonly lines: readonly MethodsLine[] }
  | TableBlock
  | PictureBlock;

/** Whether a block may not be parted from the next: what is said of a picture that stands under its title. */
export function staysWith(block: Block, next: Block | undefined): boolean {
  return block.kind === "paragraph" && next?.kind === "picture" && next.isUnderItsTitle;
}

/** A whole report. */
export interface ReportDocument {
  readonly language: Language;
  readonly title: string;
  readonly blocks: readonly Block[];
  /** ISO 8601 in UTC. */
  readonly asOf: string;
  /** What stands at the foot of every page: of which study, as of when. */
  readonly foot: string;
  /** Where the public sees the study's results as they are now; `null` where it has none or the service's address is not known. */
  readonly liveAddress: string | null;
}

/** Plain type. */
export function plain(text: string): Text {
  return [{ text }];
}

/** A paragraph of plain type. */
export function paragraph(text: string, tone: Tone = "plain"): Block {
  return { kind: "paragraph", text: plain(text), tone };
}

/** A point of a list, with what it is about in bold before it where that is given. */
export function item(text: string, about = ""): Block {
  const before: Text = about === "" ? [] : [{ text: about, isStrong: true }];
  return { kind: "item", mark: "•", depth: 0, text: [...before, { text }] };
}

/** A text without its kinds of type. */
export function textOf(text: Text): string {
  return text.map((run) => run.text).join("");
}
