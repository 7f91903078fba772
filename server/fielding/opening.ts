import { Problem } from "../problem.ts";
import type { StudyOpening } from "./fieldingApi.ts";
import type { Study } from "./study.ts";

/** The refusal of answers by a study that takes none just now. */
export function notOpen(opening: Exclude<StudyOpening, "open">): Problem {
  const message = { "zh-CN": "这项调查目前不接收回答", en: "This study takes no answers at present" };
  return new Problem(opening, [{ field: "study", code: opening, message }]);
}

/** Whether `study` takes answers on `day` (a calendar day of its own time zone), and if not, why. */
export function openingOn(day: string, study: Pick<Study, "state" | "firstDay" | "lastDay">): StudyOpening {
  if (study.state === "draft") return "study-draft";
  if (study.state === "closed") return "study-closed";
  if (study.firstDay !== null && day < study.firstDay) return "study-not-yet-open";
  if (study.lastDay !== null && day > study.lastDay) return "study-over";
  return "open";
}
