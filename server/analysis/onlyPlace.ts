import type { ChoiceCode } from "../../surveys/definition.ts";
import type { AnalysisItem } from "./analysisApi.ts";
import { refusal } from "./refusal.ts";

/** Which item of an answer: by names, so that it stays the same whatever else the answer holds by then. */
export interface ItemWanted {
  readonly variable?: string | undefined;
  readonly code?: ChoiceCode | undefined;
}

/**
 * The place of the one item of an answer that has these names.
 *
 * @throws {Problem} `invalid-parameter` naming `item` where none or several have them.
 */
export function onlyPlace(items: readonly AnalysisItem[], wanted: ItemWanted): number {
  const places = [...items.entries()].flatMap(([place, { variable, value }]) =>
    (wanted.variable === undefined || variable?.name === wanted.variable) &&
    (wanted.code === undefined || value?.code === wanted.code)
      ? [place]
      : [],
  );
  const [place] = places;
  if (place === undefined)
    throw refusal("item", "unknown-item", { "zh-CN": "答案中没有这一项", en: "The answer has no such item" });
  if (places.length > 1)
    throw refusal("item", "several-items", {
      "zh-CN": "答案中有几项：请指明变量与编码",
      en: "The answer has several items: name variable and code",
    });
  return place;
}
