import { mkdir, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { comparisonLines } from "../../scripts/householdPulse/comparisonLines.ts";
import { recomputePublished, type ComparedCell } from "../../scripts/householdPulse/recompute.ts";
import { sharedPath } from "../support/shared.ts";

const real = sharedPath("data/hps");

let directory: string;
beforeEach(async () => {
  directory = await mkdtemp(join(tmpdir(), "dingxin-waves-"));
  await mkdir(join(directory, "waves"));
});
afterEach(() => rm(directory, { recursive: true, force: true }));

const recompute = (expected: string, waves = directory): Promise<ComparedCell[]> =>
  recomputePublished({ waves, expected, keep: null, onWave: () => undefined });

const columns = "WEEK,EST_ST,PWEIGHT,TBIRTH_YEAR,EGENDER,RHISPANIC,RRACE,EEDUC,ANXIOUS,WORRY,INTEREST,DOWN";

async function ownWave(week: number, header = columns): Promise<void> {
  const rows = [
    // Anxious (score 3), not depressed; a woman of Ohio, 30 in 2020 and 31 in 2021.
    `${week},39,10,1990,2,1,1,6,3,2,1,1`,
    // Neither; a man of Texas, Hispanic.
    `${week},48,20,1950,1,2,1,3,1,1,1,1`,
    // Anxiety unknown, depressed (score 4).
    `${week},48,30,1970,2,1,3,4,-99,2,3,3`,
    // Anxiety unknown, not depressed: nobody knows whether "either".
    `${week},48,40,1970,1,1,4,1,-88,-88,1,1`,
  ];
  await writeFile(join(directory, "waves", `own_w${week}.csv`), `${header}\n${rows.join("\n")}\n`);
}

async function expectedFile(...cells: string[]): Promise<string> {
  const file = join(directory, "expected.csv");
  await writeFile(file, `week,group,subgroup,indicator,published\n${cells.join("\n")}\n`);
  return file;
}

describe("published figures", () => {
  test("are recomputed for everyone and for each kind of subgroup", async () => {
    await ownWave(20);
    const cells = await recompute(
      await expectedFile(
        "20,National Estimate,United States,anxiety,33.3",
        "20,National Estimate,United States,depression,30.0",
        "20,National Estimate,United States,either,66.7",
        "20,By Sex,Female,depression,75.0",
        "20,By State,Texas,depression,33.3",
        "20,By Age,50 - 59 years,depression,42.9",
        "20,By Education,Some college/Associate's degree,depression,100",
        `20,By Race/Hispanic ethnicity,"Non-Hispanic, other races and multiple races",depression,0`,
      ),
    );
    expect(cells.map(({ isEqual }) => isEqual)).toEqual(cells.map(() => true));
  });

  test("of weeks that asked about 2 weeks come from the scores of those", async () => {
    await ownWave(34, columns.replace("EGENDER", "EGENID_BIRTH"));
    const cells = await recompute(await expectedFile("34,National Estimate,United States,anxiety,33.3"));
    expect(cells.map(({ isEqual, estimate }) => [isEqual, estimate?.n])).toEqual([[true, 2]]);
  });

  test("count age in the year of the survey", async () => {
    await ownWave(20);
    await ownWave(22, columns.replace("EGENDER", "EGENID_BIRTH"));
    const group = "By Age,30 - 80 years,anxiety,33.3";
    const older = "By Age,31 - 80 years,anxiety,33.3";
    const cells = await recompute(await expectedFile(`20,${group}`, `22,${group}`, `20,${older}`, `22,${older}`));
    // Weeks are done in order; at 31 or older in 2020 there is one answer only.
    expect(cells.map(({ week, isEqual }) => [week, isEqual])).toEqual([
      [20, true],
      [20, false],
      [22, true],
      [22, true],
    ]);
  });

  test("that differ, or that the files cannot tell, are listed", async () => {
    await ownWave(20);
    const cells = await recompute(
      await expectedFile(
        "20,National Estimate,United States,depression,30.1",
        "20,By Disability status,With disability,depression,30.0",
      ),
    );
    expect(comparisonLines(cells)).toEqual([
      "  week 20, National Estimate, United States, depression: published 30.1, ours 30.0000 of 4 answers",
      "  week 20, By Disability status, With disability, depression: published 30.0, these files do not tell this subgroup or indicator",
      "0 of 2 cells equal the published decimal",
    ]);
  });

  test("of a wave that is not there, or whose rows are of another, are refused", async () => {
    await ownWave(20);
    const expected = await expectedFile("21,National Estimate,United States,anxiety,30.0");
    await expect(recompute(expected)).rejects.toThrow("has no file of week 21");
    const rows = await readFile(join(directory, "waves", "own_w20.csv"), "utf8");
    await writeFile(join(directory, "waves", "own_w21.csv"), rows);
    await expect(recompute(expected)).rejects.toThrow("row 2, WEEK: “20”: this value is unknown");
  });
});

describe.skipIf(real === null)("the official figures of week 1", () => {
  test("are all equal to the published decimal", async () => {
    const [header, ...lines] = (await readFile(join(real ?? "", "published.csv"), "utf8")).split("\n");
    const expected = join(directory, "week1.csv");
    await writeFile(expected, [header, ...lines.filter((line) => line.startsWith("1,"))].join("\n"));
    const cells = await recompute(expected, real ?? "");
    expect(cells.filter(({ isEqual }) => !isEqual)).toEqual([]);
    expect(cells).toHaveLength(210);
    // National Center for Health Statistics, data.cdc.gov 8pt5-q6wp: 30.8 (30.0 to 31.7), intervals compared as bands.
    const national = cells.find(({ group, indicator }) => group === "National Estimate" && indicator === "anxiety");
    const { estimate } = national ?? {};
    if (estimate?.kind !== "estimate" || estimate.interval === null) throw new Error("There is no national estimate");
    expect(estimate.value).toBeCloseTo(0.308, 3);
    expect(estimate.interval.lower).toBeLessThan(0.308);
    expect(Math.abs(100 * estimate.interval.lower - 30)).toBeLessThan(0.3);
    expect(Math.abs(100 * estimate.interval.upper - 31.7)).toBeLessThan(0.3);
  });
});
