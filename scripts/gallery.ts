import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { Command } from "commander";
import { describePublished } from "../charts/describePublished.ts";
import { drawPicture } from "../charts/picture/drawPicture.ts";
import type { Picture } from "../charts/picture/shapes.ts";
import { toSvg } from "../charts/picture/toSvg.ts";
import { darkTheme, lightTheme } from "../charts/theme.ts";
import { toPng } from "../server/figures/files/toPng.ts";
import { aroundFigure, publishedFigures } from "../test/support/publishedFigures.ts";

/**
 * `npm run gallery`: writes a page with every kind of figure and what is hard about each, as the browser draws it and as
 * PNG beside it, in both colours, for a phone and for a desk.
 */
const { out, only, widths } = new Command("gallery")
  .option("--out <folder>", "where the page is written", "data/gallery")
  .option("--only <names>", "some of the drawings, by their names", (text) => text.split(","))
  .option("--widths <pixels>", "widths of the pictures", (text) => text.split(",").map(Number), [350, 900])
  .parse()
  .opts<{ out: string; only?: string[]; widths: number[] }>();

const themes = { light: lightTheme, dark: darkTheme };

await mkdir(out, { recursive: true });
const sections: string[] = [];
for (const [name, figure] of Object.entries(publishedFigures)) {
  if (only?.includes(name) === false) continue;
  const pairs: string[] = [];
  for (const [colours, theme] of Object.entries(themes))
    for (const widthPx of widths) {
      const text = { ...aroundFigure, title: figure.title, alternative: describePublished(figure, "zh-CN") };
      const picture = drawPicture(figure, text, { theme, language: "zh-CN", widthPx });
      const file = `${name.replaceAll(" ", "-")}-${colours}-${widthPx}.png`;
      await writeFile(join(out, file), await toPng(picture, 1));
      pairs.push(pairOf(picture, file));
    }
  sections.push(`<h2>${name}</h2>${pairs.join("\n")}`);
}
await writeFile(join(out, "index.html"), pageOf(sections));
process.stdout.write(`${sections.length} drawings: ${join(out, "index.html")}\n`);

/** A picture as the browser draws it, and as the server has painted it. */
function pairOf(picture: Picture, file: string): string {
  return `<div>${toSvg(picture)}<img src="${file}" width="${picture.widthPx}" alt=""></div>`;
}

function pageOf(parts: readonly string[]): string {
  return `<!doctype html><html lang="zh-CN"><meta charset="utf-8"><title>Gallery</title>
<style>body{font-family:system-ui;margin:16px;background:#888}div{display:flex;flex-wrap:wrap;gap:8px;margin:8px 0}svg,img{max-width:100%;height:auto}</style>
${parts.join("\n")}</html>`;
}
