import { describe as suite, expect, test } from "vitest";
import { describe } from "../../charts/describe.ts";
import { responsesPerDay } from "../../charts/figures/responsesPerDay.ts";
import { shareBars } from "../../charts/figures/shareBars.ts";
import { choiceOf, estimatesInOneCluster, readerOf } from "./estimated.ts";

suite("a figure in words", () => {
  test("names a figure's kind, title, n, and each number with its interval", () => {
    // Korn-Graubard of 500 in 1,000 without weights is Clopper-Pearson: 46.9% to 53.1% (R: binom.test(500, 1000)).
    expect(describe(shareBars(choiceOf([500, 500]), readerOf("en")), "en")).toBe(
      "Bar chart: Do you trust them? (n = 1,000). " +
        "Answer 0 50.0% (95% interval 46.9%–53.1%); Answer 1 50.0% (95% interval 46.9%–53.1%).",
    );
    expect(describe(shareBars(choiceOf([500, 500]), readerOf("zh-CN")), "zh-CN")).toBe(
      "条形图：您信任吗？（n = 1,000）。答案0 50.0%（95% 区间 46.9%–53.1%）；答案1 50.0%（95% 区间 46.9%–53.1%）。",
    );
  });

  test("says of a number that is not shown why, and never a number", () => {
    const words = describe(shareBars(choiceOf([2, 3]), readerOf("en")), "en");
    expect(words).toContain("Answer 0 too few answers");
    expect(words).not.toContain("%");
    expect(describe(shareBars(choiceOf([0, 0]), readerOf("zh-CN")), "zh-CN")).toContain("答案0 无人回答");
  });

  test("says of a number without an interval why it has none", () => {
    const question = choiceOf([30, 70], { estimates: estimatesInOneCluster([30, 70]) });
    expect(describe(shareBars(question, readerOf("en")), "en")).toContain("Answer 0 30.0% (too few for an interval);");
    expect(describe(shareBars(question, readerOf("zh-CN")), "zh-CN")).toContain("答案0 30.0%（样本太少，无区间）；");
  });

  test("speaks of counts without an interval", () => {
    const days = [{ day: "2020-01-30", responses: 816, excluded: 0 }];
    const figure = responsesPerDay({ study: "s", timeZone: "Asia/Shanghai", responses: 816, days }, "en");
    expect(describe(figure, "en")).toBe("Column chart: Responses per day (816). 30 Jan 816.");
  });
});
