import type { QuestionnaireVersionSummary } from "../../../../server/fielding/fieldingApi.ts";
import type { TextName } from "../../texts.ts";

/** How a version relates to the one before it, among the page's texts. */
export const relationTexts = {
  first: "relationFirst",
  same: "relationSame",
  changed: "relationChanged",
  broken: "relationBroken",
} as const satisfies Record<QuestionnaireVersionSummary["relation"], TextName>;
