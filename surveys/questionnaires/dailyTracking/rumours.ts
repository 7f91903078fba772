import type { Page } from "../../definition.ts";
import { choicesOf, says } from "../bilingual.ts";

/** Claims that people repeat. The last two are true: believing everything and doubting everything both show. */
const claims = {
  laboratory: ["病毒是从实验室泄漏出来的", "The virus leaked from a laboratory"],
  garlic: ["吃大蒜、喝白酒可以预防感染", "Garlic or strong liquor prevents infection"],
  vinegar: ["在家里熏醋可以杀灭病毒", "Vinegar fumes at home kill the virus"],
  pets: ["猫、狗会把病毒传染给人", "Cats and dogs pass the virus on to people"],
  no_symptoms: ["没有症状的感染者也可能传染他人", "People without symptoms can infect others"],
  surfaces: ["病毒可以在物体表面存活一段时间", "The virus can last on surfaces for some time"],
} as const satisfies Record<string, readonly [string, string]>;

/** The codes of the claims, in the order of the questionnaire. */
export const rumourClaims = Object.keys(claims) as (keyof typeof claims)[];

/** Which claims are about, and who believes them: asked of those who heard of them. */
export const rumours: Page = {
  name: "rumours",
  title: says("您听说过吗？", "Have you heard?"),
  elements: [
    {
      type: "matrix",
      name: "heard",
      title: says("最近一周，您听说过下面这些说法吗？", "In the past week, have you heard the following?"),
      columns: choicesOf({ yes: ["听说过", "Yes"], no: ["没听说过", "No"] }),
      rows: choicesOf(claims),
    },
    ...Object.entries(claims).map(([claim, [chinese, english]]) => ({
      type: "radiogroup" as const,
      name: `believes_${claim}`,
      title: says(`“${chinese}”，您觉得是真的吗？`, `“${english}”: do you think this is true?`),
      visibleIf: `{heard.${claim}} = 'yes'`,
      choices: choicesOf({ true: ["是真的", "True"], unsure: ["不确定", "Not sure"], false: ["不是真的", "Not true"] }),
    })),
  ],
};
