import type { Drawing } from "../drawing.ts";
import type { RegionTile, TileFigure } from "../publishedFigure.ts";
import { drawOutline } from "./drawOutline.ts";
import { intervalStrip, scaleOf } from "./intervalStrip.ts";
import { shadeOf } from "./shade.ts";
import { drawBlocks } from "./drawBlocks.ts";
import { stacked, type Block, type Shape, type Spot } from "./shapes.ts";
import { inkOn, textAt, widthOf, wrapped } from "./type.ts";

/** A tile a region with its number; the strip at its foot is the interval on the scale of all tiles. */
export function drawTiles(figure: TileFigure, drawing: Drawing): Block {
  const { tiles } = figure;
  const { theme } = drawing;
  const marks = tiles.flatMap(({ mark }) => mark ?? []);
  const shade = shadeOf(marks, theme);
  const scale = scaleOf(marks);
  const tileAt = (tile: RegionTile, [x, y]: Spot, size: number): Shape[] => {
    const fill = tile.mark === null ? theme.line : shade(tile.mark.value);
    const ink = tile.mark === null ? theme.soft : inkOn(fill, theme);
    return [
      {
        shape: "rect",
        x: x + 1.5,
        y: y + 1.5,
        width: size - 3,
        height: size - 3,
        fill,
        radius: 4,
        says: `${tile.label} ${tile.text} ${tile.interval}`,
      },
      ...inTile(tile, { x, y, size, ink }),
      ...intervalStrip(tile.mark, { x: x + 6, y: y + size - 8, width: size - 12, ink, scale }),
    ];
  };
  const whole = (): Block => {
    if (figure.outline !== undefined) return drawOutline(figure.outline, { tiles, shade }, drawing);
    return figure.blocks === undefined ? gridOf(tiles, drawing, tileAt) : drawBlocks(figure, drawing, tileAt);
  };
  return stacked([whole(), keyOf(tiles, drawing)]);
}

function gridOf(
  tiles: readonly RegionTile[],
  { widthPx }: Drawing,
  tileAt: (tile: RegionTile, at: Spot, size: number) => Shape[],
): Block {
  const columns = Math.max(1, ...tiles.map(({ column }) => column + 1));
  const rows = Math.max(0, ...tiles.map(({ row }) => row + 1));
  const size = Math.min(widthPx / columns, 104);
  return {
    shapes: tiles.flatMap((tile) => tileAt(tile, [tile.column * size, tile.row * size], size)),
    heightPx: rows * size + 6,
  };
}

/** Why there are regions without a number. */
function keyOf(tiles: readonly RegionTile[], { theme }: Drawing): Block {
  const why = tiles.find(({ mark }) => mark === null)?.text;
  if (why === undefined) return { shapes: [], heightPx: 0 };
  const shapes: Shape[] = [
    { shape: "rect", x: 0, y: 0, width: 11, height: 11, fill: theme.line, radius: 2 },
    textAt(why, [17, 9], { size: 11, fill: theme.soft }),
  ];
  return { shapes, heightPx: 18 };
}

function inTile(
  { label, text, interval, mark }: RegionTile,
  { x, y, size, ink }: { x: number; y: number; size: number; ink: string },
): Shape[] {
  const middle = x + size / 2;
  const small = Math.max(9, Math.min(11.5, size / 6));
  const { lines, size: nameSize } = nameIn(size, { label, small });
  const number = mark === null ? { text: "–", size: small * 0.9 } : numberIn(size, { text, small });
  const hasInterval = interval !== "" && size > 70 && widthOf(interval, { size: 9 }) < size - 5;
  const isTwo = lines.length > 1;
  return [
    ...lines.map((line, place) =>
      textAt(line, [middle, y + size * (isTwo ? 0.22 : 0.3) + place * nameSize * 1.05], {
        size: nameSize,
        fill: ink,
        anchor: "middle",
      }),
    ),
    textAt(number.text, [middle, y + size * (isTwo ? 0.72 : 0.58)], {
      size: number.size,
      weight: mark === null ? 400 : 700,
      fill: ink,
      anchor: "middle",
    }),
    ...(hasInterval
      ? [textAt(interval, [middle, y + size * 0.76], { size: 9, fill: ink, anchor: "middle" as const })]
      : []),
  ];
}

/** A number as large as a tile has room for, without its tenths where it has none for them. */
function numberIn(
  tilePx: number,
  { text, small }: { text: string; small: number },
): { readonly text: string; readonly size: number } {
  const size = [small * 1.12, 9.5, 9].find((each) => widthOf(text, { size: each, weight: 700 }) < tilePx - 5);
  if (size !== undefined) return { text, size };
  return { text: text.replace(/\d+\.\d+/, (tenths) => String(Math.round(Number(tenths)))), size: small * 1.12 };
}

/** A name in the one line that a tile has for it, or in two where a cut one could be another place's. */
function nameIn(
  tilePx: number,
  { label, small }: { label: string; small: number },
): { readonly lines: readonly string[]; readonly size: number } {
  const widthPx = tilePx - 5;
  const fits = (said: string, size: number): boolean => widthOf(said, { size }) < widthPx;
  const short = fits(label, small) ? label : shortPlace(label);
  if (fits(short, small)) return { lines: [short], size: small };
  const halves = halvesOf(short);
  const size = [Math.min(small, tilePx * 0.22), 8, 7.5].find((each) => halves.every((half) => fits(half, each)));
  if (halves.length === 2 && size !== undefined) return { lines: halves, size };
  return { lines: wrapped(short, { widthPx, size: small, mostLines: 1 }), size: small };
}

/** A name of Latin letters divided between words, or else between syllables, as near its middle as can be. */
function halvesOf(name: string): string[] {
  const places = [...name.matchAll(/ |(?<=[aeiouy](?:ng?|r)?)(?=(?:[cstz]h|[bcdfghj-np-tv-z])[aeiouy])/giu)];
  const isBetweenWords = places.some(([sign]) => sign !== "");
  const best = places
    .filter(([sign]) => (sign !== "") === isBetweenWords)
    .map(({ index }) => index)
    .sort((one, other) => Math.abs(one - name.length / 2) - Math.abs(other - name.length / 2))[0];
  if (best === undefined) return [name];
  return isBetweenWords ? [name.slice(0, best), name.slice(best + 1)] : [`${name.slice(0, best)}-`, name.slice(best)];
}

/** A place's name without what kind of place it is, for where there is no room: 内蒙古, 广西, 上虞. */
function shortPlace(name: string): string {
  return name.replace(/(?<=..)(?:省|市|区|县|镇|乡|街道|特别行政区|(?:维吾尔|壮族|回族)?自治区)$/u, "");
}
