import type { Services } from "../../server/services.ts";
import { fieldVersion } from "../../server/fielding/fielding.ts";
import type { Response } from "../../server/fielding/response.ts";
import { dailyTracking } from "../../surveys/questionnaires/dailyTracking.v1.ts";
import { demonstrationStudy } from "../demonstration/study.ts";

const batch = 1_000;

/** Keeps the demonstration's responses over and over under another study, until it has so many. */
export async function keepManyResponses(
  { studies, questionnaires, responses }: Services,
  { study, from, count }: { study: string; from: readonly Response[]; count: number },
): Promise<void> {
  await studies.add({ ...demonstrationStudy, study, state: "draft" });
  await fieldVersion(questionnaires, { study, bytes: Buffer.from(JSON.stringify(dailyTracking)), relation: "changed" });
  for (let kept = 0; kept < count; kept += batch) {
    const group = Array.from({ length: Math.min(batch, count - kept) }, (_, place): Response[] => {
      const row = kept + place;
      const response = from[row % from.length];
      const key = `many-${String(row).padStart(17, "0")}`;
      return response === undefined ? [] : [{ ...response, study, id: key, submissionKey: key }];
    });
    await responses.keepMany(group.flat());
  }
  await studies.change(study, { state: "open" });
}
