import type { Estimate } from "../../stats/estimate.ts";
import type { Translated } from "../../surveys/language.ts";
import type { Reader, ScatterFigure } from "../figure.ts";
import { markOf } from "../mark.ts";

/** A claim: who heard it, and who of those believes it. */
export interface MeasuredClaim {
  readonly label: string;
  readonly heard: Estimate;
  readonly believed: Estimate;
}

const words = {
  heard: { "zh-CN": "听说过（全体）", en: "Heard it, of all" },
  believed: { "zh-CN": "相信（听说者中）", en: "Believe it, of those who heard" },
  few: { "zh-CN": "听者少，多信", en: "Few heard, many believe" },
  spread: { "zh-CN": "听者多，多信", en: "Many heard, many believe" },
  fading: { "zh-CN": "听者少，少信", en: "Few heard, few believe" },
  known: { "zh-CN": "听者多，少信", en: "Many heard, few believe" },
  open: { "zh-CN": "区间跨线", en: "an interval crosses a line" },
} as const satisfies Record<string, Translated>;

/** Belief against hearing: a dot a claim, with both intervals; the lines are plain means over the claims. */
export function rumourPlane(claims: readonly MeasuredClaim[], title: string, { language }: Reader): ScatterFigure {
  const placed = claims.flatMap(({ label, heard, believed }, place) => {
    const [across, up] = [markOf(heard), markOf(believed)];
    return across === null || up === null ? [] : [{ label, sign: String(place + 1), across, up }];
  });
  const [acrossLine, upLine] = [meanOf(placed.map(({ across }) => across)), meanOf(placed.map(({ up }) => up))];
  return {
    kind: "scatter",
    title,
    n: Math.max(0, ...claims.map(({ heard }) => heard.n)),
    across: { label: words.heard[language], line: acrossLine },
    up: { label: words.believed[language], line: upLine },
    quarters: [words.few[language], words.spread[language], words.fading[language], words.known[language]],
    openMeans: words.open[language],
    points: placed.map((point) => ({
      ...point,
      isOpen: crosses(point.across.interval, acrossLine) || crosses(point.up.interval, upLine),
    })),
  };
}

function meanOf(marks: readonly { readonly value: number }[]): number {
  return marks.length === 0 ? 0.5 : marks.reduce((sum, { value }) => sum + value, 0) / marks.length;
}

function crosses(interval: { readonly lower: number; readonly upper: number } | null, line: number): boolean {
  return interval === null || (interval.lower <= line && line <= interval.upper);
}
