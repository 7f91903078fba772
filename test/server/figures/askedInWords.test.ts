import { describe, expect, test } from "vitest";
import { askedInWords } from "../../../server/figures/askedInWords.ts";
import { deriveCodebook } from "../../../surveys/codebook/deriveCodebook.ts";
import { inLanguage } from "../../../surveys/localised.ts";

const codebook = deriveCodebook({
  elements: [
    {
      type: "radiogroup",
      name: "province",
      title: { "zh-cn": "省份", en: "Province" },
      choices: [
        { value: "33", text: { "zh-cn": "浙江", en: "Zhejiang" } },
        { value: "31", text: { "zh-cn": "上海", en: "Shanghai" } },
      ],
    },
    {
      type: "checkbox",
      name: "needs",
      title: { "zh-cn": "需要什么", en: "What do you need" },
      choices: [
        { value: "masks", text: { "zh-cn": "口罩", en: "Masks" } },
        { value: "none", text: { "zh-cn": "都不需要", en: "Nothing" } },
      ],
    },
    { type: "text", inputType: "number", name: "age", title: { "zh-cn": "年龄", en: "Age" } },
    { type: "matrix", name: "heard", title: "Heard", columns: ["yes", "no"], rows: ["r1"] },
  ],
});
const inEnglish = (expression: string): string =>
  askedInWords(expression, codebook, { language: "en", read: (text) => inLanguage(text, "en") });

describe("askedInWords", () => {
  test.each([
    ["({province} = '33')", "Province: Zhejiang"],
    ["{province} anyof ['33', '31']", "Province: Zhejiang / Shanghai"],
    ["{province} <> '33'", "not (Province: Zhejiang)"],
    ["{needs} contains 'masks'", "What do you need – Masks: Chosen"],
    [
      "({needs} notempty and {needs} notcontains 'none')",
      "What do you need: answered and not (What do you need – Nothing: Chosen)",
    ],
    ["{age} >= 30", "Age ≥ 30"],
    [
      "({heard.r1} = 'yes') and ({province} = '33' or {age} < 18)",
      "Heard – r1: yes and (Province: Zhejiang or Age < 18)",
    ],
    ["!({province} = '33')", "not (Province: Zhejiang)"],
  ])("says %s in the words of the questions", (expression, words) => {
    expect(inEnglish(expression)).toBe(words);
  });

  test("says it in Chinese", () => {
    const chinese = askedInWords("{needs} notcontains 'none' and {age} > 60", codebook, {
      language: "zh-CN",
      read: (text) => inLanguage(text, "zh-CN"),
    });
    expect(chinese).toBe("不是 (需要什么 – 都不需要：已选) 且 年龄 > 60");
  });

  test.each(["{age} = {province}", "sum({age}, 1) > 3", "{nobody} = 1", "{province} = '99'", "{age} ="])(
    "leaves %s as it is written",
    (expression) => {
      expect(inEnglish(expression)).toBe(expression);
    },
  );
});
