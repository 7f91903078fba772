/** The colours and type of a figure. */
export interface Theme {
  /** What the figure stands on; parts that touch are kept apart by a line of it. */
  readonly ground: string;
  readonly ink: string;
  readonly soft: string;
  readonly line: string;
  /** The one colour of a figure that needs no more. */
  readonly single: string;
  /** Of the intervals over the bars; what is below shines through. */
  readonly interval: string;
  /** What deserves a second look. */
  readonly flagged: string;
  /** Of type that must not be overlooked: dark enough, or light enough, to be read (4.5:1). */
  readonly warning: string;
  /** From little to much, for what has an order. */
  readonly ordered: readonly string[];
  /** Of lines and the like that stand beside each other without an order. */
  readonly groups: readonly string[];
  readonly fontFamily: string;
}

const fontFamily =
  'system-ui, "PingFang SC", "Hiragino Sans GB", "Microsoft YaHei", "Noto Sans CJK SC", "Noto Sans SC", sans-serif';

/**
 * Colours for a light page. The order is one of lightness (after ColorBrewer's YlGnBu), so that it holds for every kind
 * of colour blindness and in grey; blue-green and orange differ for all of them too (Okabe and Ito 2008). Groups begin with colours of theirs; the later ones
 * lie closer, and lines have a dash and a name beside them as well.
 */
export const lightTheme: Theme = {
  ground: "#ffffff",
  ink: "#1b2526",
  soft: "#586667",
  line: "#e3e9e8",
  single: "#3b9a97",
  interval: "#0b2b2bb0",
  flagged: "#d55e00",
  warning: "#a33f00",
  groups: ["#0072b2", "#c74a00", "#117733", "#aa4499", "#8a6d00", "#332288", "#882255", "#5b6869"],
  ordered: ["#cfe8bf", "#7fcdbb", "#41b0c4", "#1d80b4", "#1f4e93", "#0b2660"],
  fontFamily,
};

/** Colours for a dark page: much is bright. */
export const darkTheme: Theme = {
  ground: "#182122",
  ink: "#e6eeed",
  soft: "#9fb0b0",
  line: "#2c393a",
  single: "#3d968e",
  interval: "#f2fffdc0",
  flagged: "#f28e4c",
  warning: "#f2a06e",
  groups: ["#56b4e9", "#f28e4c", "#5fc98f", "#e29ad6", "#e6c34a", "#a8a2f0", "#f08a9b", "#b9c6c6"],
  ordered: ["#28406b", "#25609a", "#2c8fbd", "#4fb9c4", "#93d6bd", "#def2cf"],
  fontFamily,
};

/** `count` colours from little to much, as far apart as they can be. */
export function orderedColours({ ordered }: Theme, count: number): string[] {
  return Array.from({ length: count }, (_, place) => {
    const position = count === 1 ? 0.5 : place / (count - 1);
    return colourAt(ordered, position * (ordered.length - 1));
  });
}

function colourAt(stops: readonly string[], position: number): string {
  const before = Math.floor(position);
  const from = channels(stops[before]);
  const to = channels(stops[Math.min(before + 1, stops.length - 1)]);
  const mixed = from.map((channel, place) => Math.round(channel + ((to[place] ?? 0) - channel) * (position - before)));
  return `#${mixed.map((channel) => channel.toString(16).padStart(2, "0")).join("")}`;
}

function channels(colour = "#000000"): number[] {
  return [1, 3, 5].map((start) => Number.parseInt(colour.slice(start, start + 2), 16));
}
