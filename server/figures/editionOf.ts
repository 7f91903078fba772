import { describePublished } from "../../charts/describePublished.ts";
import type { Reader } from "../../charts/figure.ts";
import { followedIn } from "../../charts/followed.ts";
import { followedLines } from "../../charts/figures/followedLines.ts";
import { groupDots } from "../../charts/figures/groupDots.ts";
import { heatTable } from "../../charts/figures/heatTable.ts";
import { likertStack, type Beside } from "../../charts/figures/likertStack.ts";
import { needPlane } from "../../charts/figures/needPlane.ts";
import { regionTiles } from "../../charts/figures/regionTiles.ts";
import { resultBars } from "../../charts/figures/resultBars.ts";
import { rumourPlane } from "../../charts/figures/rumourPlane.ts";
import { slopeLines } from "../../charts/figures/slopeLines.ts";
import { trendPanels } from "../../charts/figures/trendPanels.ts";
import { notedIn } from "../../charts/noted.ts";
import type { Outline, PublishedFigure } from "../../charts/publishedFigure.ts";
import type { StudyEvent } from "../events/eventsApi.ts";
import type { Answers } from "./answersTo.ts";
import { figureTable, rankedTopics } from "./figureTable.ts";
import type { FigureContent, FigureEdition, Look } from "./figuresApi.ts";
import { figureWords } from "./figureWords.ts";
import { methodsBox, sourceLine, type MethodsKnown } from "./methodsBox.ts";

/** What a figure is made from: what its writer said, what was found, and what is known of the study. */
export interface EditionParts extends MethodsKnown {
  readonly content: FigureContent;
  readonly events: readonly StudyEvent[];
}

/** A figure in one language. */
export function editionOf(parts: EditionParts, reader: Reader): FigureEdition {
  const { content, answers } = parts;
  const { language } = reader;
  const title = content.title[language];
  const drawing = drawingOf(parts, title, reader);
  return {
    title,
    headline: content.headline[language],
    note: content.note[language],
    drawing,
    table: figureTable(answers, title, reader),
    alternative: describePublished(drawing, language),
    sourceLine: sourceLine(parts, reader),
    methods: methodsBox(parts, reader),
  };
}

function drawingOf(
  { content: { look }, answers, events, outline }: EditionParts,
  title: string,
  reader: Reader,
): PublishedFigure {
  const all = figureWords.all[reader.language];
  switch (answers.kind) {
    case "periods":
      return slopeLines(answers.results, { title, all }, reader);
    case "claims":
      return rumourPlane(
        answers.claims.map(({ label, heard, believed }) => ({
          label: label[reader.language],
          heard: onlyEstimate(heard),
          believed: onlyEstimate(believed),
        })),
        title,
        reader,
      );
    case "needs": {
      const topics = rankedTopics(answers.result, reader);
      return needPlane(answers.result, { title, topics }, reader) ?? emptyBars(title);
    }
    case "estimates":
      return estimatesDrawn(look.kind, answers, { title, all, events, outline, reader });
  }
}

function estimatesDrawn(
  kind: Look["kind"],
  { result, beside }: Extract<Answers, { kind: "estimates" }>,
  {
    title,
    all,
    events,
    outline,
    reader,
  }: { title: string; all: string; events: readonly StudyEvent[]; outline: Outline | null; reader: Reader },
): PublishedFigure {
  switch (kind) {
    case "likert":
    case "bands":
      return likertStack(result, { title, beside: besideWith(beside, reader), all }, reader);
    case "dots":
      return groupDots(result, { title, all }, reader);
    case "heat":
      return heatTable(result, { title, all }, reader);
    case "tiles":
      return regionTiles(result, { title, outline }, reader);
    case "trend":
    case "multiples": {
      const { language } = reader;
      const named = followedIn(result, reader).map((line) =>
        line.label === "" && result.breakdowns.length > 0 ? { ...line, label: all } : line,
      );
      const noted = notedIn(result, events, reader).filter(({ isOnFigure }) => isOnFigure);
      const lines = followedLines(result, { title, followed: named, noted, language });
      return kind === "trend" ? lines : trendPanels(lines);
    }
    default:
      return resultBars(result, title, reader);
  }
}

function besideWith(result: Extract<Answers, { kind: "estimates" }>["beside"], { language }: Reader): Beside | null {
  if (result === null) return null;
  const isNet = result.request.statistic === "net";
  return { label: figureWords[isNet ? "net" : "screening"][language], unit: isNet ? "net" : "share", result };
}

function onlyEstimate({ estimates }: Extract<Answers, { kind: "estimates" }>["result"]) {
  return estimates[0]?.[0]?.[0] ?? ({ kind: "not-estimable", reason: "withheld", n: 0 } as const);
}

function emptyBars(title: string): PublishedFigure {
  return { kind: "bars", title, unit: "share", n: 0, places: [], series: [] };
}
