import { z } from "zod";
import type { Translated } from "../../surveys/language.ts";
import type { DefinitionChange } from "../../surveys/revision/definitionChange.ts";

/** Names a state of a draft; empty where none is kept yet. */
const revision = z.string().max(40);

/**
 * Body of `PUT /api/studies/:study/draft`: the draft in place of the one that has `revision`.
 *
 * - `text`: the definition as it is being written; it need not be JSON yet.
 * - `basedOn`: the fielded version that it is to follow, 0 for none.
 * - `declared`: what is said so far of changes, by their names; of a change that is no longer there it is forgotten.
 */
export const draftContent = z.strictObject({
  text: z.string().max(2_000_000),
  basedOn: z.number().int().min(0),
  declared: z.record(z.string().max(400), z.enum(["comparable", "break"])).default({}),
  revision,
});

/** What a researcher writes of a draft. */
export type DraftContent = z.infer<typeof draftContent>;

/** Body of `POST /api/studies/:study/draft/fielding`: the state that is to be fielded, as it was seen. */
export const draftFielding = z.strictObject({ revision: revision.min(1) });

/** A fault in a draft. */
export interface DraftFault {
  /** A path such as `pages[0].elements[2].visibleIf`; `definition` for the whole. */
  readonly field: string;
  readonly code: string;
  readonly message: Translated;
}

/**
 * Answer of `GET` and `PUT /api/studies/:study/draft`: the questionnaire that is being written, and how it stands to
 * what is fielded. Where none was kept it is the version now fielded, or an empty one.
 */
export interface Draft extends DraftContent {
  readonly study: string;
  /** The version now fielded, 0 for none: above `basedOn` when somebody else has fielded one meanwhile. */
  readonly newest: number;
  /** At most ten; empty when it could be fielded. */
  readonly faults: readonly DraftFault[];
  /** Against version `basedOn`; `null` while there are faults. */
  readonly changes: readonly DefinitionChange[] | null;
}
