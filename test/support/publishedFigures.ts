import type { Mark, Point } from "../../charts/figure.ts";
import type { PublishedFigure } from "../../charts/publishedFigure.ts";

const mark = (value: number, half = 0.03): Mark => ({
  value,
  interval: { lower: Math.max(0, value - half), upper: Math.min(1, value + half) },
  whyNoInterval: null,
});
const point = (value: number): Point => ({ ...mark(value), n: 800 });
const long = "在过去的一周里您有没有因为担心家人被感染而整夜睡不着觉或者反复测量体温";

const groups = ["18–29 岁", "30–44 岁", "45–59 岁", "60 岁及以上", "全体"];
const days = Array.from({ length: 35 }, (_, day) => ({ label: `1月${day + 1}日`, text: `2020年1月${day + 1}日` }));
/** Two lines, one with missing days and a day that stands alone. */
const series = [
  { label: "绍兴", points: days.map((_, day) => point(0.3 + day / 100)) },
  {
    label: long,
    points: days.map((_, day) => ((day > 8 && day < 14) || day === 20 || day === 22 ? null : point(0.62 - day / 120))),
  },
];
const times = [
  { kind: "event", at: 13, sign: "1", label: "新闻发布会" },
  { kind: "break", at: 24.5, sign: "2", label: "措辞改变" },
] as const;

/** Drawings of every kind, with what is hard about each: long names, many places, nothing and everything, gaps, too few. */
export const publishedFigures: Readonly<Record<string, PublishedFigure>> = {
  bars: {
    kind: "bars",
    title: "条形图",
    unit: "share",
    n: 26_900,
    places: [
      { label: "没有人", text: "0.0%" },
      { label: "所有人", text: "100.0%" },
      { label: long, text: "41.2%" },
      { label: "人太少", text: "人数不足，不公布" },
    ],
    series: [{ label: "", colour: "single", marks: [mark(0), mark(1), mark(0.412), null] }],
  },
  "thirty bars": {
    kind: "bars",
    title: "三十个选项",
    unit: "share",
    n: 26_900,
    places: Array.from({ length: 30 }, (_, place) => ({ label: `选项${place + 1}：${long}`, text: `${place}.0%` })),
    series: [{ label: "", colour: "single", marks: Array.from({ length: 30 }, (_, place) => mark(place / 100)) }],
  },
  likert: {
    kind: "likert",
    title: "信息公开",
    n: 7085,
    beside: { label: "净值", unit: "net" },
    places: [
      { label: "本地政府", text: "+90.1 (+89.1 至 +91.1)", beside: mark(0.901, 0.01) },
      {
        label: long,
        text: "−12.0 (−14.0 至 −10.0)",
        beside: { ...mark(0), value: -0.12, interval: { lower: -0.14, upper: -0.1 } },
      },
      { label: "人太少", text: "人数不足，不公布", beside: null },
    ],
    series: ["非常公开", "比较公开", "一般", "不太公开", "很不公开"].map((label, place) => ({
      label,
      colour: { place, of: 5 },
      marks: [mark([0.505, 0.422, 0.05, 0.02, 0.003][place] ?? 0), mark(0.2), null],
    })),
  },
  trend: { kind: "lines", title: "趋势", unit: "share", n: 26_900, places: days, series, fromZero: true, times },
  multiples: {
    kind: "panels",
    title: "分面",
    unit: "share",
    n: 26_900,
    places: days,
    panels: groups.map((label) => ({ label, points: series[1]?.points ?? [] })),
    fromZero: true,
    times,
  },
  dots: {
    kind: "dots",
    title: "各组",
    unit: "share",
    n: 26_900,
    places: groups.map((label) => ({ label })),
    series: ["听说过", "相信"].map((label, place) => ({
      label,
      marks: groups.map((_, group) => (group === 3 && place === 1 ? null : mark(0.3 + group / 20 + place / 5))),
    })),
    reference: null,
  },
  heat: {
    kind: "heat",
    title: "热力表",
    unit: "share",
    n: 26_900,
    columns: groups,
    rows: ["电视", long, "都没有"].map((label, row) => ({
      label,
      cells: groups.map((_, column) => {
        if (row === 2 && column === 3) return { mark: null, text: "人数不足，不公布", interval: "" };
        const value = row === 2 ? 0 : (row + 1) / 4 + column / 20;
        return { mark: mark(value), text: `${Math.round(value * 100)}.0%`, interval: "12.3%–45.6%" };
      }),
    })),
  },
  slope: {
    kind: "slope",
    title: "两期",
    unit: "share",
    n: 5710,
    sides: ["1月30日 – 2020年2月5日", "2月27日 – 2020年3月4日"],
    lines: [
      { label: "疫情发展", from: mark(0.62), to: mark(0.81) },
      { label: long, from: mark(0.61), to: mark(0.6) },
      { label: "都不需要", from: mark(0), to: null },
    ],
  },
  quadrant: {
    kind: "scatter",
    title: "需求与满足",
    n: 26_900,
    across: { label: "已满足", line: 0.5 },
    up: { label: "需要", line: 0.55 },
    quarters: ["优先改进", "继续保持", "持续关注", "可能过度"],
    openMeans: "不明确",
    points: [
      { label: "口罩", sign: "1", across: mark(0.25), up: mark(0.7), isOpen: false },
      { label: long, sign: "2", across: mark(0.75), up: mark(0.56), isOpen: true },
    ],
  },
  tiles: {
    kind: "tiles",
    title: "各地",
    unit: "share",
    n: 7085,
    tiles: ["柯桥区", "越城区", "上虞区", "诸暨市", "嵊州市", "新昌县"].map((label, place) => ({
      label,
      column: place % 3,
      row: Math.floor(place / 3),
      mark: place === 5 ? null : mark(0.27 + place / 50),
      text: place === 5 ? "人数不足，不公布" : `${27 + place * 2}.0%`,
      interval: place === 5 ? "" : "24.6%–30.4%",
    })),
  },
};
