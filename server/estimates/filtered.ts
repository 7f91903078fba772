import { domainOf, type Condition } from "./conditions.ts";
import { lately } from "./lately.ts";
import type { StudyColumns } from "./studyColumns.ts";

/** The respondents of whom a filter is known to be true, found once for all that asks for them; not to be written to. */
export function filtered(filter: Condition, columns: StudyColumns): Uint8Array {
  return lately(columns, ["domain", filter], () => domainOf(filter, columns));
}
