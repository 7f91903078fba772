import { z } from "zod";
import { drawPicture } from "../../../charts/picture/drawPicture.ts";
import type { Picture } from "../../../charts/picture/shapes.ts";
import { toSvg } from "../../../charts/picture/toSvg.ts";
import { tableAsCsv } from "../../../charts/tableText.ts";
import { darkTheme, lightTheme, type Theme } from "../../../charts/theme.ts";
import type { Language } from "../../../surveys/language.ts";
import { Problem } from "../../problem.ts";
import type { FigureFile } from "../figuresApi.ts";
import { figureWords } from "../figureWords.ts";
import { methodsLines, problemNotes } from "../problemNotes.ts";
import { pageWords } from "../page/pageWords.ts";
import { toPdf } from "./toPdf.ts";
import { toPng } from "./toPng.ts";

/** The forms in which a figure can be taken. */
export const fileFormats = ["svg", "png", "pdf", "csv", "json"] as const;

/** One of the forms. */
export type FileFormat = (typeof fileFormats)[number];

/** Query of a figure's file: width in pixels, dots a pixel (PNG), and colours. */
export const fileQuery = z.strictObject({
  width: z.coerce.number().int().min(240).max(2400).default(900),
  density: z.coerce.number().min(0.5).max(4).default(2),
  theme: z.enum(["light", "dark"]).default("light"),
  key: z.string().max(100).optional(),
});

/** How a file is wanted. */
export interface FileWanted extends Pick<z.infer<typeof fileQuery>, "width" | "density" | "theme"> {
  readonly format: FileFormat;
  readonly language: Language;
}

/** A file with its content type. */
export interface MadeFile {
  readonly type: string;
  readonly bytes: Buffer;
}

/** Makes files of figures. */
export type FigureFiles = ReturnType<typeof createFigureFiles>;

const mostBytesKept = 64 * 1024 * 1024;
const mostDots = 40_000_000;

/** Makes what turns figures into files; what was made is kept by what it shows, up to 64 MB. */
export function createFigureFiles() {
  const kept = new Map<string, MadeFile>();
  let bytesKept = 0;
  return async (file: FigureFile, wanted: FileWanted): Promise<MadeFile> => {
    const key = JSON.stringify([file.sha256, file.address, file.withdrawn, file.problems, file.newerDataExist, wanted]);
    const known = kept.get(key);
    if (known !== undefined) {
      // Used last: the first of the map goes first.
      kept.delete(key);
      kept.set(key, known);
      return known;
    }
    const made = await makeFile(file, wanted);
    // What citations hold changes with the day.
    if (wanted.format === "json") return made;
    kept.set(key, made);
    bytesKept += made.bytes.length;
    for (const [oldest, { bytes }] of kept) {
      if (bytesKept <= mostBytesKept) break;
      kept.delete(oldest);
      bytesKept -= bytes.length;
    }
    return made;
  };
}

/** @throws {Problem} `too-large` for a picture of more than 40 million dots. */
async function makeFile(file: FigureFile, wanted: FileWanted): Promise<MadeFile> {
  const { format, language, density } = wanted;
  const { state, address, sha256 } = file;
  const edition = state.editions[language];
  switch (format) {
    case "svg":
      return { type: "image/svg+xml; charset=utf-8", bytes: Buffer.from(toSvg(pictureOf(file, wanted))) };
    case "png": {
      const picture = pictureOf(file, wanted);
      if (picture.widthPx * picture.heightPx * density ** 2 > mostDots) throw tooManyDots();
      return { type: "image/png", bytes: await toPng(picture, density) };
    }
    case "pdf": {
      const methods = { title: pageWords.methods[language], lines: methodsLines(file, language) };
      const bytes = await toPdf(pictureOf(file, wanted), {
        methods,
        theme: themeOf(wanted),
        madeAt: new Date(state.asOf),
      });
      return { type: "application/pdf", bytes };
    }
    case "csv": {
      const beside = [
        { column: figureWords.source[language], value: edition.sourceLine },
        ...methodsLines(file, language).map(({ label, text }) => ({ column: label, value: text })),
        { column: pageWords.address[language], value: address },
        { column: "SHA-256", value: sha256 },
      ];
      return { type: "text/csv; charset=utf-8", bytes: Buffer.from(tableAsCsv(edition.table, { language, beside })) };
    }
    case "json":
      return { type: "application/json; charset=utf-8", bytes: Buffer.from(JSON.stringify(file)) };
  }
}

/** Drawn once for what it shows: pages of figures are asked for far more often than figures change. */
const drawn = new WeakMap<FigureFile, Map<string, string>>();

/** A figure as SVG, of one of the few widths that pages have; what is wrong with its data the page says below it. */
export function svgOf(file: FigureFile, wanted: Omit<FileWanted, "format" | "density">): string {
  const known = drawn.get(file) ?? new Map<string, string>();
  drawn.set(file, known);
  const { width, theme, language } = wanted;
  const key = `${width} ${theme} ${language}`;
  const svg = known.get(key) ?? toSvg(pictureOf({ ...file, problems: [] }, wanted));
  known.set(key, svg);
  return svg;
}

/** A figure with what stands around it, as shapes. */
export function pictureOf(
  file: FigureFile,
  { width, theme, language }: Omit<FileWanted, "format" | "density">,
): Picture {
  const { state, address, withdrawn } = file;
  const { drawing, headline, title, note, sourceLine, alternative } = state.editions[language];
  const warning = withdrawn === null ? "" : `${pageWords.withdrawn[language]} ${withdrawn.reason[language]}`;
  return drawPicture(
    drawing,
    { warning, headline, title, problems: problemNotes(file, language), note, sourceLine, address, alternative },
    { theme: themeOf({ theme }), language, widthPx: width },
  );
}

function themeOf({ theme }: Pick<FileWanted, "theme">): Theme {
  return theme === "dark" ? darkTheme : lightTheme;
}

function tooManyDots(): Problem {
  return new Problem("too-large", [
    {
      field: "density",
      code: "too-many-dots",
      message: {
        "zh-CN": "图片太大，请减小宽度或密度",
        en: "The picture would be too large: ask for less width or density",
      },
    },
  ]);
}
