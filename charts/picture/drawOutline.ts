import type { Drawing } from "../drawing.ts";
import type { Outline, RegionTile } from "../publishedFigure.ts";
import { legend, type LegendEntry } from "./legend.ts";
import { stacked, type Block, type Shape, type Spot } from "./shapes.ts";
import { inkOn, textAt, typeSize, widthOf } from "./type.ts";

/** An outline is kept for this width. */
const keptPx = 1000;

/** Wider, it would be larger than anything else on a page. */
const mostPx = 720;

/** The approval's number, which stands on the map in whatever form it is taken. */
const approvalWords = { "zh-CN": "审图号：", en: "Map approval number: " } as const;

/**
 * An approved outline with a colour for each region. A region's name, number and interval stand in it where there is room,
 * and below otherwise.
 */
export function drawOutline(
  { approval, heightPx, regions }: Outline,
  { tiles, shade }: { tiles: readonly RegionTile[]; shade: (value: number) => string },
  { theme, language, widthPx }: Drawing,
): Block {
  const mapPx = Math.min(widthPx, mostPx);
  const scale = mapPx / keptPx;
  const drawn = regions.map(({ code, rings }) => {
    const tile = tiles.find(({ region }) => region === code) ?? null;
    const mark = tile?.mark ?? null;
    const fill = mark === null ? theme.line : shade(mark.value);
    const placed = rings.map((ring) => ring.map(([x, y]): Spot => [x * scale, y * scale]));
    return { tile, fill, rings: placed };
  });
  const areas = drawn.flatMap(({ tile, fill, rings }) =>
    rings.map((spots): Shape => {
      const says = tile === null ? {} : { says: saidOf(tile) };
      return { shape: "path", spots, fill, stroke: theme.ground, width: 1.2, ...says };
    }),
  );
  const labelled = drawn.map(({ tile, fill, rings }) => ({
    tile,
    fill,
    label: tile === null ? [] : labelIn(tile, rings, tile.mark === null ? theme.soft : inkOn(fill, theme)),
  }));
  const below = labelled.flatMap(({ tile, fill, label }) =>
    tile === null || label.length > 0 ? [] : [entryOf(tile, fill)],
  );
  const number = textAt(`${approvalWords[language]}${approval}`, [mapPx, 12], {
    size: typeSize.small,
    fill: theme.ink,
    anchor: "end",
  });
  return stacked([
    { shapes: [...areas, ...labelled.flatMap(({ label }) => label)], heightPx: heightPx * scale + 4 },
    { shapes: [number], heightPx: 20 },
    legend(below, { widthPx, fill: theme.ink }),
  ]);
}

function entryOf(tile: RegionTile, fill: string): LegendEntry {
  return {
    label: saidOf(tile),
    swatch: (x, y) => [{ shape: "rect", x: x - 6, y: y - 6, width: 12, height: 12, fill, radius: 2 }],
  };
}

function saidOf({ label, text, interval }: RegionTile): string {
  return `${label} ${text}${interval === "" ? "" : ` (${interval})`}`;
}

/** A region's words where it is widest; none where they do not fit into it. */
function labelIn(
  { label, mark, text, interval }: RegionTile,
  rings: readonly (readonly Spot[])[],
  fill: string,
): Shape[] {
  const lines = [
    { text: label, size: typeSize.small, weight: 400 as const },
    { text: mark === null ? "–" : text, size: typeSize.small, weight: 700 as const },
    { text: mark === null ? "" : interval, size: 9, weight: 400 as const },
  ].filter((line) => line.text !== "");
  const widest = Math.max(...lines.map((line) => widthOf(line.text, line)));
  const halfPx = (lines.length * leadingPx) / 2;
  const room = roomFor(rings, { widthPx: widest + 6, halfPx: halfPx + 4 });
  if (room === null) return [];
  const first = room.middle[1] - halfPx + 10;
  return lines.map(({ text: line, ...type }, place) =>
    textAt(line, [room.middle[0], first + place * leadingPx], { ...type, fill, anchor: "middle" }),
  );
}

const leadingPx = 13;

/** How many heights are tried for words. */
const heightsTried = 40;

type Stretch = readonly [from: number, to: number];

/**
 * A place in an area that is as wide as asked and twice `halfPx` high: with room to spare, and then near the middle of its
 * height; `null` where there is none.
 */
function roomFor(
  rings: readonly (readonly Spot[])[],
  { widthPx, halfPx }: { widthPx: number; halfPx: number },
): { readonly middle: Spot } | null {
  const heights = rings.flatMap((ring) => ring.map(([, y]) => y));
  const [top, bottom] = [Math.min(...heights), Math.max(...heights)];
  const rooms = Array.from({ length: heightsTried }, (_, step) => {
    const height = (step + 0.5) / heightsTried;
    const y = top + height * (bottom - top);
    const within = [y - halfPx, y, y + halfPx].map((level) => stretchesAt(rings, level)).reduce(shared);
    return within.flatMap(([from, to]) =>
      to - from < widthPx
        ? []
        : [
            {
              middle: [(from + to) / 2, y] as const,
              worth: Math.min((to - from) / widthPx, 1.5) - Math.abs(height - 0.5),
            },
          ],
    );
  }).flat();
  return rooms.reduce<(typeof rooms)[number] | null>(
    (best, room) => (best === null || room.worth > best.worth ? room : best),
    null,
  );
}

/** Where a level line is within an area. */
function stretchesAt(rings: readonly (readonly Spot[])[], y: number): Stretch[] {
  const crossings = rings
    .flatMap((ring) =>
      ring.flatMap(([fromX, fromY], place) => {
        const [toX, toY] = ring[(place + 1) % ring.length] ?? [fromX, fromY];
        return fromY <= y === toY <= y ? [] : [fromX + ((y - fromY) / (toY - fromY)) * (toX - fromX)];
      }),
    )
    .sort((one, other) => one - other);
  return Array.from({ length: Math.floor(crossings.length / 2) }, (_, pair): Stretch => [
    crossings[pair * 2] ?? 0,
    crossings[pair * 2 + 1] ?? 0,
  ]);
}

function shared(some: readonly Stretch[], others: readonly Stretch[]): Stretch[] {
  return some.flatMap(([from, to]) =>
    others.flatMap(([otherFrom, otherTo]): Stretch[] => {
      const [first, last] = [Math.max(from, otherFrom), Math.min(to, otherTo)];
      return first < last ? [[first, last]] : [];
    }),
  );
}
