import { createReadStream } from "node:fs";
import { readFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { fieldVersion } from "../../server/fielding/fielding.ts";
import type { Study } from "../../server/fielding/study.ts";
import { asFieldFault } from "../../server/imports/importFaults.ts";
import type { ImportReport } from "../../server/imports/importReport.ts";
import { readMapping, type Mapping } from "../../server/imports/mapping.ts";
import { looksBackSevenDays } from "./recallPeriod.ts";
import type { Services } from "../../server/services.ts";
import { householdPulse, householdPulseTwoWeeks } from "../../surveys/questionnaires/householdPulse.v1.ts";

const mappingFile = fileURLToPath(new URL("mapping.json", import.meta.url));

/** A wave of the Household Pulse Survey. */
export interface Wave {
  readonly week: number;
  /** Last day of its field period. */
  readonly day: string;
  readonly mapping: Mapping;
}

/**
 * How the file of a week is read. Every row must be of that week.
 *
 * @throws {Error} for a week whose days the mapping does not know.
 */
export async function waveOf(week: number): Promise<Wave> {
  const mapping = readMapping(await readFile(mappingFile));
  const day = mapping.day.days?.[String(week)];
  if (day === undefined) throw new Error(`The mapping knows no day for week ${week}`);
  const own = {
    day: { ...mapping.day, days: { [String(week)]: day } },
    key: { rowsOf: `household-pulse week ${week}` },
  };
  return { week, day, mapping: { ...mapping, ...own } };
}

/**
 * Reads a wave into a study of its own, unless it is there; what an interrupted run left out is added.
 *
 * @throws {Error} naming rows that are at fault.
 */
export async function importWave(
  { studies, questionnaires, importing }: Pick<Services, "studies" | "questionnaires" | "importing">,
  { week, mapping }: Wave,
  file: string,
): Promise<{ study: string; report: ImportReport }> {
  const study: Study = {
    study: `household-pulse-w${String(week).padStart(2, "0")}`,
    title: { "zh-CN": `美国家庭脉搏调查 第 ${week} 周`, en: `Household Pulse Survey, week ${week}` },
    state: "closed",
    timeZone: "America/New_York",
    languages: ["en"],
    firstDay: null,
    lastDay: null,
    simulated: false,
    owner: null,
  };
  await studies.add(study);
  const bytes = Buffer.from(JSON.stringify(looksBackSevenDays(week) ? householdPulse : householdPulseTwoWeeks));
  await fieldVersion(questionnaires, { study: study.study, bytes, relation: "changed" });
  const report = await importing.importFile({
    study,
    mapping,
    open: () => createReadStream(file),
    onFault: "skip",
    onRows: () => undefined,
  });
  if (report.refused > 0) {
    const faults = report.examples.map(asFieldFault).map(({ field, message }) => `${field}: ${message.en}`);
    throw new Error(`${file}: ${report.refused} rows are at fault, among them ${faults.slice(0, 3).join("; ")}`);
  }
  return { study: study.study, report };
}
