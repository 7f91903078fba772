import type { LikertFigure } from "../../../charts/publishedFigure.ts";
import { ages, long, share, signed, withheld } from "./marks.ts";

const openness = ["非常公开", "比较公开", "一般", "不太公开", "很不公开"];

const stack = (
  labels: readonly string[],
  places: LikertFigure["places"],
  valueAt: (part: number, place: number) => number | null,
): LikertFigure => ({
  kind: "likert",
  title: "信息公开",
  n: 7085,
  beside: { label: "净值", unit: "net" },
  places,
  series: labels.map((label, part) => ({
    label,
    colour: { place: part, of: labels.length },
    marks: places.map((_, place) => {
      const value = valueAt(part, place);
      return value === null ? null : share(value);
    }),
  })),
});

const first = [0.505, 0.422, 0.05, 0.02, 0.003];

/** Bars of 100%: long names, a net below zero, withheld rows, a scale of eleven, bands with a cut-off, one row, all or nothing. */
export const likertGallery = {
  likert: stack(
    openness,
    [
      { label: "本地政府", text: "+90.1 (+89.1 至 +91.1)", beside: signed(0.901, 0.01) },
      { label: long, text: "−12.0 (−14.0 至 −10.0)", beside: signed(-0.12, 0.02) },
      { label: "人太少", text: withheld, beside: null },
    ],
    (part, place) => (place === 2 ? null : place === 1 ? 0.2 : (first[part] ?? 0)),
  ),
  "likert of eleven": stack(
    Array.from({ length: 11 }, (_, code) => (code === 0 ? "0 完全不信" : code === 10 ? "10 完全相信" : String(code))),
    ages.map((label, place) => ({
      label,
      text: `+${20 + place}.0 (+1${place}.0 至 +3${place}.0)`,
      beside: signed(0.2 + place / 100, 0.1),
    })),
    (part) => (part === 5 ? 0.25 : 0.075),
  ),
  bands: {
    ...stack(
      ["极轻 0–4", "轻度 5–9", "中度 10–14", "重度 15–21"],
      ages.map((label, place) => ({
        label,
        text: `1${place}.4% (1${place}.0%–1${place}.9%)`,
        beside: share(0.1 + place / 100, 0.006),
      })),
      (part) => [0.6, 0.26, 0.1, 0.04][part] ?? 0,
    ),
    beside: { label: "筛查阳性", unit: "share" },
  },
  "likert without a net": {
    ...stack(openness, [{ label: "全体", text: "n 7,085", beside: null }], (part) => first[part] ?? 0),
    beside: null,
  },
  "likert of all or nobody": stack(
    openness,
    [
      { label: "都选第一项", text: "+100.0 (+99.9 至 +100.0)", beside: signed(1, 0.001) },
      { label: "都选最后一项", text: "−100.0 (−100.0 至 −99.9)", beside: signed(-1, 0.001) },
    ],
    (part, place) => Number(place === 0 ? part === 0 : part === 4),
  ),
  "withheld likert": stack(openness, [{ label: "小村", text: withheld, beside: null }], () => null),
} as const satisfies Readonly<Record<string, LikertFigure>>;
