import type { DotFigure } from "../../../charts/figure.ts";
import { ages, long, longEnglish, scattered, share, signed } from "./marks.ts";

const dots = (labels: readonly string[], series: DotFigure["series"], more: Partial<DotFigure> = {}): DotFigure => ({
  kind: "dots",
  title: "各组",
  unit: "share",
  n: 26_900,
  places: labels.map((label) => ({ label })),
  series,
  reference: null,
  ...more,
});
const thirty = Array.from({ length: 30 }, (_, place) =>
  place === 4 ? long : place === 7 ? longEnglish : `第${place + 1}网格`,
);

/** Dots of groups: two and three series, thirty groups, differences around 0, all and nobody, hardly known, one. */
export const dotGallery = {
  dots: dots(
    ages,
    ["听说过", "相信"].map((label, place) => ({
      label,
      marks: ages.map((_, group) => (group === 3 && place === 1 ? null : share(0.3 + group / 20 + place / 5))),
    })),
  ),
  "three series": dots(
    ages,
    ["非常担心或者比较担心", "一般", "不太担心或者完全不担心"].map((label, place) => ({
      label,
      marks: ages.map((_, group) => share(0.3 + group / 60 + place / 50)),
    })),
  ),
  "thirty groups": dots(thirty, [
    { label: "", marks: thirty.map((_, place) => share(0.2 + scattered(place) / 3, 0.02 + place / 300)) },
  ]),
  "one group": dots(["全体"], [{ label: "", marks: [share(0.27)] }]),
  differences: dots(ages, [{ label: "", marks: ages.map((_, place) => signed((place - 2) / 20, 0.06)) }], {
    unit: "net",
    reference: 0,
  }),
  "dots of all or nobody": dots(
    ["没有人", "所有人", "人太少"],
    [{ label: "", marks: [share(0, 0.01), share(1, 0.01), null] }],
  ),
  "uncertain dots": dots(["甲", "乙"], [{ label: "", marks: [share(0.5, 0.49), share(0.1, 0.02)] }]),
  "withheld dots": dots(["甲", "乙"], [{ label: "", marks: [null, null] }]),
} as const satisfies Readonly<Record<string, DotFigure>>;
