import type { Estimate } from "../../stats/estimate.ts";
import type { LocalisedText } from "../../surveys/definition.ts";

/** What came in. Counts are of all that came, not estimates; only the median is one, unweighted. */
export interface Arrivals {
  readonly responses: number;
  /** Of those, how many were screened, and how many of these are not excluded and so valid: `server/quality/`. */
  readonly screened: number;
  readonly valid: number;
  /** The median of the seconds from first sight to sending, of those of whom it is known. */
  readonly medianSeconds: Estimate;
}

/** What came in through a collector or from a grid unit, all days and the day the overview is of. */
export interface PlaceArrivals {
  /** `null` for responses that carry none. */
  readonly place: string | null;
  readonly label: LocalisedText | null;
  readonly all: Arrivals;
  readonly ofDay: number;
}

/** How far those who sent their answers went on answering. */
export interface PageProgress {
  readonly title: LocalisedText | null;
  /** Responses with an answer on this page or behind it. */
  readonly answering: number;
  /** Seconds spent on the page by those who saw it. */
  readonly medianSeconds: Estimate;
}

/** Answer of `GET /api/studies/:study/overview`. */
export interface StudyOverview {
  readonly study: string;
  /** When the numbers were taken, ISO 8601 in UTC. */
  readonly asOf: string;
  readonly all: Arrivals;
  /** Today while the study takes answers, else the last day that has any; `null` for a study without. */
  readonly day: (Arrivals & { readonly day: string; readonly isToday: boolean }) | null;
  /** Those with the most responses first. */
  readonly collectors: readonly PlaceArrivals[];
  readonly gridUnits: readonly PlaceArrivals[];
  /** Responses of grid units that are not listed, and how many units those are. */
  readonly otherGridUnits: { readonly units: number; readonly responses: number };
  /**
   * The pages of the newest questionnaire version and the responses to it. Of those who leave before they send, nothing
   * reaches the server: how many left, and where, is not known.
   */
  readonly pages: {
    readonly questionnaireVersion: number;
    readonly responses: number;
    readonly progress: readonly PageProgress[];
  } | null;
}
