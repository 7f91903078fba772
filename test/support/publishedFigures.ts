import type { PublishedFigure } from "../../charts/publishedFigure.ts";
import { barGallery } from "./gallery/bars.ts";
import { dotGallery } from "./gallery/dots.ts";
import { heatGallery } from "./gallery/heat.ts";
import { likertGallery } from "./gallery/likert.ts";
import { lineGallery, panelGallery } from "./gallery/lines.ts";
import { scatterGallery } from "./gallery/scatter.ts";
import { slopeGallery } from "./gallery/slope.ts";
import { tileGallery } from "./gallery/tiles.ts";

/** Drawings of every kind, with what is hard about each. `npm run gallery` writes them as pictures to be looked at. */
export const publishedFigures: Readonly<Record<string, PublishedFigure>> = {
  ...barGallery,
  ...likertGallery,
  ...lineGallery,
  ...panelGallery,
  ...dotGallery,
  ...heatGallery,
  ...slopeGallery,
  ...scatterGallery,
  ...tileGallery,
};

/** What stands around a drawing when it is looked at: all of it, and long. */
export const aroundFigure = {
  warning: "",
  headline: "结论是一句完整的话，而且写得比较长，需要换行才能放得下，窄屏幕上更是如此",
  problems: [],
  note: "",
  sourceLine:
    "来源：定心示范调查组；2020年1月30日 – 2020年3月4日；n\u00a0=\u00a026,900；加权；95% 区间；截至2020年3月4日",
  address: "https://survey.example/f/23bcdfghjkmnpqrs",
};
