import { cp, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";
import { runEarlyWarning } from "../../scripts/vectors/earlyWarning/runEarlyWarning.ts";
import { sharedPath } from "../support/shared.ts";

/**
 * One of 20 simulated runs with a shift: 4 indicators in 9 areas on 35 days, no real persons; what is found in it by R
 * 4.2.2, its false alarms and delays counted in R's own alarms.
 */
const oneRun = fileURLToPath(new URL("earlyWarning", import.meta.url));
const allRuns = sharedPath("reference/early-warning");

function countsIn(folder: string): Record<string, [number, number]> {
  const topics = runEarlyWarning(folder).map(({ name, verdicts }): [string, [number, number]] => {
    const passed = verdicts.filter(({ outcome }) => outcome === "passed").length;
    return [name, [passed, verdicts.length - passed]];
  });
  return Object.fromEntries(topics);
}

describe("early warning", () => {
  test("finds in a simulated run what R finds: each excess, adjusted p value and alarm, false alarms and delays", () => {
    expect(countsIn(oneRun)).toEqual({ daily_series: [1260, 0], results: [7, 0], respondents: [0, 0] });
  });

  test("is told to differ when a folder expects another number", async () => {
    const folder = await mkdtemp(join(tmpdir(), "dingxin-warning-"));
    await cp(oneRun, folder, { recursive: true });
    const file = join(folder, "daily_series.csv");
    const text = await readFile(file, "utf8");
    const lines = text
      .split("\n")
      .map((line) => (line.startsWith("shift,1,R3,anx10,23,") ? line.replace(",1,1,", ",1,0,") : line));
    await writeFile(file, lines.join("\n"));
    const counts = countsIn(folder);
    await rm(folder, { recursive: true });
    expect(counts["daily_series"]).toEqual([1259, 1]);
  });

  test.skipIf(allRuns === null)("finds in all 40 runs, and in the answers behind two of them, what R finds", () => {
    expect(countsIn(allRuns ?? "")).toEqual({ daily_series: [50_400, 0], results: [14, 0], respondents: [2520, 0] });
  });
});
