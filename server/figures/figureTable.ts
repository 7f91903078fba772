import type { Reader } from "../../charts/figure.ts";
import type { SignedTopic } from "../../charts/figures/needPlane.ts";
import { needWords } from "../../charts/figures/needPlane.ts";
import { itemLabels } from "../../charts/itemLabel.ts";
import type { ResultCell, ResultTable } from "../../charts/resultTable.ts";
import type { AnalysisResult } from "../analysis/analysisApi.ts";
import type { NeedsResult } from "../needs/needsApi.ts";
import type { Answers } from "./answersTo.ts";
import { figureWords } from "./figureWords.ts";

/** The numbers of a figure as a table: a row for each, with what it is of. */
export function figureTable(answers: Answers, title: string, reader: Reader): ResultTable {
  const { language } = reader;
  const said = (name: keyof typeof figureWords): string => figureWords[name][language];
  switch (answers.kind) {
    case "estimates":
      return longTable([answers.result], { title, beside: answers.beside }, reader);
    case "periods":
      return longTable(answers.results, { title, beside: null }, reader);
    case "claims":
      return {
        title,
        columns: [said("claim"), said("heard"), said("believed")],
        rows: answers.claims.map(({ label, heard, believed }) => [
          label[language],
          heard.estimates[0]?.[0]?.[0] ?? null,
          believed.estimates[0]?.[0]?.[0] ?? null,
        ]),
      };
    case "needs":
      return {
        title,
        columns: [said("topic"), needWords.need[language], needWords.satisfied[language], needWords.gap[language]],
        rows: rankedTopics(answers.result, reader).map(({ sign, words, need, satisfied, gap }) => [
          `${sign} ${words}`,
          need,
          satisfied,
          gap,
        ]),
      };
  }
}

/** Topics by their gap, the widest first; those without one last. */
export function rankedTopics(
  { topics, byGap }: NeedsResult,
  { read }: Reader,
): (SignedTopic & NeedsResult["topics"][number])[] {
  const others = [...topics.keys()].filter((place) => !byGap.includes(place));
  return [...byGap, ...others].flatMap((place, rank) => {
    const topic = topics[place];
    return topic === undefined ? [] : [{ ...topic, sign: String(rank + 1), words: read(topic.label) }];
  });
}

function longTable(
  results: readonly AnalysisResult[],
  { title, beside }: { title: string; beside: AnalysisResult | null },
  reader: Reader,
): ResultTable {
  const { language } = reader;
  const said = (name: keyof typeof figureWords): string => figureWords[name][language];
  const rows = [
    ...results.flatMap((result) => rowsOf(result, { prefix: "", isDated: results.length > 1 }, reader)),
    ...besideRows(beside, reader),
  ];
  const columns = [said("what"), said("group"), said("from"), said("to"), said("estimate")];
  // A column that says nothing in any row is none, nor is the last day where each row is of a single one.
  const isSaid = (row: readonly ResultCell[], place: number): boolean =>
    row[place] !== "" && (place !== 3 || row[place] !== row[2]);
  const kept = columns.map((_, place) => rows.some((row) => isSaid(row, place)));
  return {
    title,
    columns: columns.filter((_, place) => kept[place]),
    rows: rows.map((row) => row.filter((_, place) => kept[place])),
  };
}

function besideRows(beside: AnalysisResult | null, reader: Reader): ResultCell[][] {
  if (beside === null) return [];
  const name = beside.request.statistic === "net" ? "net" : "screening";
  return rowsOf(beside, { prefix: figureWords[name][reader.language], isDated: false }, reader);
}

/** Of a single window its days are in the methods box; `isDated` has them in the table all the same. */
function rowsOf(
  result: AnalysisResult,
  { prefix, isDated }: { prefix: string; isDated: boolean },
  reader: Reader,
): ResultCell[][] {
  const { items, groups, windows, estimates, breakdowns } = result;
  const labels = itemLabels(items, reader);
  return items.flatMap((_, item) =>
    groups.flatMap((group, groupPlace) =>
      windows.map(({ from, to }, window): ResultCell[] => [
        [prefix, labels[item] ?? ""].filter((part) => part !== "").join(" · "),
        groupName(
          group.labels.map((label) => reader.read(label)),
          breakdowns.length > 0,
          reader,
        ),
        isDated || windows.length > 1 ? from : "",
        isDated || windows.length > 1 ? to : "",
        estimates[item]?.[groupPlace]?.[window] ?? null,
      ]),
    ),
  );
}

function groupName(labels: readonly string[], isGrouped: boolean, { language }: Reader): string {
  if (labels.length > 0) return labels.join(" · ");
  return isGrouped ? figureWords.all[language] : "";
}
