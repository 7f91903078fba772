import type { FieldedQuestionnaire } from "../../server/fielding/fieldingApi.ts";
import type { Language } from "../../surveys/language.ts";
import { forgetDraft, keepDraft, newSubmissionKey, readDraft } from "./draft.ts";
import { answersOf, createModel } from "./questionnaire.ts";
import { createStopwatch } from "./stopwatch.ts";

/** A person's time with a questionnaire: the answers so far, kept on this device as they grow. */
export type Sitting = ReturnType<typeof beginSitting>;

/**
 * Begins a sitting with what this device has kept of an earlier one.
 *
 * @param first what was answered before SurveyJS was there.
 */
export function beginSitting(
  fielded: FieldedQuestionnaire,
  { language, first }: { language: Language; first: Readonly<Record<string, unknown>> },
) {
  const { study, questionnaireVersion } = fielded;
  const draft = readDraft(study, questionnaireVersion);
  const model = createModel(fielded, language);
  const watch = createStopwatch(draft?.pageSeconds ?? []);
  let submissionKey = draft?.submissionKey ?? newSubmissionKey();
  model.data = { ...draft?.answers, ...first };
  if (draft !== null) model.currentPageNo = draft.page;
  watch.turnTo(model.currentPageNo);

  const keep = (body: string | null): void => {
    const soFar = { answers: answersOf(model), page: model.currentPageNo, pageSeconds: watch.pages() };
    keepDraft(study, { submissionKey, questionnaireVersion, ...soFar, body });
  };
  if (Object.keys(first).length > 0) keep(null);
  model.onValueChanged.add(() => {
    keep(null);
  });
  model.onCurrentPageChanged.add(() => {
    watch.turnTo(model.currentPageNo);
    keep(null);
  });

  return {
    model,
    /** Whether answers of an earlier visit are back. */
    isResumed: draft !== null && Object.keys(draft.answers).length > 0,
    /** What an earlier visit began to send without hearing that it arrived; `null` when there is nothing. */
    unsent: draft?.body ?? null,
    submissionKey: () => submissionKey,

    /** Writes the answers down for sending: from now on, what is sent under this key is this to the letter. */
    seal(): string {
      const timing = { seconds: watch.total(), pages: watch.pages() };
      const known = { submissionKey, questionnaireVersion, language, ...collectorInAddress(), timing };
      const body = JSON.stringify({ ...known, answers: answersOf(model) });
      keep(body);
      return body;
    },

    /** The answers were refused, and may be changed again. */
    unseal: () => {
      keep(null);
    },

    /** Forgets every answer, in the page and on this device; what comes next is another person's. */
    forget(): void {
      model.clear(true, true);
      forgetDraft(study);
      submissionKey = newSubmissionKey();
    },
  };
}

function collectorInAddress(): { collector?: string } {
  const collector = new URLSearchParams(location.search).get("c");
  return collector !== null && /^[a-z0-9-]{1,64}$/.test(collector) ? { collector } : {};
}
