import type { Codebook, CodebookScore } from "../../surveys/codebook/codebook.ts";
import { instruments } from "../../surveys/instruments/registry.ts";
import type { Translated } from "../../surveys/language.ts";
import type { ComparedItem } from "./comparisonApi.ts";
import { indicatorItem, itemsOf, usualStatistic, type MeasuredItem } from "./items.ts";
import { subjectNamed } from "./subject.ts";

/** An item of a question or scale, before it is compared. */
export type ItemToCompare = MeasuredItem & Pick<ComparedItem, "question">;

/**
 * Everything a study has that groups can be compared by: shares of codes and options, means of numbers and scores, and the
 * shares who screen positive. Of two codes only the first, since the other's difference is its mirror image.
 *
 * @param without variables that make the groups, and so say nothing of them.
 */
export function comparableItems(codebook: Codebook, without: ReadonlySet<string>): readonly ItemToCompare[] {
  const ofQuestions = codebook.questions
    .filter(({ variables }) => variables.some(({ kind }) => kind !== "text" && kind !== "date"))
    .flatMap(({ name }) => itemsNamed(name, codebook));
  const ofScores = codebook.scores.flatMap((score) => [...itemsNamed(score.name, codebook), ...screening(score)]);
  return [...ofQuestions, ...ofScores].filter(({ variable }) => !without.has(variable?.name ?? ""));
}

function itemsNamed(name: string, codebook: Codebook): ItemToCompare[] {
  const subject = subjectNamed(name, codebook);
  const isPair = new Set(
    subject.variables.flatMap((each) => (each.kind === "category" && each.values.length === 2 ? [each.name] : [])),
  );
  const items = itemsOf(subject, { statistic: usualStatistic(subject) });
  return items
    .filter(({ variable }, place) => {
      const isMirror =
        variable !== null && isPair.has(variable.name) && items[place - 1]?.variable?.name === variable.name;
      return !isMirror;
    })
    .map((item) => ({ ...item, question: { name, title: subject.title } }));
}

/** Those whose score reaches the scale's cut-off, where it has one. */
function screening({ name, instrument: id, range }: CodebookScore): ItemToCompare[] {
  const instrument = instruments[id];
  if (instrument === undefined || instrument.cutOff === null) return [];
  const { cutOff, direction, name: title } = instrument;
  const [from, to] = direction === "higher-is-worse" ? [cutOff, range[1]] : [range[0], cutOff];
  const sign = direction === "higher-is-worse" ? "≥" : "≤";
  const label: Translated = {
    "zh-CN": `筛查阳性（${sign} ${cutOff}）`,
    en: `Screens positive (${sign} ${cutOff})`,
  };
  const variable = { name, label: title };
  const item = indicatorItem({ kind: "number", variable: name, from, to });
  return [{ ...item, variable, value: { code: "screens-positive", label }, question: { name, title } }];
}
