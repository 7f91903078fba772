import type { ChangeKind } from "./definitionChange.ts";

const words = [
  "title",
  "description",
  "html",
  "placeholder",
  "otherPlaceholder",
  "labelTrue",
  "labelFalse",
  "minRateDescription",
  "maxRateDescription",
  "requiredErrorText",
  "addRowText",
  "removeRowText",
  "addPanelText",
  "removePanelText",
  "templateTitle",
  "completedHtml",
  "completeText",
  "pageNextText",
  "pagePrevText",
];

const conditions = ["requiredIf", "enableIf", "expression", "calculatedValues", "completedHtmlOnCondition"];

const limits = [
  "isRequired",
  "validators",
  "inputType",
  "min",
  "max",
  "step",
  "maxLength",
  "minSelectedChoices",
  "maxSelectedChoices",
  "isAllRowRequired",
  "eachRowRequired",
  "rowCount",
  "minRowCount",
  "maxRowCount",
  "panelCount",
  "minPanelCount",
  "maxPanelCount",
  "valueTrue",
  "valueFalse",
  "cellType",
];

/** Compared in ways of their own: what an element is, holds and offers. */
const apart = new Set([
  "type",
  "name",
  "visibleIf",
  "pages",
  "elements",
  "instruments",
  "choices",
  "rateValues",
  "rateMin",
  "rateMax",
  "rateStep",
  "showOtherItem",
  "showNoneItem",
  "showRefuseItem",
  "showDontKnowItem",
  "otherText",
  "noneText",
  "refuseText",
  "dontKnowText",
]);

const kinds = new Map<string, ChangeKind>([
  ...words.map((member) => [member, "reworded"] as const),
  ...conditions.map((member) => [member, "asked-changed"] as const),
  ...limits.map((member) => [member, "limits-changed"] as const),
]);

/** What a difference in a member is; `null` for members that are compared in a way of their own. */
export function kindOfMember(member: string): ChangeKind | null {
  return apart.has(member) ? null : (kinds.get(member) ?? "presentation-changed");
}
