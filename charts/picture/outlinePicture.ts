import type { Drawing } from "../drawing.ts";
import type { Outline, RegionTile } from "../publishedFigure.ts";
import { drawOutline } from "./drawOutline.ts";
import type { Picture } from "./shapes.ts";

/**
 * An outline as maps will have it, with the approval's number and the name of each region, and no numbers.
 *
 * @param names of regions by their codes; a region without one stands under its code.
 */
export function outlinePicture(
  outline: Outline,
  { title, names }: { title: string; names: ReadonlyMap<string, string> },
  drawing: Drawing,
): Picture {
  const { theme, widthPx } = drawing;
  const tiles = outline.regions.map(({ code }): RegionTile => ({
    label: names.get(code) ?? code,
    region: code,
    // There is no tile: each stands in its area.
    column: 0,
    row: 0,
    mark: { value: 0, interval: null, whyNoInterval: null },
    text: "",
    interval: "",
  }));
  const shade = (): string => theme.ordered[0] ?? theme.single;
  const { shapes, heightPx } = drawOutline(outline, { tiles, shade }, drawing);
  return {
    widthPx,
    heightPx: Math.ceil(heightPx),
    ground: theme.ground,
    shapes,
    title,
    description: tiles.map(({ label }) => label).join(", "),
  };
}
