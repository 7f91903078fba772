import type { Weight } from "../../../charts/picture/shapes.ts";
import { piecesOf } from "../../../charts/linePieces.ts";
import { textAt, widthOf } from "../../../charts/picture/type.ts";
import type { Shape } from "../../../charts/picture/shapes.ts";
import type { Text } from "../document.ts";
import { strip, type Lead, type Strip } from "./sheet.ts";

/** How type is set: its size, colours and weight, and the width it has. */
export interface Setting {
  readonly widthPx: number;
  readonly size: number;
  readonly fill: string;
  readonly accent: string;
  readonly weight?: Weight;
  readonly isRight?: boolean;
  /** Height of a line over the size of its type. */
  readonly leading?: number;
}

interface Part {
  readonly text: string;
  readonly weight: Weight;
  readonly address: string | null;
  readonly widthPx: number;
}

/** Type in lines that fit a width, each a strip of its own; none for an empty text. */
export function setLines(text: Text, setting: Setting): Strip[] {
  const { size, leading = 1.46 } = setting;
  return brokenInto(text, setting).map((line) => {
    const height = Math.round(size * leading);
    return strip(shapesOf(line, setting, height), height, { leads: leadsOf(line, setting, height) });
  });
}

/** How wide a text is in one line. */
export function widthInOneLine(text: string, { size, weight = 400 }: Pick<Setting, "size" | "weight">): number {
  return widthOf(text, { size, weight });
}

const closing = /^[，。、；：？！）”’》%)\],.;:?!…]/;
const opening = /[（“‘《([]$/;

/** Lines that fit; what must stay together goes to the next line as a whole. */
function brokenInto(text: Text, { widthPx, size, weight = 400 }: Setting): Part[][] {
  const lines: Part[][] = [[]];
  let used = 0;
  for (const group of groupsOf(partsOf(text, { widthPx, size, weight }))) {
    const shown = group.map((part, place) =>
      place === group.length - 1 ? widthOf(part.text.trimEnd(), { size, weight: part.weight }) : part.widthPx,
    );
    if (used > 0 && used + total(shown) > widthPx) {
      if (group.every((part) => part.text.trim() === "")) continue;
      lines.push([]);
      used = 0;
    }
    lines.at(-1)?.push(...group);
    used += total(group.map((part) => part.widthPx));
  }
  return lines.filter((line) => line.length > 0);
}

function total(widths: readonly number[]): number {
  return widths.reduce((sum, width) => sum + width, 0);
}

/** No line begins with what closes a phrase or ends with what opens one, also where the kind of type changes. */
function groupsOf(parts: readonly Part[]): Part[][] {
  const groups: Part[][] = [];
  for (const part of parts) {
    const before = groups.at(-1)?.at(-1);
    const isTogether = before !== undefined && (closing.test(part.text) || opening.test(before.text));
    if (isTogether) groups.at(-1)?.push(part);
    else groups.push([part]);
  }
  return groups;
}

function partsOf(text: Text, { widthPx, size, weight }: { widthPx: number; size: number; weight: Weight }): Part[] {
  return text.flatMap((run) => {
    const own: Weight = run.isStrong === true ? 700 : weight;
    const width = (piece: string): number => widthOf(piece, { size, weight: own });
    const cleaned = run.text.replaceAll(/[^\S\u00a0]+/g, " ");
    if (cleaned === "") return [];
    const pieces = piecesOf(cleaned, (piece) => width(piece) <= widthPx);
    return pieces
      .map((each) => each.replaceAll("\u00a0", " "))
      .map((piece) => ({
        text: piece,
        weight: own,
        address: run.address ?? null,
        widthPx: width(piece),
      }));
  });
}

interface Joined extends Part {
  readonly x: number;
}

/** Neighbours of one kind as one, with where they begin. */
function joined(line: readonly Part[], { widthPx, isRight = false }: Setting): Joined[] {
  const total = line.reduce((sum, part) => sum + part.widthPx, 0);
  let x = isRight ? widthPx - total : 0;
  const runs: Joined[] = [];
  for (const part of line) {
    const last = runs.at(-1);
    if (last?.weight === part.weight && last.address === part.address)
      runs[runs.length - 1] = { ...last, text: last.text + part.text, widthPx: last.widthPx + part.widthPx };
    else runs.push({ ...part, x });
    x += part.widthPx;
  }
  return runs;
}

function shapesOf(line: readonly Part[], setting: Setting, height: number): Shape[] {
  const { size, fill, accent, isRight = false, widthPx } = setting;
  const baseline = (height + size * 0.72) / 2;
  const runs = joined(line, setting);
  // A line of one kind that ends at the right is set from there: widths are only nearly known.
  if (isRight && runs.length === 1 && runs[0] !== undefined)
    return [textAt(runs[0].text.trimEnd(), [widthPx, baseline], { size, weight: runs[0].weight, fill, anchor: "end" })];
  return runs.map(({ text, weight, address, x }) =>
    textAt(text.trimEnd(), [x, baseline], { size, weight, fill: address === null ? fill : accent }),
  );
}

function leadsOf(line: readonly Part[], setting: Setting, height: number): Lead[] {
  return joined(line, setting).flatMap(({ address, x, widthPx }) =>
    address === null ? [] : [{ x, y: 0, width: widthPx, height, address }],
  );
}
