import type { QuestionnaireStore } from "../fielding/questionnaireStore.ts";
import type { ResponseStore } from "../fielding/responseStore.ts";
import type { ScreenedRowsOf } from "../quality/screenedRows.ts";
import type { CodeFrames } from "./codeFrames.ts";
import { createCodingByHand } from "./coding.ts";
import { createCodingAgreement } from "./codingAgreement.ts";
import { createOpenTexts } from "./openTexts.ts";
import { createSegmentedTexts } from "./segmentedTexts.ts";
import type { Segmenter } from "./segmenter.ts";
import type { TextsStore } from "./textsStore.ts";
import type { ThemedColumns } from "./themeColumns.ts";

/** Makes all that is done about open texts. */
export function createTextServices(
  store: TextsStore,
  parts: {
    codeFrames: CodeFrames;
    columns: ThemedColumns;
    responses: ResponseStore;
    questionnaires: QuestionnaireStore;
    screenedRowsOf: ScreenedRowsOf;
    segmenter: Segmenter;
  },
) {
  const segmentedTexts = createSegmentedTexts(parts);
  return {
    codeFrames: parts.codeFrames,
    codingByHand: createCodingByHand({ store, ...parts }),
    codingAgreement: createCodingAgreement({ store, ...parts }),
    openTexts: createOpenTexts({ ...parts, segmentedTexts }),
  };
}
