import type { Drawing } from "../drawing.ts";
import type { RegionTile, TileFigure } from "../publishedFigure.ts";
import { moved, type Block, type Shape, type Spot } from "./shapes.ts";
import { textAt, typeSize } from "./type.ts";

/** Tiles are no smaller, so that a town's name can be read in one. */
const leastTilePx = 54;
const gapPx = 22;
const headPx = 22;

/**
 * Tiles in blocks with a name each: beside each other as they are neighbours where there is room for all, else under each
 * other.
 */
export function drawBlocks(
  { tiles, blocks = [] }: TileFigure,
  { theme, widthPx }: Drawing,
  tileAt: (tile: RegionTile, at: Spot, size: number) => Shape[],
): Block {
  const across = Math.max(1, ...blocks.map(({ column }) => column + 1));
  const isBeside = (widthPx - (across - 1) * gapPx) / across >= leastTilePx * 4;
  const blockPx = isBeside ? (widthPx - (across - 1) * gapPx) / across : widthPx;
  const columns = Math.max(1, Math.floor(blockPx / leastTilePx));
  const size = blockPx / columns;
  const drawn = blocks.map((block, place) => {
    const own = tiles.filter((tile) => tile.block === place);
    const shapes: Shape[] = [
      textAt(block.label, [1.5, 13], { size: typeSize.body, weight: 700, fill: theme.ink }),
      ...own.flatMap((tile, number) =>
        tileAt(tile, [(number % columns) * size, headPx + Math.floor(number / columns) * size], size),
      ),
    ];
    return { block, shapes, heightPx: headPx + Math.ceil(own.length / columns) * size };
  });
  const rows = isBeside ? [...new Set(blocks.map(({ row }) => row))] : [...blocks.keys()];
  let y = 0;
  const shapes: Shape[] = [];
  for (const row of rows) {
    const inRow = drawn.filter(({ block }, place) => (isBeside ? block.row === row : place === row));
    for (const { block, shapes: own } of inRow)
      shapes.push(...moved(own, [isBeside ? block.column * (blockPx + gapPx) : 0, y]));
    y += Math.max(...inRow.map(({ heightPx }) => heightPx)) + gapPx / 2;
  }
  return { shapes, heightPx: y };
}
