import type { Block, Shape } from "./shapes.ts";
import { textAt, typeSize, widthOf, wrapped } from "./type.ts";

/** What an entry of a legend shows and says. */
export interface LegendEntry {
  readonly label: string;
  readonly swatch: (x: number, y: number) => readonly Shape[];
}

/** Names with their swatches, in as many lines as they need. */
export function legend(entries: readonly LegendEntry[], { widthPx, fill }: { widthPx: number; fill: string }): Block {
  if (entries.length === 0) return { shapes: [], heightPx: 0 };
  const shapes: Shape[] = [];
  let [x, y] = [0, 8];
  for (const { label, swatch } of entries) {
    const [text = ""] = wrapped(label, { widthPx: widthPx - 20, size: typeSize.body, mostLines: 1 });
    const takes = 18 + widthOf(text, { size: typeSize.body }) * 1.04 + 16;
    if (x > 0 && x + takes - 16 > widthPx) [x, y] = [0, y + 20];
    shapes.push(...swatch(x + 6, y), textAt(text, [x + 18, y + 4.5], { size: typeSize.body, fill }));
    x += takes;
  }
  return { shapes, heightPx: y + 16 };
}
