import type { HeatFigure } from "../../../charts/publishedFigure.ts";
import { ages, long, scattered, share, withheld } from "./marks.ts";

const heat = (
  rows: readonly string[],
  columns: readonly string[],
  valueAt: (row: number, column: number) => number | null,
): HeatFigure => ({
  kind: "heat",
  title: "热力表",
  unit: "share",
  n: 26_900,
  columns,
  rows: rows.map((label, row) => ({
    label,
    cells: columns.map((_, column) => {
      const value = valueAt(row, column);
      if (value === null) return { mark: null, text: withheld, interval: "" };
      const tenths = (each: number): string => `${(each * 100).toFixed(1)}%`;
      const mark = share(value);
      const { lower, upper } = mark.interval ?? { lower: 0, upper: 0 };
      return { mark, text: tenths(value), interval: `${tenths(lower)}–${tenths(upper)}` };
    }),
  })),
});

const sources = [
  "电视",
  "微信朋友圈",
  "微信群",
  "微博",
  "报纸",
  "政府网站",
  "社区工作人员",
  "家人朋友",
  "短视频",
  long,
];

/** Tables: long names, many columns, one cell, all the same, nothing to show. */
export const heatGallery = {
  heat: heat(["电视", long, "都没有"], ages, (row, column) =>
    row === 2 ? (column === 3 ? null : 0) : (row + 1) / 4 + column / 20,
  ),
  "wide heat": heat(
    sources,
    [...ages, "男", "女", "农村", "城镇", "初中及以下", "高中或中专", "大学及以上"],
    (row, column) => scattered(row * 12 + column),
  ),
  "one cell": heat(["电视"], ["全体"], () => 0.41),
  "all the same": heat(["电视", "报纸"], ages, () => 1),
  "withheld heat": heat(["电视", "报纸"], ages, () => null),
} as const satisfies Readonly<Record<string, HeatFigure>>;
