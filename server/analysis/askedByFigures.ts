import type { Codebook } from "../../surveys/codebook/codebook.ts";
import { contrastNumber } from "../contrasts/contrastNumber.ts";
import type { ContrastsService } from "../contrasts/studyContrasts.ts";
import type { ColumnsReadModel } from "../estimates/columnsReadModel.ts";
import { mostEvents } from "../events/eventsApi.ts";
import type { EventStore } from "../events/eventStore.ts";
import type { Asking } from "../figures/asking.ts";
import type { OutlineStore } from "../figures/outlines/outlineStore.ts";
import type { NeedsService } from "../needs/studyNeeds.ts";
import type { ProblemLedger } from "../problems/problemLedger.ts";
import { marginsOf } from "../weighting/marginsOf.ts";
import type { Weighting } from "../weighting/weighting.ts";
import { onlyPlace } from "./onlyPlace.ts";
import type { AnalysisService } from "./studyAnalysis.ts";

/** What figures may ask. */
export function askingOf({
  analysis,
  needs,
  contrasts,
  columns,
  codebookOf,
  events,
  outlineStore,
  weighting,
  problemLedger,
}: {
  analysis: AnalysisService;
  needs: NeedsService;
  contrasts: ContrastsService;
  columns: ColumnsReadModel;
  codebookOf: (study: string) => Promise<Codebook>;
  events: EventStore;
  outlineStore: OutlineStore;
  weighting: Pick<Weighting, "schemes">;
  problemLedger: ProblemLedger;
}): Asking {
  return {
    analyse: analysis.analyse,
    difference: async (study, { request, item }) => {
      const { items, tests: _tests, ...origin } = await analysis.compare(study, request);
      const compared = items[onlyPlace(items, item)];
      if (compared === undefined) throw new RangeError("an item has a place");
      const { first, second, difference, ...named } = compared;
      const less = difference.kind === "difference" ? difference.estimate : difference;
      return { ...origin, item: named, first, second, difference: less };
    },
    contrast: async (study, { request, number }) => contrastNumber(await contrasts.contrasts(study, request), number),
    needs: needs.needs,
    crossed: analysis.crossed,
    responses: (study) => columns.columnsOf(study),
    codebook: codebookOf,
    events: (study) => events.list(study, mostEvents),
    outline: (study) => outlineStore.of(study),
    margins: (study, weight) => marginsOf(weighting.schemes, study, weight),
    ledger: (study) => problemLedger.of(study),
    problems: async (study, madeOf) => problemLedger.affecting(await problemLedger.of(study), madeOf),
  };
}
