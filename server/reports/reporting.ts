import type { ClaimStore } from "../claims/claimStore.ts";
import { createPublishing } from "../claims/publishing.ts";
import type { FigureStore } from "../figures/figureStore.ts";
import type { ShownStore } from "../figures/shownStore.ts";
import { createOverviews } from "../overview/studyOverview.ts";
import type { StudyStore } from "../fielding/studyStore.ts";
import { createSegmenter } from "../texts/segmenter.ts";
import { createTextServices } from "../texts/textServices.ts";
import type { TextsStore } from "../texts/textsStore.ts";
import { createStudyWarnings } from "../warnings/studyWarnings.ts";
import { createReportServices, type ReportParts } from "./reportServices.ts";
import type { TemplateStore } from "./templateStore.ts";

/** Where what is told of answers is kept. */
export interface ReportingStores {
  readonly studies: StudyStore;
  readonly figureStore: FigureStore;
  readonly shownStore: ShownStore;
  readonly claimStore: ClaimStore;
  readonly textsStore: TextsStore;
  readonly templateStore: TemplateStore;
}

/** What it is told from. */
export type ReportingParts = Pick<ReportParts, "asking" | "columns" | "indicators" | "clock"> &
  Omit<Parameters<typeof createTextServices>[1], "segmenter"> &
  Parameters<typeof createStudyWarnings>[0];

/** Makes all that tells people of answers: figures and claims, open texts, warnings and overviews, and reports of all of these. */
export function createReporting(
  { studies, textsStore, templateStore, ...stores }: ReportingStores,
  parts: ReportingParts,
) {
  const segmenter = createSegmenter();
  const told = {
    ...createPublishing(stores, { ...parts, studies, segmenter }),
    ...createTextServices(textsStore, { ...parts, segmenter }),
    warnings: createStudyWarnings(parts),
    overviews: createOverviews(parts),
  };
  return { ...told, ...createReportServices({ ...parts, ...told, templateStore }) };
}
