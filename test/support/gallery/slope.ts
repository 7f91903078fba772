import type { SlopeFigure } from "../../../charts/publishedFigure.ts";
import { long, longEnglish, share, signed } from "./marks.ts";

const slope = (lines: SlopeFigure["lines"], more: Partial<SlopeFigure> = {}): SlopeFigure => ({
  kind: "slope",
  title: "两期",
  unit: "share",
  n: 5710,
  sides: ["1月30日 – 2020年2月5日", "2月27日 – 2020年3月4日"],
  lines,
  ...more,
});

/** Two periods: one side withheld, twelve lines close together, one line, nothing moved, means. */
export const slopeGallery = {
  slope: slope([
    { label: "疫情发展", from: share(0.62), to: share(0.81) },
    { label: long, from: share(0.61), to: share(0.6) },
    { label: "都不需要", from: share(0), to: null },
  ]),
  "twelve slopes": slope(
    Array.from({ length: 12 }, (_, place) => ({
      label: place === 5 ? longEnglish : `信息渠道${place + 1}`,
      from: share(0.4 + place / 200, 0.01),
      to: share(0.45 - place / 180, 0.01),
    })),
  ),
  "one slope": slope([{ label: "全体", from: share(0.364, 0.01), to: share(0.271, 0.01) }]),
  "level slopes": slope([
    { label: "甲", from: share(1, 0.002), to: share(1, 0.002) },
    { label: "乙", from: share(0, 0.002), to: share(0, 0.002) },
  ]),
  "slope of means": slope([{ label: "焦虑", from: signed(7.4, 0.3), to: signed(5.2, 0.9) }], { unit: "mean" }),
  "withheld slope": slope([{ label: "小村", from: null, to: null }]),
} as const satisfies Readonly<Record<string, SlopeFigure>>;
