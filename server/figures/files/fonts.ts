import { fileURLToPath } from "node:url";
import type { Face } from "../../../charts/picture/runs.ts";
import type { Weight } from "../../../charts/picture/shapes.ts";

/** The typefaces of pictures made here, by their names in the font files. */
export const typefaces: Readonly<Record<Face, string>> = { type: "Noto Sans SC", emoji: "Noto Emoji" };

const chinese = new URL("../../../node_modules/@expo-google-fonts/noto-sans-sc/", import.meta.url);
const emoji = new URL("../../../node_modules/@expo-google-fonts/noto-emoji/", import.meta.url);

/**
 * The font files. They come with npm packages, so that no picture depends on what is installed where it is made: every
 * character of the Unified Repertoire and Ordering, and every emoji in outline.
 */
export const fontFiles: Readonly<Record<Face, Readonly<Record<Weight, string>>>> = {
  type: {
    400: fileURLToPath(new URL("400Regular/NotoSansSC_400Regular.ttf", chinese)),
    700: fileURLToPath(new URL("700Bold/NotoSansSC_700Bold.ttf", chinese)),
  },
  emoji: {
    400: fileURLToPath(new URL("400Regular/NotoEmoji_400Regular.ttf", emoji)),
    700: fileURLToPath(new URL("700Bold/NotoEmoji_700Bold.ttf", emoji)),
  },
};
