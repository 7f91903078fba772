import { createCanvas, loadImage } from "@napi-rs/canvas";
import { describe, expect, test } from "vitest";
import { drawPicture } from "../../../charts/picture/drawPicture.ts";
import type { Picture, TextShape } from "../../../charts/picture/shapes.ts";
import { widthOf } from "../../../charts/picture/type.ts";
import { darkTheme, lightTheme } from "../../../charts/theme.ts";
import { toPng } from "../../../server/figures/files/toPng.ts";
import { aroundFigure, publishedFigures } from "../../support/publishedFigures.ts";

/** A picture as painted: whether a dot is of the ground's colour. */
interface Painted {
  readonly width: number;
  readonly height: number;
  readonly isGround: (x: number, y: number) => boolean;
}

async function painted(picture: Picture): Promise<Painted> {
  const image = await loadImage(await toPng(picture, 1));
  const { width, height } = image;
  const context = createCanvas(width, height).getContext("2d");
  context.drawImage(image, 0, 0);
  const { data } = context.getImageData(0, 0, width, height);
  const ground = [1, 3, 5].map((start) => Number.parseInt(picture.ground.slice(start, start + 2), 16));
  const isGround = (x: number, y: number): boolean =>
    ground.every((channel, place) => data[(y * width + x) * 4 + place] === channel);
  return { width, height, isGround };
}

/** Whether nothing is within `rim` dots of the edges. */
function isClearAtEdges({ width, height, isGround }: Painted, rim: number): boolean {
  for (let y = 0; y < height; y++)
    for (let x = 0; x < width; x++) {
      const isRim = x < rim || y < rim || x >= width - rim || y >= height - rim;
      if (isRim && !isGround(x, y)) return false;
    }
  return true;
}

/** Whether anything but the ground is where a text is. */
function isThere({ at: [x, y], text, size, weight, anchor }: TextShape, { isGround }: Painted): boolean {
  const width = widthOf(text, { size, weight });
  const left = x - (anchor === "start" ? 0 : anchor === "end" ? width : width / 2);
  for (let row = Math.floor(y - size * 0.7); row <= y; row++)
    for (let column = Math.floor(left); column < left + width; column++) if (!isGround(column, row)) return true;
  return false;
}

describe("toPng", () => {
  test.each(Object.entries(publishedFigures))(
    "paints all that %s says, and nothing over its edges, for a phone and a desk, light and dark",
    async (_, figure) => {
      for (const [widthPx, theme] of [
        [350, lightTheme],
        [900, darkTheme],
      ] as const) {
        const text = { ...aroundFigure, title: figure.title, alternative: "" };
        const picture = drawPicture(figure, text, { theme, language: "zh-CN", widthPx });
        const dots = await painted(picture);
        expect({ widthPx, isClear: isClearAtEdges(dots, 8) }).toEqual({ widthPx, isClear: true });
        const missing = picture.shapes.filter(
          (shape) => shape.shape === "text" && shape.text.trim() !== "" && !isThere(shape, dots),
        );
        expect({ widthPx, missing }).toEqual({ widthPx, missing: [] });
      }
    },
  );
});
