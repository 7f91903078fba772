import { Problem } from "../problem.ts";
import { studyName } from "./fieldingApi.ts";
import type { Study } from "./study.ts";
import type { StudyStore } from "./studyStore.ts";

/**
 * The study a caller named in an address.
 *
 * @throws {Problem} `not-found`, the same for a name no study has and for a text that could not be a name.
 */
export async function studyNamed(studies: Pick<StudyStore, "find">, name: string): Promise<Study> {
  const found = studyName.safeParse(name).success ? await studies.find(name) : null;
  if (found === null) throw noSuchStudy();
  return found;
}

/** What is said of a study that there is not, or that is not the caller's. */
export function noSuchStudy(): Problem {
  return new Problem("not-found", [
    { field: "study", code: "unknown-study", message: { "zh-CN": "没有这项调查", en: "There is no such study" } },
  ]);
}
