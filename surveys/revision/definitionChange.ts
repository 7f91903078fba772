import type { LocalisedText } from "../definition.ts";

/**
 * What can differ between two versions of a questionnaire.
 *
 * A part is what a question offers: a choice, a row, a point of a rating. `asked` is who a question is asked of and what
 * is worked out from answers; `limits` what an answer must be; `presentation` everything a person sees but does not read.
 */
export const changeKinds = [
  "question-added",
  "question-removed",
  "question-moved",
  "type-changed",
  "reworded",
  "part-added",
  "part-removed",
  "part-reworded",
  "parts-reordered",
  "asked-changed",
  "limits-changed",
  "presentation-changed",
  "pages-changed",
  "scale-changed",
] as const;

/** One of them. */
export type ChangeKind = (typeof changeKinds)[number];

/** One difference between two versions, by name and not by line. */
export interface DefinitionChange {
  /** Its own name, the same whenever the same two definitions are compared. */
  readonly change: string;
  readonly kind: ChangeKind;
  /** The element it is about; `null` for the questionnaire as a whole. */
  readonly question: string | null;
  /** Its wording, in the newer version where it is in both. */
  readonly title: LocalisedText | null;
  /** The member of the definition: `title`, `choices`, `visibleIf`. */
  readonly member: string | null;
  /** The code of the choice, row or point, or the instrument. */
  readonly part: string | null;
  /** As it was and as it is, in words or as written; `null` for nothing. */
  readonly before: LocalisedText | null;
  readonly after: LocalisedText | null;
}

/** What a researcher says of a change: whether numbers from before and after it can be compared. */
export type Declaration = "comparable" | "break";

/** A change and what was said of it when it was fielded. */
export interface DeclaredChange extends DefinitionChange {
  readonly declared: Declaration;
}
