import { describe, expect, test } from "vitest";
import { describePublished } from "../../charts/describePublished.ts";
import { drawPicture } from "../../charts/picture/drawPicture.ts";
import type { Picture, Shape, TextShape } from "../../charts/picture/shapes.ts";
import { toSvg } from "../../charts/picture/toSvg.ts";
import { balanced, widthOf, wrapped } from "../../charts/picture/type.ts";
import { darkTheme, lightTheme } from "../../charts/theme.ts";
import { aroundFigure, publishedFigures } from "../support/publishedFigures.ts";

function pictureOf(kind: string, widthPx: number, theme = lightTheme): Picture {
  const figure = publishedFigures[kind];
  if (figure === undefined) throw new Error(kind);
  const text = { ...aroundFigure, title: figure.title, alternative: "" };
  return drawPicture(figure, text, { theme, language: "zh-CN", widthPx });
}

/** From left to right, a text as wide as it is measured. */
function endsOf(shape: Shape): [number, number] {
  switch (shape.shape) {
    case "rect":
      return [shape.x, shape.x + shape.width];
    case "line":
      return [Math.min(shape.from[0], shape.to[0]), Math.max(shape.from[0], shape.to[0])];
    case "circle":
      return [shape.at[0] - shape.radius, shape.at[0] + shape.radius];
    case "path":
      return [Math.min(...shape.spots.map(([x]) => x)), Math.max(...shape.spots.map(([x]) => x))];
    case "text": {
      const width = widthOf(shape.text, shape);
      const left = shape.at[0] - (shape.anchor === "start" ? 0 : shape.anchor === "end" ? width : width / 2);
      return [left, left + width];
    }
  }
}

/** Whether two texts cover each other by more than the edges of their letters. */
function isCovered(one: TextShape, other: TextShape): boolean {
  const [[left, right], [from, to]] = [endsOf(one), endsOf(other)];
  const across = Math.min(right, to) - Math.max(left, from);
  const top = Math.max(one.at[1] - one.size * 0.75, other.at[1] - other.size * 0.75);
  return across > 1.5 && Math.min(one.at[1], other.at[1]) - top > 1.5;
}

describe("drawPicture", () => {
  test.each(Object.keys(publishedFigures))("keeps everything of %s within the picture, wide and narrow", (kind) => {
    for (const widthPx of [320, 400, 900, 1600]) {
      const picture = pictureOf(kind, widthPx);
      for (const shape of picture.shapes) {
        const [left, right] = endsOf(shape);
        const told = { widthPx, shape: shape.shape === "text" ? shape.text : shape.shape };
        expect({ ...told, isWithin: left >= -0.5 && right <= widthPx + 0.5 }).toEqual({ ...told, isWithin: true });
      }
    }
  });

  test.each(Object.keys(publishedFigures))("lets no words of %s cover others, wide and narrow", (kind) => {
    for (const widthPx of [320, 350, 520, 900, 1600]) {
      const texts = pictureOf(kind, widthPx).shapes.flatMap((shape) =>
        shape.shape === "text" && shape.text.trim() !== "" ? [shape] : [],
      );
      const covering = texts.flatMap((one, place) =>
        texts.slice(place + 1).flatMap((other) => (isCovered(one, other) ? [[one.text, other.text]] : [])),
      );
      expect({ widthPx, covering }).toEqual({ widthPx, covering: [] });
    }
  });

  test.each(Object.keys(publishedFigures))("draws %s as it did before", async (kind) => {
    await expect(toSvg(pictureOf(kind, 900))).toMatchFileSnapshot(`golden/${kind.replaceAll(" ", "-")}.svg`);
  });

  test("writes no number that is not one, in any kind, width or colours", () => {
    for (const kind of Object.keys(publishedFigures))
      for (const widthPx of [240, 900, 2400])
        expect(toSvg(pictureOf(kind, widthPx, darkTheme))).not.toMatch(/NaN|Infinity|undefined|="null"/);
  });

  test("draws a figure of which nothing may be shown", () => {
    const svg = toSvg(
      drawPicture(
        {
          kind: "bars",
          title: "空",
          unit: "share",
          n: 0,
          places: [{ label: "甲", text: "人数不足" }],
          series: [{ label: "", colour: "single", marks: [null] }],
        },
        { ...aroundFigure, title: "", alternative: "" },
        { theme: lightTheme, language: "zh-CN", widthPx: 400 },
      ),
    );
    expect(svg).toContain("人数不足");
    expect(svg).not.toMatch(/NaN|Infinity/);
  });
});

