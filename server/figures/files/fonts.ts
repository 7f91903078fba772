import { fileURLToPath } from "node:url";
import type { Face } from "../../../charts/picture/runs.ts";
import type { Weight } from "../../../charts/picture/shapes.ts";

/** The typefaces of pictures made here, by their names in the font files. */
export const typefaces: Readonly<Record<Face, string>> = { type: "Noto Sans SC", emoji: "Noto Emoji" };

const folder = new URL("../../../node_modules/@expo-google-fonts/", import.meta.url);

/**
 * The font files. They come with npm packages, so that no picture depends on what is installed where it is made: every
 * character of the Unified Repertoire and Ordering, and every emoji in outline.
 */
export const fontFiles: Readonly<Record<Face, Readonly<Record<Weight, string>>>> = {
  type: {
    400: fileAt("noto-sans-sc/400Regular/NotoSansSC_400Regular.ttf"),
    700: fileAt("noto-sans-sc/700Bold/NotoSansSC_700Bold.ttf"),
  },
  emoji: {
    400: fileAt("noto-emoji/400Regular/NotoEmoji_400Regular.ttf"),
    700: fileAt("noto-emoji/700Bold/NotoEmoji_700Bold.ttf"),
  },
};

function fileAt(path: string): string {
  return fileURLToPath(new URL(path, folder));
}
