import type { StudyOpening } from "./fieldingApi.ts";
import type { Study } from "./study.ts";

/** Whether `study` takes answers on `day` (a calendar day of its own time zone), and if not, why. */
export function openingOn(day: string, study: Pick<Study, "state" | "firstDay" | "lastDay">): StudyOpening {
  if (study.state === "draft") return "study-draft";
  if (study.state === "closed") return "study-closed";
  if (study.firstDay !== null && day < study.firstDay) return "study-not-yet-open";
  if (study.lastDay !== null && day > study.lastDay) return "study-over";
  return "open";
}
