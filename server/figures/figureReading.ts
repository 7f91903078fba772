import type { Codebook } from "../../surveys/codebook/codebook.ts";
import type { Study } from "../fielding/study.ts";
import type { StudyStore } from "../fielding/studyStore.ts";
import { nullIfProblem, Problem } from "../problem.ts";
import { askedOf } from "./askedOf.ts";
import type { Asking } from "./asking.ts";
import type { FigureStates, HashedState } from "./figureStates.ts";
import type { FigureStore, KeptFigure } from "./figureStore.ts";
import type { ShownStore } from "./shownStore.ts";
import { createWithheldBeside } from "./withheldBeside.ts";
import { publicationSettings, type FigureList, type FigureSummary, type PublicationSettings } from "./figuresApi.ts";

/** Finds figures and what they show. */
export type FigureReading = ReturnType<typeof createFigureReading>;

/** More of a study could not be overlooked. */
export const mostFigures = 300;

/** What figures are found and worked out with. */
export interface FigureReadingParts {
  readonly store: FigureStore;
  readonly shownStore: ShownStore;
  readonly studies: StudyStore;
  readonly asking: Asking;
  /** Works out what the public is shown. */
  readonly publicStates: FigureStates;
  /** The same, kept beside what the public is shown later. */
  readonly frozenStates: FigureStates;
  /** Works out what may be public of the responses there are now. */
  readonly freshStates: FigureStates;
}

/** Makes what finds figures and works out what they show. */
export function createFigureReading(parts: FigureReadingParts) {
  const { store, studies, asking, publicStates, frozenStates, freshStates } = parts;

  const settingsOf = async (study: string): Promise<PublicationSettings> =>
    (await store.publication(study)) ?? publicationSettings.parse({});

  /** Which of these questions a study does not let be public. */
  const heldBackOf = async (study: string, asked: readonly string[]): Promise<string[]> => {
    const { questions } = await settingsOf(study);
    return asked.filter((name) => !questions.includes(name));
  };

  /** Questions a figure shows that its study does not let be public. */
  const heldBack = async ({ study, content }: KeptFigure): Promise<string[]> =>
    heldBackOf(study, askedOf(content.look, await asking.codebook(study)));

  const summary = createSummaries(parts, heldBack);

  const stateOf = async (
    { figure, version, content, study: name }: KeptFigure,
    states: FigureStates,
  ): Promise<HashedState> => {
    const study = await studies.find(name);
    if (study === null) throw noSuchFigure();
    return states.now({ figure, version, content, study, settings: await settingsOf(name) });
  };

  return {
    settingsOf,
    codebook: (study: string): Promise<Codebook> => asking.codebook(study),
    heldBack,
    heldBackOf,
    summary,

    /** A study's figure. @throws {Problem} `not-found` where the study has none of that name. */
    async own({ study }: Study, figure: string): Promise<KeptFigure> {
      const found = await store.find(figure);
      if (found?.study === study) return found;
      throw noSuchFigure();
    },

    /** What a figure shows the public now. @throws {Problem} `invalid-parameter` where the study cannot answer it. */
    publicState: (kept: KeptFigure): Promise<HashedState> => stateOf(kept, publicStates),

    /** The same; `null` where the study cannot answer it any more. */
    answered: (kept: KeptFigure): Promise<HashedState | null> => nullIfProblem(stateOf(kept, publicStates)),

    /** The same, to be frozen: what is shown later is held against it; throws likewise. */
    stateToFreeze: (kept: KeptFigure): Promise<HashedState> => stateOf(kept, frozenStates),

    /** What a figure would show of the responses there are now, for its researchers; throws likewise. */
    freshState: (kept: KeptFigure): Promise<HashedState> => stateOf(kept, freshStates),

    /** A study's figures, the newest first, what of it may be public, and whose outline its maps have. */
    async list({ study }: Pick<Study, "study">): Promise<FigureList> {
      const kept = await store.list(study, mostFigures);
      const mapApproval = (await asking.outline(study))?.approval ?? null;
      return { figures: await Promise.all(kept.map(summary)), publication: await settingsOf(study), mapApproval };
    },
  };
}

function createSummaries(parts: FigureReadingParts, heldBack: (kept: KeptFigure) => Promise<string[]>) {
  const { store } = parts;
  const withheldBeside = createWithheldBeside(parts, mostFigures);
  return async (kept: KeptFigure): Promise<FigureSummary> => {
    const { content, ...rest } = kept;
    const [frozen, links, held, beside] = await Promise.all([
      store.frozenOf(kept.figure),
      store.linksOf(kept.figure),
      heldBack(kept),
      withheldBeside(kept),
    ]);
    const shown = links.map(({ link, expires, revoked }) => ({ link, expires, revoked }));
    return { ...rest, ...content, frozen, links: shown, heldBack: held, withheldBeside: beside };
  };
}

/** The same for a figure that is not there, one that is private, and one of somebody else's study. */
export function noSuchFigure(): Problem {
  return new Problem("not-found", [
    { field: "figure", code: "unknown-figure", message: { "zh-CN": "没有这个图表", en: "There is no such figure" } },
  ]);
}
