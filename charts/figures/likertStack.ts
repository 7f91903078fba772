import type { AnalysisResult } from "../../server/analysis/analysisApi.ts";
import type { Estimate } from "../../stats/estimate.ts";
import type { Reader, Series } from "../figure.ts";
import { formatCount, formatUncertainty } from "../format.ts";
import { markOf, textOf } from "../mark.ts";
import type { LikertFigure } from "../publishedFigure.ts";
import { nOf } from "./nOf.ts";

/** What sums up each bar: the answer to a request of its own, with the same breakdown. */
export interface Beside {
  readonly label: string;
  readonly unit: "net" | "share";
  readonly result: AnalysisResult;
}

/**
 * A bar of 100% for each row of a matrix, or for each group and all together where there is a breakdown.
 *
 * A part that may not be shown is left out, and its bar ends short of 100%.
 */
export function likertStack(
  result: AnalysisResult,
  { title, beside, all }: { title: string; beside: Beside | null; all: string },
  reader: Reader,
): LikertFigure {
  const rows = rowsOf(result, all, reader);
  const values = valuesOf(result);
  return {
    kind: "likert",
    title,
    n: nOf(result),
    beside: beside === null ? null : { label: beside.label, unit: beside.unit },
    places: rows.map(({ label, parts, variable, group }) => {
      const summed = besideAt(beside, variable, group);
      return { label, text: rowText(parts, summed, reader), beside: summed === null ? null : markOf(summed) };
    }),
    series: values.map(({ label }, place): Series => ({
      label: reader.read(label),
      colour: { place, of: values.length },
      marks: rows.map(({ parts }) => {
        const part = parts[place];
        return part === undefined ? null : markOf(part);
      }),
    })),
  };
}

interface Row {
  readonly label: string;
  readonly variable: string | undefined;
  readonly group: number;
  readonly parts: readonly Estimate[];
}

function valuesOf({ items }: AnalysisResult) {
  const [first] = items;
  return items.flatMap(({ variable, value }) =>
    value !== null && variable?.name === first?.variable?.name ? [value] : [],
  );
}

function rowsOf({ items, groups, estimates, breakdowns }: AnalysisResult, all: string, { read }: Reader): Row[] {
  const variables = [...new Set(items.map(({ variable }) => variable?.name))];
  return variables.flatMap((name) => {
    const label = items.find(({ variable }) => variable?.name === name)?.variable?.label ?? "";
    const places = items.flatMap(({ variable }, place) => (variable?.name === name ? [place] : []));
    return groups.map(({ labels }, group): Row => {
      const ofGroup = labels.length > 0 ? labels.map(read).join(" · ") : breakdowns.length > 0 ? all : "";
      const ofRow = variables.length > 1 ? read(label) : "";
      return {
        label: [ofRow, ofGroup].filter((part) => part !== "").join(" · ") || all,
        variable: name,
        group,
        parts: places.flatMap((place) => estimates[place]?.[group]?.[0] ?? []),
      };
    });
  });
}

function besideAt(beside: Beside | null, variable: string | undefined, group: number): Estimate | null {
  if (beside === null) return null;
  const { items, estimates } = beside.result;
  const item = items.findIndex((each) => each.variable === null || each.variable.name === variable);
  return estimates[Math.max(0, item)]?.[group]?.[0] ?? null;
}

function rowText(parts: readonly Estimate[], beside: Estimate | null, { language }: Reader): string {
  const [first] = parts;
  if (first === undefined) return "";
  if (parts.every((part) => markOf(part) === null)) return textOf(first, language);
  const n = `n ${formatCount(first.n, language)}`;
  if (beside?.kind !== "estimate") return n;
  const unit = beside.statistic === "net" ? "net" : "share";
  return `${textOf(beside, language)} (${formatUncertainty(beside, unit, { language, n: beside.n })})`;
}
