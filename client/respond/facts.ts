import type { Language } from "../../surveys/language.ts";

/** What the server wrote into the page. */
export interface Facts {
  readonly study: string;
  readonly language: Language;
  /** Whether the page shows a questionnaire that is still being written. */
  readonly isPreview?: boolean;
  /** Addresses of the style sheets that SurveyJS needs. */
  readonly styles: readonly string[];
}

/** Reads what the server wrote into the page. */
export function readFacts(): Facts {
  return JSON.parse(document.getElementById("facts")?.textContent ?? "{}") as Facts;
}
