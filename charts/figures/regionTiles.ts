import type { AnalysisResult } from "../../server/analysis/analysisApi.ts";
import type { Reader } from "../figure.ts";
import { unitOf } from "../mark.ts";
import type { RegionTile, TileFigure } from "../publishedFigure.ts";
import { tileGridFor } from "../tiles/regionTiles.ts";
import { countyOfTown, townBlocksOf } from "../tiles/townBlocks.ts";
import { cellOf } from "./heatTable.ts";
import { nOf } from "./nOf.ts";

/** A tile for each region of the breakdown, with the first item's number; regions without a tile are in the table only. */
export function regionTiles(result: AnalysisResult, title: string, reader: Reader): TileFigure {
  const { groups, estimates } = result;
  const codes = groups.flatMap(({ codes: [code] }) => (code === undefined ? [] : [String(code)]));
  const blocks = townBlocksOf(codes, reader.language);
  const grid = tileGridFor(codes) ?? {};
  const placeOf = (code: string): Pick<RegionTile, "column" | "row" | "block"> | null => {
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
    ...(blocks !== null && { blocks: blocks.map(({ label, column, row }) => ({ label, column, row })) }),
  };
}
