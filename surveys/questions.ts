import type { Choice, ChoiceCode, Definition, Element, LocalisedText, Page, Question } from "./definition.ts";
import type { CodedValue } from "./codebook/codebook.ts";

/** A question where it stands: its page, and the conditions of everything around it. */
export interface PlacedQuestion {
  readonly question: Question;
  /** Counted from 0. */
  readonly page: number;
  /** `visibleIf` of its page, its panels and itself, outermost first. */
  readonly conditions: readonly string[];
}

/** The pages of a definition; one page when it lists elements only. */
export function pagesOf({ pages, elements }: Definition): readonly Page[] {
  return pages ?? [{ name: "page1", elements: elements ?? [] }];
}

/** Every question of a definition in order, those inside panels included; texts for the reader are not questions. */
export function questionsOf(definition: Definition): PlacedQuestion[] {
  return pagesOf(definition).flatMap((page, index) =>
    within(page.elements, index, page.visibleIf === undefined ? [] : [page.visibleIf]),
  );
}

function within(elements: readonly Element[], page: number, around: readonly string[]): PlacedQuestion[] {
  return elements.flatMap((element) => {
    const conditions = element.visibleIf === undefined ? around : [...around, element.visibleIf];
    if (element.type === "html") return [];
    if (element.type === "panel") return within(element.elements, page, conditions);
    return [{ question: element, page, conditions }];
  });
}

/** The code of a choice. */
export function codeOf(choice: Choice): ChoiceCode {
  return typeof choice === "object" ? choice.value : choice;
}

/** A choice with its wording; the code is its own wording where there is none. */
export function codedValue(choice: Choice): CodedValue {
  if (typeof choice !== "object") return { code: choice, label: String(choice) };
  return { code: choice.value, label: choice.text ?? String(choice.value) };
}

const wordings = {
  other: { default: "其他（请说明）", en: "Other (please describe)" },
  none: { default: "以上都没有", en: "None of these" },
  refused: { default: "不愿回答", en: "Prefer not to say" },
  dontknow: { default: "不知道", en: "Don't know" },
} satisfies Record<string, LocalisedText>;

/** The choices a question offers beside its own, by SurveyJS's reserved codes. */
export function specialItems(question: object): CodedValue[] {
  const member = (name: string): unknown => Object.entries(question).find(([key]) => key === name)?.[1];
  const rows = [
    ["other", "showOtherItem", "otherText"],
    ["none", "showNoneItem", "noneText"],
    ["refused", "showRefuseItem", "refuseText"],
    ["dontknow", "showDontKnowItem", "dontKnowText"],
  ] as const;
  return rows.flatMap(([code, shown, text]) =>
    member(shown) === true ? [{ code, label: (member(text) as LocalisedText | undefined) ?? wordings[code] }] : [],
  );
}

/** The points of a rating, lowest first. */
export function ratingPoints(rating: {
  rateMin?: number | undefined;
  rateMax?: number | undefined;
  rateStep?: number | undefined;
  rateValues?: readonly Choice[] | undefined;
}): CodedValue[] {
  if (rating.rateValues !== undefined) return rating.rateValues.map(codedValue);
  const { rateMin = 1, rateMax = 5, rateStep = 1 } = rating;
  const points = Math.floor((rateMax - rateMin) / rateStep + 1e-9) + 1;
  return Array.from({ length: points }, (_, point) => codedValue(rateMin + point * rateStep));
}
