import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createStudyColumns, type StudyColumns } from "../../server/estimates/studyColumns.ts";
import type { Response } from "../../server/fielding/response.ts";
import type { Services } from "../../server/services.ts";
import { deriveCodebook } from "../../surveys/codebook/deriveCodebook.ts";
import { dailyTracking } from "../../surveys/questionnaires/dailyTracking.v1.ts";
import { loadDemonstration } from "../demonstration/load.ts";
import { demonstrationStudy } from "../demonstration/study.ts";
import { openServices } from "../support/openServices.ts";

/** What is measured: the demonstration study in a store of its own. */
export interface Subject {
  readonly dataDirectory: string;
  readonly study: string;
  /** Opens the store anew, with nothing in memory. */
  readonly open: () => Promise<Services>;
  /** Every response of it, as kept. */
  readonly responses: () => Promise<readonly Response[]>;
  readonly remove: () => Promise<void>;
}

/** The variables of the demonstration study. */
export const codebook = deriveCodebook(dailyTracking);

/** Loads the demonstration study into a temporary store. */
export async function createSubject(): Promise<Subject> {
  const dataDirectory = await mkdtemp(join(tmpdir(), "dingxin-bench-"));
  const open = (): Promise<Services> => openServices(dataDirectory);
  const services = await open();
  await loadDemonstration(services, () => undefined);
  // The demonstration's days are past; open without end, so that answers can be sent to it.
  await services.studies.change(demonstrationStudy.study, { firstDay: null, lastDay: null });
  await services.close();
  let known: readonly Response[] | null = null;
  return {
    dataDirectory,
    study: demonstrationStudy.study,
    open,
    responses: async () => (known ??= await everyResponse(open)),
    remove: () => rm(dataDirectory, { recursive: true, force: true }),
  };
}

async function everyResponse(open: () => Promise<Services>): Promise<Response[]> {
  const services = await open();
  const all: Response[] = [];
  for await (const batch of services.responses.scan(demonstrationStudy.study)) all.push(...batch);
  await services.close();
  return all;
}

/** Columns of `rows` responses, those given over and over, with ids and weights of their own. */
export function columnsOf(responses: readonly Response[], rows: number): StudyColumns {
  const builder = createStudyColumns(demonstrationStudy.study);
  builder.addCodebook(codebook);
  for (let row = 0; row < rows; row++) {
    const response = responses[row % responses.length];
    if (response === undefined) break;
    builder.push({ ...response, id: `response-${String(row).padStart(13, "0")}`, weight: 0.5 + (row % 16) / 8 });
  }
  return builder.columns(1);
}
