import type { AnalysisResult } from "../../server/analysis/analysisApi.ts";
import type { Reader } from "../figure.ts";
import { unitOf } from "../mark.ts";
import type { TileFigure } from "../publishedFigure.ts";
import { tileGridFor } from "../tiles/regionTiles.ts";
import { cellOf } from "./heatTable.ts";
import { nOf } from "./nOf.ts";

/** A tile for each region of the breakdown, with the first item's number; regions without a tile are in the table only. */
export function regionTiles(result: AnalysisResult, title: string, reader: Reader): TileFigure {
  const { groups, estimates } = result;
  const grid = tileGridFor(groups.flatMap(({ codes: [code] }) => (code === undefined ? [] : [String(code)]))) ?? {};
  const found = estimates.flat(2).find((estimate) => estimate.kind === "estimate");
  return {
    kind: "tiles",
    title,
    unit: found === undefined ? "share" : unitOf(found),
    n: nOf(result),
    tiles: groups.flatMap(({ codes: [code], labels: [label] }, group) => {
      const place = grid[String(code)];
      if (place === undefined || label === undefined) return [];
      const [column, row] = place;
      return [{ label: reader.read(label), column, row, ...cellOf(estimates[0]?.[group]?.[0], reader.language) }];
    }),
  };
}
