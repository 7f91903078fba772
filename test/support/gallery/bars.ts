import type { Mark } from "../../../charts/figure.ts";
import type { PlainBars } from "../../../charts/publishedFigure.ts";
import { hostile, long, longEnglish, share, signed, withheld } from "./marks.ts";

const bars = (
  title: string,
  rows: readonly (readonly [label: string, text: string, mark: Mark | null])[],
): PlainBars => ({
  kind: "bars",
  title,
  unit: "share",
  n: 26_900,
  places: rows.map(([label, text]) => ({ label, text })),
  series: [{ label: "", colour: "single", marks: rows.map(([, , mark]) => mark) }],
});

/** Bars: nobody and everybody, too few, thirty, one, below zero, hardly known, and a title that would like to be code. */
export const barGallery = {
  bars: bars("条形图", [
    ["没有人", "0.0%", share(0)],
    ["所有人", "100.0%", share(1)],
    [long, "41.2%", share(0.412)],
    ["人太少", withheld, null],
  ]),
  "thirty bars": bars(
    "三十个选项",
    Array.from({ length: 30 }, (_, place) => [`选项${place + 1}：${long}`, `${place}.0%`, share(place / 100)]),
  ),
  "one bar": bars("只有一项", [["担心", "36.4%", share(0.364)]]),
  "withheld bars": bars("全部不公布", [
    ["担心", withheld, null],
    [longEnglish, withheld, null],
  ]),
  "net bars": {
    ...bars("净值", [
      ["中央政府", "+62.1", signed(0.621)],
      ["本地政府", "−35.4", signed(-0.354)],
      ["社区", "−3.0", signed(-0.03, 0.05)],
    ]),
    unit: "net",
  },
  "means in bars": {
    ...bars("均值", [
      ["焦虑（GAD-7）", "6.42", signed(6.42, 0.2)],
      ["压力", "17.90", signed(17.9, 4.1)],
    ]),
    unit: "mean",
  },
  "uncertain bars": bars("区间很宽", [
    ["担心", "48.0%", share(0.48, 0.42)],
    ["不担心", "52.0%", share(0.52, 0.48)],
  ]),
  "hostile bars": bars(hostile, [
    [hostile, "12.0%", share(0.12)],
    ["</svg>", "3.0%", share(0.03)],
  ]),
} as const satisfies Readonly<Record<string, PlainBars>>;
