import { fileURLToPath } from "node:url";
import type { Weight } from "../../../charts/picture/shapes.ts";

/** The typeface of pictures made here, by its name in the font files. */
export const typeface = "Noto Sans SC";

const folder = new URL("../../../node_modules/@expo-google-fonts/noto-sans-sc/", import.meta.url);

/**
 * The font files. They come with an npm package and have every character of the Unified Repertoire and Ordering, so that
 * no picture depends on what is installed where it is made.
 */
export const fontFiles: Readonly<Record<Weight, string>> = {
  400: fileURLToPath(new URL("400Regular/NotoSansSC_400Regular.ttf", folder)),
  700: fileURLToPath(new URL("700Bold/NotoSansSC_700Bold.ttf", folder)),
};
