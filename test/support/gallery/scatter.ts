import type { ScatterFigure } from "../../../charts/figure.ts";
import { long, longEnglish, scattered, share } from "./marks.ts";

const plane = (points: ScatterFigure["points"], more: Partial<ScatterFigure> = {}): ScatterFigure => ({
  kind: "scatter",
  title: "需求与满足",
  n: 26_900,
  across: { label: "已满足（占需要且评分者）", line: 0.5 },
  up: { label: "需要（占被问者）", line: 0.55 },
  quarters: ["优先改进", "继续保持", "持续关注", "可能过度"],
  openMeans: "不明确",
  points,
  ...more,
});

/** Planes: two points, two dozen of which many meet, all in the corners, hardly known, none, and rumours in English. */
export const scatterGallery = {
  quadrant: plane([
    { label: "口罩", sign: "1", across: share(0.25), up: share(0.7), isOpen: false },
    { label: long, sign: "2", across: share(0.75), up: share(0.56), isOpen: true },
  ]),
  "crowded plane": plane(
    Array.from({ length: 24 }, (_, place) => ({
      label: place === 6 ? long : `需要${place + 1}`,
      sign: String(place + 1),
      across: share(0.45 + scattered(place) / 8, 0.015),
      up: share(0.5 + scattered(place + 30) / 8, 0.015),
      isOpen: place % 3 === 0,
    })),
  ),
  "plane of all or nobody": plane([
    { label: "没有人", sign: "1", across: share(0, 0.01), up: share(0, 0.01), isOpen: false },
    { label: "所有人", sign: "2", across: share(1, 0.01), up: share(1, 0.01), isOpen: false },
  ]),
  "uncertain plane": plane([{ label: "口罩", sign: "1", across: share(0.4, 0.35), up: share(0.6, 0.4), isOpen: true }]),
  "empty plane": plane([]),
  rumours: plane(
    [longEnglish, "Garlic prevents it", "It came from a laboratory"].map((label, place) => ({
      label,
      sign: String(place + 1),
      across: share(0.3 + place / 5),
      up: share(0.5 - place / 6),
      isOpen: place === 1,
    })),
    {
      title: "Rumours: “it came from a laboratory”, and what others’ neighbours say",
      across: { label: "Heard it, of all", line: 0.5 },
      up: { label: "Believe it, of those who heard", line: 0.35 },
      quarters: [
        "Few heard, many believe",
        "Many heard, many believe",
        "Few heard, few believe",
        "Many heard, few believe",
      ],
      openMeans: "an interval crosses a line",
    },
  ),
} as const satisfies Readonly<Record<string, ScatterFigure>>;
