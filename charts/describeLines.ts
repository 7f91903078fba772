import type { Language } from "../surveys/language.ts";
import type { Line, LineFigure, Point } from "./figure.ts";
import { formatCount, formatMean, formatShare, formatUncertainty } from "./format.ts";

/**
 * Lines in words, for who does not see them: each line's first and last point and its highest and lowest between, the gaps,
 * and what is marked on the axis of time. The table has every point.
 */
export function describeLines(figure: LineFigure, language: Language): string {
  const { title, n, series, times } = figure;
  const isChinese = language === "zh-CN";
  const base = `n = ${formatCount(n, language)}`;
  const named = isChinese ? `折线图：${title}（${base}）` : `Line chart: ${title} (${base})`;
  const lines = series.map((line) => lineInWords(line, figure, language));
  const marked = times.map(({ sign, label, at }) => `${sign} ${figure.places[Math.ceil(at)]?.label ?? ""} ${label}`);
  const stop = isChinese ? "。" : ". ";
  const ended = [named, ...lines, ...(marked.length > 0 ? [marked.join(isChinese ? "；" : "; ")] : [])];
  return (ended.join(stop) + stop).trim();
}

interface Placed {
  readonly point: Point;
  readonly where: string;
}

function lineInWords({ label, points }: Line, figure: LineFigure, language: Language): string {
  const isChinese = language === "zh-CN";
  const found = points.flatMap((point, place): Placed[] =>
    point === null ? [] : [{ point, where: figure.places[place]?.text ?? "" }],
  );
  const [first] = found;
  const last = found.at(-1);
  const named = label === "" ? "" : `${label}${isChinese ? "：" : ": "}`;
  if (first === undefined || last === undefined) return `${named}${isChinese ? "没有可显示的点" : "no point to show"}`;
  const parts = [inWords(first, "", { figure, language })];
  if (found.length > 2) {
    const [low, high] = extremesOf(found);
    parts.push(inWords(low, isChinese ? "最低 " : "lowest ", { figure, language }));
    parts.push(inWords(high, isChinese ? "最高 " : "highest ", { figure, language }));
  }
  if (found.length > 1) parts.push(inWords(last, "", { figure, language }));
  const gaps = points.length - found.length;
  if (gaps > 0) parts.push(isChinese ? `${gaps} 处空缺` : `${gaps} ${gaps === 1 ? "gap" : "gaps"}`);
  return named + parts.join(isChinese ? "；" : "; ");
}

function extremesOf(found: readonly Placed[]): [Placed, Placed] {
  const sorted = [...found].sort((one, other) => one.point.value - other.point.value);
  return [sorted[0], sorted.at(-1)] as [Placed, Placed];
}

function inWords(
  { point, where }: Placed,
  what: string,
  { figure, language }: { figure: LineFigure; language: Language },
): string {
  return `${what}${where} ${pointInWords(point, figure.unit, language)}`;
}

/** A point's number with its interval and n: `12.3% (10.1%–14.5%, n = 812)`. */
export function pointInWords(point: Point, unit: LineFigure["unit"], language: Language): string {
  const style = { language, n: point.n };
  const value = unit === "share" ? formatShare(point.value, style) : formatMean(point.value, language);
  const around = [formatUncertainty(point, unit, style), `n = ${formatCount(point.n, language)}`];
  const beside = around.filter((text) => text !== "").join(language === "zh-CN" ? "，" : ", ");
  return language === "zh-CN" ? `${value}（${beside}）` : `${value} (${beside})`;
}
