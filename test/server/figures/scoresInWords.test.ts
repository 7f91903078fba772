import { describe, expect, test } from "vitest";
import { scoresInWords } from "../../../server/figures/scoresInWords.ts";
import { deriveCodebook } from "../../../surveys/codebook/deriveCodebook.ts";
import { inLanguage } from "../../../surveys/localised.ts";
import { dailyTracking } from "../../../surveys/questionnaires/dailyTracking.v1.ts";

const codebook = deriveCodebook(dailyTracking);
const inWords = (names: readonly string[], language: "zh-CN" | "en"): string[] =>
  scoresInWords(names, codebook, { language, read: (text) => inLanguage(text, language) });

describe("the wording behind a score", () => {
  test("is the question with each of its items", () => {
    const [english = "", ...others] = inWords(["gad7_score"], "en");
    expect(others).toEqual([]);
    expect(english).toMatch(/^GAD-7: Over the last 2 weeks, how often .* – .*nervous.* \/ /);
    expect(english.split(" / ")).toHaveLength(7);
    const [chinese = ""] = inWords(["gad7_score"], "zh-CN");
    expect(chinese).toMatch(/^GAD-7：在过去的两周里/);
    expect(chinese.split(" / ")).toHaveLength(7);
  });

  test("is nothing of what is no score", () => {
    expect(inWords(["sex", "age_band", ""], "en")).toEqual([]);
  });
});
