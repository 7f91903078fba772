import type { Services } from "../../server/services.ts";
import type { Definition } from "../../surveys/definition.ts";
import { fieldStudy, keepResponses } from "./fieldStudy.ts";

const rating = [1, 2, 3, 4, 5];
const both = (chinese: string, english: string) => ({ "zh-cn": chinese, en: english });

const definition: Definition = {
  elements: [
    {
      type: "radiogroup",
      name: "sex",
      title: both("您的性别", "Your sex"),
      choices: [
        { value: "female", text: both("女", "Female") },
        { value: "male", text: both("男", "Male") },
      ],
    },
    {
      type: "radiogroup",
      name: "worried",
      title: both("您担心吗？", "Are you worried?"),
      choices: [
        { value: "yes", text: both("担心", "Yes") },
        { value: "no", text: both("不担心", "No") },
      ],
    },
    {
      type: "checkbox",
      name: "needs",
      title: both("您需要知道什么？", "What do you need to know?"),
      choices: [
        { value: "water", text: both("饮水", "Water") },
        { value: "roads", text: both("道路", "Roads") },
      ],
    },
    ...["water", "roads"].map((topic) => ({
      type: "rating",
      name: `met_${topic}`,
      title: topic === "water" ? both("饮水", "Water") : both("道路", "Roads"),
      rateValues: rating,
      visibleIf: `{needs} contains '${topic}'`,
    })),
    {
      type: "matrix",
      name: "heard",
      title: both("您听说过吗？", "Have you heard of it?"),
      columns: [
        { value: "yes", text: both("听说过", "Yes") },
        { value: "no", text: both("没有", "No") },
      ],
      rows: [
        { value: "dam", text: both("水库要垮", "The dam will break") },
        { value: "fish", text: both("鱼有毒", "Fish are poisoned") },
      ],
    },
    ...["dam", "fish"].map((claim) => ({
      type: "radiogroup",
      name: `believes_${claim}`,
      title: both("是真的吗？", "Is it true?"),
      visibleIf: `{heard.${claim}} = 'yes'`,
      choices: [
        { value: "true", text: both("是真的", "True") },
        { value: "false", text: both("是假的", "False") },
      ],
    })),
    { type: "comment", name: "why", title: both("还想说什么？", "What else?") },
  ],
} as Definition;

/** The last of its fourteen days. */
export const lastDayOfReports = "2026-03-14";

/**
 * A study of fourteen days with 60 responses each: a quarter worries in the first week and half in the second, most need
 * water and few of them are satisfied, and most believe that the dam will break.
 */
export async function reportStudy(services: Services): Promise<void> {
  const study = await fieldStudy(services, definition);
  const all = Array.from({ length: 14 * 60 }, (_, number) => said(number));
  await keepResponses(services, study, all);
  await services.indicators.put({
    study: study.study,
    indicator: "worried",
    title: { "zh-CN": "担心的人", en: "Worries" },
    of: { kind: "code", variable: "worried", codes: ["yes"] },
    among: null,
    worse: "higher",
    areas: null,
  });
  await services.indicators.put({
    study: study.study,
    indicator: "dam",
    title: { "zh-CN": "相信水库要垮", en: "Believes that the dam will break" },
    of: { kind: "code", variable: "believes_dam", codes: ["true"] },
    among: null,
    worse: "higher",
    areas: null,
  });
}

function said(number: number) {
  const place = number % 60;
  const day = Math.floor(number / 60);
  const worried = place % 4 === 0 || (day >= 7 && place % 4 === 1);
  // Not of everybody, which would not be public.
  const needsWater = place % 10 !== 0;
  const needsRoads = place % 3 === 0;
  return {
    day: `2026-03-${String(day + 1).padStart(2, "0")}`,
    answers: {
      sex: place % 2 === 0 ? "female" : "male",
      worried: worried ? "yes" : "no",
      needs: [...(needsWater ? ["water"] : []), ...(needsRoads ? ["roads"] : [])],
      ...(needsWater && { met_water: place % 5 === 0 ? 5 : 2 }),
      ...(needsRoads && { met_roads: 4 }),
      heard: { dam: "yes", fish: place % 2 === 0 ? "yes" : "no" },
      believes_dam: place % 3 === 0 ? "false" : "true",
      ...(place % 2 === 0 && { believes_fish: "false" }),
      ...(place % 4 === 0 && { why: day >= 7 ? "水位 预报" : "道路 封闭" }),
    },
  };
}