describe("toSvg", () => {
  test("escapes what is text and leaves out what XML has no way to say", () => {
    const picture = drawPicture(
      {
        kind: "tiles",
        title: "",
        unit: "share",
        n: 1,
        tiles: [{ label: "<b>&\"'", column: 0, row: 0, mark: null, text: "\u0000\ud800x", interval: "" }],
      },
      { ...aroundFigure, alternative: "", title: "</svg><script>alert(1)</script>" },
      { theme: lightTheme, language: "en", widthPx: 400 },
    );
    const svg = toSvg(picture);
    expect(svg).not.toContain("<script");
    expect(svg).toContain("&lt;b&gt;&amp;");
    expect(svg.includes("\u0000")).toBe(false);
  });
});

describe("wrapped", () => {
  test("breaks Chinese by the character, English by the word and too long a word by the letter", () => {
    const wrap = (text: string, widthPx: number, mostLines = 9): string[] =>
      wrapped(text, { widthPx, size: 10, mostLines });
    expect(wrap("疫情发展趋势", 32)).toEqual(["疫情发", "展趋势"]);
    expect(wrap("one two three", 45)).toEqual(["one two", "three"]);
    expect(wrap("aaaaaaaaaaaa", 30).every((line) => widthOf(line, { size: 10 }) <= 30)).toBe(true);
    expect(wrap("疫情发展趋势如何", 32, 2)).toEqual(["疫情发", "展趋…"]);
  });

  test("begins no line with what closes a phrase, nor ends one with what opens it, also beside Latin", () => {
    const wrap = (text: string, widthPx: number): string[] => wrapped(text, { widthPx, size: 10, mostLines: 9 });
    expect(wrap("人数 n=26；加权", 40)).toEqual(["人数", "n=26；", "加权"]);
    expect(wrap("甲乙丙（丁）", 42)).toEqual(["甲乙丙", "（丁）"]);
    expect(wrap("甲乙丙“GAD”", 42)).toEqual(["甲乙丙", "“GAD”"]);
  });

  test("keeps an emoji whole, also where a line is cut, with what closes its phrase", () => {
    const wrap = (text: string, widthPx: number, mostLines = 9): string[] =>
      wrapped(text, { widthPx, size: 10, mostLines });
    expect(wrap("口罩😷，👨‍👩‍👧‍👦👍🏽", 34)).toEqual(["口罩", "😷，", "👨‍👩‍👧‍👦👍🏽"]);
    expect(wrap("a✅👩🏽‍⚕️", 13)).toEqual(["a", "✅", "👩🏽‍⚕️"]);
    expect(wrap("疫情👨‍👩‍👧‍👦🇨🇳🇨🇳", 36, 1)).toEqual(["疫情…"]);
    expect(wrap("疫情👨‍👩‍👧‍👦🇨🇳🇨🇳", 43, 1)).toEqual(["疫情👨‍👩‍👧‍👦…"]);
    // Nor is a letter parted from its marks, in scripts without spaces either.
    const thai = "ที่นี่มีน้ำ";
    for (let widthPx = 12; widthPx < 80; widthPx += 4)
      expect(wrap(thai, widthPx).every((line) => !/^\p{M}/u.test(line))).toBe(true);
  });

  test("counts an emoji once, however many characters it has, and what has no width as none", () => {
    const emoji = widthOf("😷", { size: 10 });
    for (const one of ["👨‍👩‍👧‍👦", "👍🏽", "🇨🇳", "1️⃣", "❤️", "❤"]) expect(widthOf(one, { size: 10 })).toBe(emoji);
    expect(widthOf("零\u200b宽", { size: 10 })).toBe(20);
    // A sign that the type has is type unless it is said to be an emoji.
    expect(widthOf("n = 1 ©", { size: 10 })).toBeLessThan(widthOf("n = 1 ©️", { size: 10 }));
  });
});

describe("balanced", () => {
  test("takes as many lines as wrapped, about equally long, and breaks no word for that", () => {
    const setting = { widthPx: 52, size: 10, mostLines: 3 };
    expect(wrapped("六十岁及以上", setting)).toEqual(["六十岁及以", "上"]);
    expect(balanced("六十岁及以上", setting)).toEqual(["六十岁", "及以上"]);
    expect(balanced("18–29 岁", { ...setting, widthPx: 30 })).toEqual(["18–29", "岁"]);
    expect(balanced("岁", setting)).toEqual(["岁"]);
    const cut = { ...setting, mostLines: 1 };
    expect(balanced("六十岁及以上", cut)).toEqual(wrapped("六十岁及以上", cut));
  });
});

describe("describePublished", () => {
  test("says every kind in words with n, in both languages", () => {
    for (const figure of Object.values(publishedFigures)) {
      expect(describePublished(figure, "zh-CN")).toContain("n = ");
      expect(describePublished(figure, "en")).toContain("n = ");
    }
  });
});
