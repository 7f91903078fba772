import type { Collector } from "../collectors/collectorsApi.ts";
import type { CollectorStore } from "../collectors/collectorStore.ts";
import type { DraftStore } from "../drafts/draftStore.ts";
import type { QuestionnaireStore } from "../fielding/questionnaireStore.ts";
import type { FigureStore } from "../figures/figureStore.ts";
import type { IndicatorStore } from "../indicators/indicatorStore.ts";
import type { QualityStore } from "../quality/qualityStore.ts";
import type { TextsStore } from "../texts/textsStore.ts";
import type { WeightingStore } from "../weighting/weightingStore.ts";

/** Where the settings of studies are kept. */
export interface SettingsStores {
  readonly questionnaires: QuestionnaireStore;
  readonly draftStore: DraftStore;
  readonly collectorStore: CollectorStore;
  readonly indicatorStore: IndicatorStore;
  readonly weightingStore: WeightingStore;
  readonly qualityStore: QualityStore;
  readonly textsStore: TextsStore;
  readonly figureStore: FigureStore;
}

/** Gives a study the settings of another. */
export type CopySettings = ReturnType<typeof createCopySettings>;

/**
 * Makes the procedure by which a new study gets every setting of one that is there: the questionnaire in the field, as
 * its first version, and the draft that follows it; collectors, indicators, weighting schemes, the newest rules of
 * screening, the code frame, and what may be public.
 *
 * Not what the other study was told: responses, their marks and weights, what coders made of texts, figures, and the events of its days; nor
 * which scheme is the usual one, as none has weights yet.
 */
export function createCopySettings(stores: SettingsStores) {
  return async (from: string, to: string): Promise<void> => {
    await copyQuestionnaire(stores, from, to);
    const { collectorStore, indicatorStore, weightingStore, qualityStore, textsStore, figureStore } = stores;
    const collectors: readonly Collector[] = await collectorStore.list(from);
    for (const collector of collectors) await collectorStore.put(to, collector);
    for (const indicator of await indicatorStore.list(from)) await indicatorStore.put({ ...indicator, study: to });
    for (const scheme of await weightingStore.newestSchemes(from))
      await weightingStore.addScheme({ ...scheme, study: to, schemeVersion: 1 });
    const [rules] = await qualityStore.rules(from);
    if (rules !== undefined) await qualityStore.addRules({ ...rules, study: to, rulesVersion: 1 });
    const frame = await textsStore.newestFrame(from);
    if (frame !== null) await textsStore.addFrame({ ...frame, study: to, frameVersion: 1 });
    const publication = await figureStore.publication(from);
    if (publication !== null) await figureStore.publish(to, publication);
  };
}

async function copyQuestionnaire(
  { questionnaires, draftStore }: SettingsStores,
  from: string,
  to: string,
): Promise<void> {
  const newest = (await questionnaires.versions(from)).at(-1);
  if (newest !== undefined)
    await questionnaires.add({ ...newest, study: to, questionnaireVersion: 1, relation: "first", changes: [] });
  const draft = await draftStore.find(from);
  if (draft?.basedOn === (newest?.questionnaireVersion ?? 0))
    await draftStore.put(to, { ...draft, basedOn: newest === undefined ? 0 : 1, revision: "" });
}
