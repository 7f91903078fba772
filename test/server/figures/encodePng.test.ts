import { createCanvas, loadImage } from "@napi-rs/canvas";
import { describe, expect, test } from "vitest";
import { encodePng } from "../../../server/figures/files/encodePng.ts";

/** A canvas with every colour of a gradient, a hole in it and a veil over it. */
function painted(width: number, height: number) {
  const context = createCanvas(width, height).getContext("2d");
  const colours = context.createLinearGradient(0, 0, width, height);
  for (const [place, colour] of ["#0b6b68", "#ffffff", "#d55e00", "#000000"].entries())
    colours.addColorStop(place / 3, colour);
  context.fillStyle = colours;
  context.fillRect(0, 0, width, height);
  context.clearRect(0, 0, Math.ceil(width / 3), Math.ceil(height / 3));
  context.fillStyle = "rgba(10, 200, 90, 0.4)";
  context.fillRect(0, 0, width / 2, height / 2);
  return context;
}

describe("encodePng", () => {
  test.each([
    [1, 1],
    [37, 128],
    [120, 129],
    [301, 400],
  ])("keeps every dot of a canvas of %d × %d", async (width, height) => {
    const context = painted(width, height);
    const image = await loadImage(await encodePng(context));
    expect([image.width, image.height]).toEqual([width, height]);
    const again = createCanvas(width, height).getContext("2d");
    again.drawImage(image, 0, 0);
    const dots = (from: typeof context): Buffer => Buffer.from(from.getImageData(0, 0, width, height).data.buffer);
    expect(dots(again).equals(dots(context))).toBe(true);
  });

  test("gives the same bytes for the same dots", async () => {
    const context = painted(301, 400);
    expect((await encodePng(context)).equals(await encodePng(context))).toBe(true);
  });
});
