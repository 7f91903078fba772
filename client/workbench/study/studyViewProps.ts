import type { StudyDays } from "../../../server/estimates/estimatesApi.ts";
import type { StudySummary } from "../../../server/fielding/fieldingApi.ts";

/** What every part of a study's page is given. */
export interface StudyViewProps {
  readonly study: StudySummary;
  /** `null` while they are on their way. */
  readonly days: StudyDays | null;
  /** Call when the study itself has changed. */
  readonly onChanged: () => void;
}
