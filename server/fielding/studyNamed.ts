import { Problem } from "../problem.ts";
import { studyName } from "./fieldingApi.ts";
import type { Study } from "./study.ts";
import type { StudyStore } from "./studyStore.ts";

/**
 * The study a caller named in an address.
 *
 * @throws {Problem} `not-found`, the same for a name no study has and for a text that could not be a name.
 */
export async function studyNamed(studies: StudyStore, name: string): Promise<Study> {
  const found = studyName.safeParse(name).success ? await studies.find(name) : null;
  if (found !== null) return found;
  throw new Problem("not-found", [
    { field: "study", code: "unknown-study", message: { "zh-CN": "没有这项调查", en: "There is no such study" } },
  ]);
}
