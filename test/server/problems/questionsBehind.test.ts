import { describe, expect, test } from "vitest";
import { questionsBehind } from "../../../server/problems/questionsBehind.ts";
import { deriveCodebook } from "../../../surveys/codebook/deriveCodebook.ts";
import { needTopics } from "../../../surveys/questionnaires/dailyTracking/information.ts";
import { dailyTracking } from "../../../surveys/questionnaires/dailyTracking.v1.ts";

const codebook = deriveCodebook(dailyTracking);
const behind = (...names: string[]): string[] => [...questionsBehind(names, codebook)].sort();

describe("questionsBehind", () => {
  test("finds the question of a variable, and the items of a score", () => {
    expect(behind("openness.local")).toEqual(["openness", "openness.local"]);
    expect(behind("gad7_score")).toEqual(["gad7", "gad7_score"]);
  });

  test("finds the questions by whose answers it is decided who is asked, however far round", () => {
    expect(behind("county")).toEqual(["city", "county", "province"]);
    for (const topic of needTopics) expect(behind(`met_${topic}`)).toEqual([`met_${topic}`, "needs"]);
  });

  test("leaves a name as it is that no question has", () => {
    expect(behind("grid_unit", "nothing")).toEqual(["grid_unit", "nothing"]);
  });
});
