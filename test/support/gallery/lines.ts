import type { LineFigure, Point, TimeMark } from "../../../charts/figure.ts";
import type { PanelFigure } from "../../../charts/publishedFigure.ts";
import { ages, long, scattered, share, signed } from "./marks.ts";

const point = (value: number, half = 0.03): Point => ({ ...share(value, half), n: 800 });
const days = Array.from({ length: 35 }, (_, day) => {
  const [month, number] = day < 31 ? [1, day + 1] : [2, day - 30];
  return { label: `${month}月${number}日`, text: `2020年${month}月${number}日` };
});
const rising = days.map((_, day) => point(0.3 + day / 100));
/** With missing days, and one that stands alone. */
const broken = days.map((_, day) =>
  (day > 8 && day < 14) || day === 20 || day === 22 ? null : point(0.62 - day / 120),
);
const times: readonly TimeMark[] = [
  { kind: "event", at: 13, sign: "1", label: "新闻发布会" },
  { kind: "break", at: 24.5, sign: "2", label: "措辞改变" },
];

const trend = (series: LineFigure["series"], more: Partial<LineFigure> = {}): LineFigure => ({
  kind: "lines",
  title: "趋势",
  unit: "share",
  n: 26_900,
  places: days,
  series,
  fromZero: true,
  times,
  ...more,
});

const towns = ["柯桥区", "越城区", "上虞区", "诸暨市", "嵊州市", "新昌县", long, "全体"];

/** Lines over time: missing days, one day, none, eight with ends that meet, events on neighbouring days, means, and all at 0 or 100%. */
export const lineGallery = {
  trend: trend([
    { label: "绍兴", points: rising },
    { label: long, points: broken },
  ]),
  "one line": trend([{ label: "", points: broken }], { times: [] }),
  "one day": trend([{ label: "", points: [point(0.41)] }], { places: days.slice(0, 1), times: [] }),
  "withheld trend": trend([{ label: "", points: days.map(() => null) }], { times: [] }),
  "eight lines": trend(
    towns.map((label, place) => ({
      label,
      points: days.map((_, day) => point(0.4 + (scattered(place * 40 + day) - 0.5) / 10 + (place * (34 - day)) / 900)),
    })),
    { fromZero: false },
  ),
  "many events": trend([{ label: "", points: rising }], {
    times: Array.from({ length: 12 }, (_, number) => ({
      kind: number % 4 === 3 ? "break" : "event",
      at: number < 8 ? 10 + number : 26 + (number - 8) / 2,
      sign: String(number + 1),
      label: number === 5 ? long : "新闻发布会通报新增病例",
    })),
  }),
  "trend of means": trend(
    [{ label: "", points: days.map((_, day) => ({ ...signed(6 + scattered(day), 1.4), n: 120 })) }],
    {
      unit: "mean",
      fromZero: false,
    },
  ),
  "nobody and everybody": trend([
    { label: "没有人", points: days.map(() => point(0, 0.004)) },
    { label: "所有人", points: days.map(() => point(1, 0.004)) },
  ]),
  "uncertain trend": trend([{ label: "", points: days.map((_, day) => point(scattered(day), 0.4)) }]),
} as const satisfies Readonly<Record<string, LineFigure>>;

const panels = (labels: readonly string[], more: Partial<PanelFigure> = {}): PanelFigure => ({
  kind: "panels",
  title: "分面",
  unit: "share",
  n: 26_900,
  places: days,
  panels: labels.map((label, place) => ({ label, points: place % 2 === 0 ? broken : rising })),
  fromZero: true,
  times,
  ...more,
});

/** Small multiples: five, one, two dozen, and one without anything. */
export const panelGallery = {
  multiples: panels(ages),
  "one panel": panels(["全体"]),
  "many panels": panels(Array.from({ length: 24 }, (_, place) => (place === 3 ? long : `第${place + 1}组`))),
  "empty panel": panels(["全体", "小村"], {
    panels: [
      { label: "全体", points: rising },
      { label: "小村", points: days.map(() => null) },
    ],
  }),
} as const satisfies Readonly<Record<string, PanelFigure>>;
