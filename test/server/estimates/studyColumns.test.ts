import { expect, test } from "vitest";
import { createStudyColumns } from "../../../server/estimates/studyColumns.ts";
import type { Response } from "../../../server/fielding/response.ts";

const response = (id: string, day: string, pageSeconds: readonly number[] = []): Response => ({
  id,
  study: "flood",
  submissionKey: id,
  contentHash: id,
  questionnaireVersion: 1,
  day,
  language: "en",
  collector: null,
  gridUnit: null,
  answers: {},
  scores: [],
  seconds: null,
  pageSeconds,
  weight: null,
  flags: [],
});

test("columns have their days in order, whatever order responses come in", () => {
  const builder = createStudyColumns("flood");
  for (const [id, day] of [
    ["a", "2026-03-02"],
    ["b", "2026-03-10"],
    ["c", "2026-03-01"],
  ] as const)
    builder.push(response(id, day));
  const { days, day } = builder.columns(1);
  expect(days).toEqual(["2026-03-01", "2026-03-02", "2026-03-10"]);
  expect(Array.from(day)).toEqual([1, 2, 0]);
  builder.push(response("d", "2026-03-02"));
  expect(Array.from(builder.columns(2).day)).toEqual([1, 2, 0, 1]);
});

test("columns have the seconds of each page that was shown", () => {
  const builder = createStudyColumns("flood");
  builder.push(response("a", "2026-03-01", [12, 0, 7]));
  builder.push(response("b", "2026-03-01"));
  const { pageSeconds } = builder.columns(1);
  expect(pageSeconds.map((page) => Array.from(page))).toEqual([
    [12, Number.NaN],
    [Number.NaN, Number.NaN],
    [7, Number.NaN],
  ]);
});
