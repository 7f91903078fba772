import { createCanvas, loadImage } from "@napi-rs/canvas";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { inflateSync } from "node:zlib";
import { describe, expect, test, vi } from "vitest";
import type { Picture, Weight } from "../../../charts/picture/shapes.ts";
import { lightTheme } from "../../../charts/theme.ts";
import { toPdf } from "../../../server/figures/files/toPdf.ts";
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

/** Every emoji of a single character, as people write it, and what is hard about those of several. */
function emoji(): string[] {
  const found = ["1\ufe0f\u20e3", "👍🏽", "👨‍👩‍👧‍👦", "👩🏽‍⚕️", "🏴󠁧󠁢󠁥󠁮󠁧󠁿", "🐦‍🔥", "🇨🇳", "🇭🇰", "🇪🇺"];
  for (let code = 0xa9; code < 0x1fb00; code++) {
    const character = String.fromCodePoint(code);
    if (/^\p{Emoji_Presentation}$/u.test(character)) found.push(character);
    else if (/^\p{Emoji}$/u.test(character)) found.push(`${character}\ufe0f`);
  }
  return found;
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

  test.each([400, 700] as const)("draws every emoji in weight %d", async (weight) => {
    const all = emoji();
    expect(all.length).toBeGreaterThan(1400);
    const named = new Map<string, string[]>();
    for (const each of [missing, " ", ...all]) {
      const drawn = (await toPng(pictureOf(each, weight, 32), 1)).toString("latin1");
      named.set(drawn, [...(named.get(drawn) ?? []), each]);
    }
    // The typeface draws queen, king and crowned one alike, and some pairs; its own box would stand for many.
    expect([...named.values()].filter((alike) => alike.length > 3)).toEqual([]);
    expect([...named.values()].filter((alike) => alike.length > 1 && /^[\s\u{10ffff}]$/u.test(alike[0] ?? ""))).toEqual(
      [],
    );
  });

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

describe("toPdf", () => {
  test("has a sign for every emoji, and for all that is shipped", async () => {
    expect(await signsOf(missing)).toEqual([0]);
    expect(await signsOf("口罩😷紧张")).not.toContain(0);
    const shown = [...emoji(), ...shippedCharacters()];
    const signs = await signsOf(shown.join(" "));
    expect(signs.length).toBeGreaterThanOrEqual(shown.length);
    expect(signs).not.toContain(0);
  });

  test("leaves out what has no sign", async () => {
    expect(await signsOf("零\u200b宽\u2060\ufeff")).toHaveLength(2);
  });
});

/** Numbers of the signs that a PDF is set in, as they are in its typefaces; 0 is the box for what is missing. */
async function signsOf(text: string): Promise<number[]> {
  const pdf = await toPdf(pictureOf(text, 400), {
    methods: { title: "", lines: [] },
    theme: lightTheme,
    madeAt: new Date(0),
  });
  const signs: number[] = [];
  for (const [, stream = ""] of pdf.toString("latin1").matchAll(/FlateDecode\s*>>\nstream\n(.*?)\nendstream/gs)) {
    const content = inflateSync(Buffer.from(stream, "latin1")).toString("latin1");
    if (!content.includes("\nBT\n")) continue;
    for (const [, hex = ""] of content.matchAll(/<([\da-f]+)>/g))
      for (const [sign] of hex.matchAll(/.{4}/g)) signs.push(Number.parseInt(sign, 16));
  }
  return signs;
}

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
