import { createCanvas, loadImage } from "@napi-rs/canvas";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, test, vi } from "vitest";
import type { Picture, Weight } from "../../../charts/picture/shapes.ts";
import { toPng } from "../../../server/figures/files/toPng.ts";

// As on a machine without fonts: what the package does not have is not taken from elsewhere.
vi.hoisted(() => {
  process.env["DISABLE_SYSTEM_FONTS_LOAD"] = "1";
});

/** Characters of place names that common fonts leave out. */
const rarePlaces = "嵊州甪直漷县亳州儋州洈水牂牁枞阳栟茶盱眙涪陵綦江郫都勐腊沭阳邗江睢宁圩埇桥歙县黟县鄱阳婺源";
/** In no font: drawn as the box that stands for what is missing. */
const missing = "\u{10ffff}";

function pictureOf(text: string, weight: Weight, widthPx = 24): Picture {
  return {
    widthPx,
    heightPx: 24,
    ground: "#ffffff",
    shapes: [{ shape: "text", at: [2, 19], text, size: 18, weight, fill: "#000000", anchor: "start" }],
    title: "",
    description: "",
  };
}

/** Every character of GB 2312, which names of places and people are mostly written with. */
function nationalStandard(): string[] {
  const found: string[] = [];
  for (let row = 0xb0; row <= 0xf7; row++)
    for (let cell = 0xa1; cell <= 0xfe; cell++) {
      const character = new TextDecoder("gbk").decode(Uint8Array.of(row, cell));
      if (/^[\u4e00-\u9fff]$/u.test(character)) found.push(character);
    }
  return found;
}

/** Every Chinese character in the texts that the product ships. */
function shippedCharacters(): string[] {
  const root = fileURLToPath(new URL("../../../", import.meta.url));
  const found = new Set(rarePlaces);
  for (const folder of ["surveys", "charts", "server", "client", "scripts/demonstration"])
    for (const file of readdirSync(join(root, folder), { recursive: true, encoding: "utf8" }))
      if (/\.tsx?$/.test(file))
        for (const character of readFileSync(join(root, folder, file), "utf8"))
          if (/[\u3000-\u303f\u4e00-\u9fff\uff00-\uffef]/u.test(character)) found.add(character);
  found.delete("\u3000");
  return [...found];
}

describe("toPng", () => {
  test.each([400, 700] as const)(
    "draws every character of GB 2312, of what is shipped and of rare place names, in weight %d",
    async (weight) => {
      const box = await toPng(pictureOf(missing, weight), 1);
      const blank = await toPng(pictureOf(" ", weight), 1);
      const characters = new Set([...shippedCharacters(), ...nationalStandard()]);
      expect(characters.size).toBeGreaterThan(6763);
      const lacking: string[] = [];
      for (const character of characters) {
        const drawn = await toPng(pictureOf(character, weight), 1);
        if (drawn.equals(box) || drawn.equals(blank)) lacking.push(character);
      }
      expect(lacking).toEqual([]);
    },
    60_000,
  );

  test("has both weights of its own", async () => {
    const [regular, bold] = await Promise.all([toPng(pictureOf("定", 400), 2), toPng(pictureOf("定", 700), 2)]);
    expect(regular.equals(bold)).toBe(false);
  });

  test.each([400, 700] as const)(
    "sets quotation marks of an English line, and the apostrophe, as wide as their ink, in weight %d",
    async (weight) => {
      // The widest stretch without ink between the first letter and the last, of a size of 18.
      for (const english of ["“Don’t”", "‘no’", "l’Hay"])
        expect(await widestGap(pictureOf(english, weight, 120))).toBeLessThan(18 * 0.2);
      // In a Chinese line the marks keep their square.
      expect(await widestGap(pictureOf("说“不”吧", weight, 120))).toBeGreaterThan(18 * 0.4);
    },
  );
});

/** How many dots without ink are next to each other between the first and the last that have some. */
async function widestGap(picture: Picture): Promise<number> {
  const image = await loadImage(await toPng(picture, 1));
  const context = createCanvas(image.width, image.height).getContext("2d");
  context.drawImage(image, 0, 0);
  const { data } = context.getImageData(0, 0, image.width, image.height);
  const hasInk = Array.from({ length: image.width }, (_, x) =>
    Array.from({ length: image.height }, (_, y) => data[(y * image.width + x) * 4] ?? 255).some((level) => level < 160),
  );
  const inked = hasInk.flatMap((has, x) => (has ? [x] : []));
  return Math.max(...inked.slice(1).map((x, place) => x - (inked[place] ?? x) - 1));
}
