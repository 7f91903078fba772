import type { Claims } from "../claims/claims.ts";
import type { Clock } from "../clock.ts";
import type { ColumnsReadModel } from "../estimates/columnsReadModel.ts";
import { contentHash } from "../fielding/answers/contentHash.ts";
import type { Asking } from "../figures/asking.ts";
import type { FigureReading } from "../figures/figureReading.ts";
import { pageWords } from "../figures/page/pageWords.ts";
import { problemNotes } from "../figures/problemNotes.ts";
import type { PublicFigures } from "../figures/publicFigures.ts";
import type { Indicators } from "../indicators/indicators.ts";
import type { Overviews } from "../overview/studyOverview.ts";
import type { OpenTextsService } from "../texts/openTexts.ts";
import type { Warnings } from "../warnings/studyWarnings.ts";
import type { ReportAsking } from "./reportContext.ts";
import { createReportFiles } from "./reportFiles.ts";
import { createReports, type ReportSources } from "./reports.ts";
import { createTemplates } from "./templates.ts";
import type { TemplateStore } from "./templateStore.ts";

/** What reports are made with. */
export interface ReportParts {
  readonly templateStore: TemplateStore;
  readonly asking: Asking;
  readonly columns: ColumnsReadModel;
  readonly figureReading: FigureReading;
  readonly publicFigures: PublicFigures;
  readonly claims: Claims;
  readonly indicators: Indicators;
  readonly warnings: Warnings;
  readonly overviews: Overviews;
  readonly openTexts: OpenTextsService;
  readonly clock: Clock;
}

/** Makes all that reports are written with. */
export function createReportServices(parts: ReportParts) {
  return {
    reports: createReports({ asking: askingWith(parts), sources: sourcesWith(parts), clock: parts.clock }),
    templates: createTemplates({ store: parts.templateStore }),
    reportFiles: createReportFiles(),
  };
}

function askingWith({
  asking,
  indicators,
  warnings,
  overviews,
  openTexts,
  figureReading,
  publicFigures,
}: ReportParts): ReportAsking {
  return {
    ...asking,
    indicators: (study) => indicators.list(study),
    warnings: (study, weight) => warnings.warnings(study, weight),
    overview: (study) => overviews.overview(study),
    terms: (study, wanted) => openTexts.terms(study, wanted),
    settings: (study) => figureReading.settingsOf(study),
    described: async ({ study }, content, language) => {
      // Named by what it shows, so that it is worked out once.
      const figure = `described-${contentHash(content)}`;
      const kept = { figure, study, version: 0, visibility: "private", changedAt: "", content } as const;
      const file = await publicFigures.preview(kept, "");
      return { ...file.state.editions[language], problems: problemNotes(file, language) };
    },
  };
}

function sourcesWith({ columns, figureReading, publicFigures, claims }: ReportParts): ReportSources {
  return {
    days: async (study) => {
      const { days } = await columns.columnsOf(study);
      const [from] = days;
      const to = days.at(-1);
      return from === undefined || to === undefined ? null : { from, to };
    },
    figureIn: (study, language, origin) => async (figure, number) => {
      const kept = await figureReading.own(study, figure);
      const file =
        number === null
          ? await publicFigures.preview(kept, origin)
          : await publicFigures.previewFrozen(kept, { number, origin });
      const { state, withdrawn, newerDataExist, address } = file;
      const isFound =
        origin !== "" && kept.visibility === "public" && (await figureReading.heldBack(kept)).length === 0;
      const edition = state.editions[language];
      const newer = newerDataExist ? pageWords.newerInReports[language] : "";
      return {
        ...edition,
        note: [edition.note, newer].filter((text) => text !== "").join(" "),
        problems: problemNotes(file, language),
        warning: withdrawn === null ? "" : `${pageWords.withdrawn[language]} ${withdrawn.reason[language]}`,
        address: isFound ? address : null,
      };
    },
    claimIn: (study, language, origin) => async (claim) => {
      const { value, words, address } = await claims.said(study.study, claim, language);
      return { value, words, address: origin === "" ? null : `${origin}${address}` };
    },
    hasResults: async (study) => {
      const { figures } = await figureReading.list({ study });
      return figures.some(({ visibility, heldBack }) => visibility === "public" && heldBack.length === 0);
    },
  };
}
