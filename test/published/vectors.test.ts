import { describe, expect, test } from "vitest";
import { readTopics } from "../../scripts/vectors/referenceCase.ts";
import { openData } from "../../scripts/vectors/referenceData.ts";
import { runTopic } from "../../scripts/vectors/runTopics.ts";
import { adapters } from "../../scripts/vectors/topics/adapters.ts";
import { sharedPath } from "../support/shared.ts";

/** Topics of the reference folder whose methods are built; R 4.2.2 with survey 4.1-1. */
const built = [
  "T01_weights",
  "T02_means_totals",
  "T03_proportion_intervals",
  "T04_domains",
  "T05_quantiles",
  "T06_crosstabs",
  "T07_association",
  "T08_scales",
  "T09_trends",
  "T10_early_warning",
  "T11_disclosure",
  "T12_data_quality",
  "T13_outcome_rates",
  "T14_need_gap",
  "T15_small_areas",
  "T16_distributions",
];

const folder = sharedPath("reference/stat-vectors");

describe.skipIf(folder === null)("results of R", () => {
  test.each(built)("are reproduced: %s", (name) => {
    const topic = readTopics(folder ?? "").find((each) => each.name === name);
    if (topic === undefined) throw new Error(`The folder has no topic ${name}`);
    const verdicts = runTopic(topic, { adapters, open: openData(folder ?? "") });
    expect(verdicts.filter(({ outcome }) => outcome !== "passed")).toEqual([]);
    expect(verdicts.length).toBeGreaterThan(0);
  });
});
