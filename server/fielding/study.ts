import type { Language, Translated } from "../../surveys/language.ts";

/** A research project with questionnaires and a fielding period, as kept. */
export interface Study {
  /** Its name in addresses. */
  readonly study: string;
  readonly title: Translated;
  readonly state: "draft" | "open" | "closed";
  /** IANA time zone whose midnight ends a day of the study. */
  readonly timeZone: string;
  readonly languages: readonly Language[];
  /** First and last day on which answers are taken, in `timeZone`; `null` for no limit. */
  readonly firstDay: string | null;
  readonly lastDay: string | null;
  /** Whether its answers were made by a program; said wherever it appears. */
  readonly simulated: boolean;
  /** The account it belongs to; `null` for a study that came with the installation. */
  readonly owner: string | null;
}
