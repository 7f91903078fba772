import type { Language } from "../surveys/language.ts";
import type { Theme } from "./theme.ts";

/** How and where a figure is drawn. */
export interface Drawing {
  readonly theme: Theme;
  readonly language: Language;
  readonly widthPx: number;
}

/** Size of the type in a figure. */
export const fontPx = 13;

/** A half-width column of type: Latin letters are one, Chinese characters two. */
export const halfPx = fontPx * 0.54;

/** Chart.js hands a chart's font on to none of its parts. */
export function fontIn({ fontFamily }: Theme): { family: string; size: number } {
  return { family: fontFamily, size: fontPx };
}
