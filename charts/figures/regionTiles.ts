import type { AnalysisResult } from "../../server/analysis/analysisApi.ts";
import type { Reader } from "../figure.ts";
import { unitOf } from "../mark.ts";
import type { Outline, RegionTile, TileFigure } from "../publishedFigure.ts";
import { tileGridFor } from "../tiles/regionTiles.ts";
import { countyOfTown, townBlocksOf } from "../tiles/townBlocks.ts";
import { cellOf } from "./heatTable.ts";
import { nOf } from "./nOf.ts";

/** Whether an outline has every region of a breakdown. */
export function isOutlined({ groups }: Pick<AnalysisResult, "groups">, outline: Outline | null): outline is Outline {
  if (outline === null) return false;
  const drawn = new Set(outline.regions.map(({ code }) => code));
  return groups.every(({ codes: [code] }) => code === undefined || drawn.has(String(code)));
}

/**
 * A tile for each region of the breakdown, with the first item's number; regions without a tile are in the table only.
 *
 * @param outline is drawn in place of tiles where it has every region.
 */
export function regionTiles(
  result: AnalysisResult,
  { title, outline }: { title: string; outline: Outline | null },
  reader: Reader,
): TileFigure {
  const { groups, estimates } = result;
  const codes = groups.flatMap(({ codes: [code] }) => (code === undefined ? [] : [String(code)]));
  const blocks = townBlocksOf(codes, reader.language);
  const grid = tileGridFor(codes) ?? {};
  const hasOutline = isOutlined(result, outline);
  const placeOf = (code: string): Pick<RegionTile, "column" | "row" | "block" | "region"> | null => {
    if (hasOutline) return { region: code, column: codes.indexOf(code), row: 0 };
    const block = blocks?.findIndex(({ county }) => county === countyOfTown(code)) ?? -1;
    if (block >= 0) return { block, column: codes.indexOf(code), row: 0 };
    const place = grid[code];
    return place === undefined ? null : { column: place[0], row: place[1] };
  };
  const found = estimates.flat(2).find((estimate) => estimate.kind === "estimate");
  return {
    kind: "tiles",
    title,
    unit: found === undefined ? "share" : unitOf(found),
    n: nOf(result),
    tiles: groups.flatMap(({ codes: [code], labels: [label] }, group) => {
      const place = placeOf(String(code));
      if (place === null || label === undefined) return [];
      return [{ label: reader.read(label), ...place, ...cellOf(estimates[0]?.[group]?.[0], reader.language) }];
    }),
    ...(hasOutline && { outline }),
    ...(!hasOutline && blocks !== null && { blocks: blocks.map(({ label, column, row }) => ({ label, column, row })) }),
  };
}
