import { describe, expect, test } from "vitest";
import { Problem, problemBody } from "../../server/problem.ts";

const message = { "zh-CN": "没有这道题", en: "There is no such question" };

describe("problemBody()", () => {
  test("speaks the reader's language", () => {
    const problem = new Problem("invalid-answers", [{ field: "answers.age", code: "unknown-question", message }]);
    expect(problemBody(problem, "zh-CN")).toMatchObject({
      title: "有答案需要修改",
      errors: [{ message: message["zh-CN"] }],
    });
    expect(problemBody(problem, "en")).toMatchObject({
      status: 422,
      errors: [{ field: "answers.age", message: message.en }],
    });
  });

  test("stays under 4 kB however many and long the faults", () => {
    const faults = Array.from({ length: 500 }, (_, row) => ({
      field: `answers.${"k".repeat(10_000)}${row}`,
      code: "unknown-question",
      message,
    }));
    const body = JSON.stringify(problemBody(new Problem("invalid-answers", faults), "en"));
    expect(body.length).toBeLessThan(4_000);
  });
});
