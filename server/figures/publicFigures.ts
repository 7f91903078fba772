import type { Clock } from "../clock.ts";
import { calendarDay } from "../fielding/calendarDay.ts";
import type { StudyStore } from "../fielding/studyStore.ts";
import { Problem } from "../problem.ts";
import type { Asking } from "./asking.ts";
import { citationsOf } from "./citations.ts";
import { isFigureName, keyHashOf } from "./figureNames.ts";
import { figureProblems } from "./figureProblems.ts";
import { mostFigures, noSuchFigure, type FigureReading } from "./figureReading.ts";
import type { HashedState } from "./figureStates.ts";
import type { FigureStore, KeptFigure } from "./figureStore.ts";
import { createRecentFigures } from "./recentFigures.ts";
import type { FigureFile, FigureState } from "./figuresApi.ts";

/** Gives figures to whom they are for. */
export type PublicFigures = ReturnType<typeof createPublicFigures>;

/** Which figure is asked for, live or one of its frozen states, and with which key. */
export interface FigureAsked {
  readonly figure: string;
  /** `null` for the live figure. */
  readonly number: number | null;
  readonly key: string | null;
  /** Address of this service, without a slash at its end. */
  readonly origin: string;
}

type FrozenAt = Pick<FigureAsked, "origin"> & { readonly number: number };

/** Makes the door to figures for those without an account. */
export function createPublicFigures(parts: {
  store: FigureStore;
  studies: StudyStore;
  reading: FigureReading;
  asking: Asking;
  clock: Clock;
}) {
  const { store, studies, reading, asking, clock } = parts;
  const door = createDoor(parts);
  const live = async ({ state, sha256 }: HashedState, origin: string): Promise<FigureFile> => ({
    state,
    sha256,
    frozen: null,
    withdrawn: null,
    problems: await figureProblems({ study: state.study.study, look: state.look }, asking),
    newerDataExist: false,
    ...namedAt(state, `${origin}/f/${state.figure}`, { frozenAt: null, now: clock() }),
  });
  return {
    /** A figure as its reader may have it; throws like the door, and `not-found` for a frozen state there is not. */
    open: createRecentFigures(parts, async (asked: FigureAsked) => {
      const kept = await door(asked);
      const { number, origin } = asked;
      const file =
        number === null
          ? await live(await reading.publicState(kept), origin)
          : await frozenFile({ kept, number, origin }, parts);
      const { embedders } = await reading.settingsOf(kept.study);
      return { study: kept.study, value: { file, embedders } };
    }),

    /** A figure as its researchers see it: what may be public of the responses there are now. */
    preview: async (kept: KeptFigure, origin: string): Promise<FigureFile> =>
      live(await reading.freshState(kept), origin),

    /** A frozen state as its researchers see it. @throws {Problem} `not-found` where there is none of that number. */
    previewFrozen: (kept: KeptFigure, at: FrozenAt) => frozenFile({ kept, ...at }, parts),

    /** A study's public figures, the newest first. @throws {Problem} `not-found` for a study that has made none public. */
    resultsOf: createRecentFigures(parts, async ({ name, origin }: { name: string; origin: string }) => {
      const study = await studies.find(name);
      const kept = study === null ? [] : await store.list(name, mostFigures);
      const files: FigureFile[] = [];
      for (const figure of kept)
        if (await isPublic(figure, reading)) files.push(await live(await reading.publicState(figure), origin));
      if (study === null || files.length === 0) throw noResults();
      return { study: name, value: { study, files } };
    }),
  };
}

/**
 * Lets a reader in to a figure that is public, or whose link they have the key of.
 *
 * @throws {Problem} `not-found`, the same for a figure there is not and for one that is not for this reader; `link-over`
 *   for who has a key that was good once.
 */
function createDoor({ store, reading, clock }: { store: FigureStore; reading: FigureReading; clock: Clock }) {
  return async ({ figure, key }: Pick<FigureAsked, "figure" | "key">): Promise<KeptFigure> => {
    const kept = isFigureName(figure) ? await store.find(figure) : null;
    if (kept === null) throw noSuchFigure();
    if (await isPublic(kept, reading)) return kept;
    const link = key === null ? null : await store.linkWith(figure, keyHashOf(key));
    if (link === null) throw noSuchFigure();
    if (link.revoked || link.expires <= clock().toISOString()) throw new Problem("link-over");
    return kept;
  };
}

async function frozenFile(
  { kept, number, origin }: { kept: KeptFigure; number: number; origin: string },
  { store, reading, asking, clock }: { store: FigureStore; reading: FigureReading; asking: Asking; clock: Clock },
): Promise<FigureFile> {
  const found = await store.findFrozen(kept.figure, number);
  if (found === null) throw noSuchFigure();
  const { frozenAt, sha256, withdrawn } = found;
  // Written by this program, and hashed as it was.
  const state = JSON.parse(found.state) as FigureState;
  const newerDataExist = await isOutdated(state, kept, reading);
  const named = namedAt(state, `${origin}/f/${kept.figure}/frozen/${number}`, { frozenAt, now: clock() });
  const { study, look, asOf } = state;
  const upTo = calendarDay(new Date(asOf), study.timeZone);
  const problems = await figureProblems({ study: study.study, look, upTo }, asking);
  return { state, sha256, frozen: { number, frozenAt }, withdrawn, problems, newerDataExist, ...named };
}

/** A figure stays away from the public also while its study does not let one of its questions be public any more. */
async function isPublic(kept: KeptFigure, reading: FigureReading): Promise<boolean> {
  return kept.visibility === "public" && (await reading.heldBack(kept)).length === 0;
}

/** Whether the live figure has other numbers by now; where it cannot be worked out any more, nothing is known. */
async function isOutdated(state: FigureState, kept: KeptFigure, reading: FigureReading): Promise<boolean> {
  const live = await reading.answered(kept);
  if (live === null) return false;
  return JSON.stringify(live.state.editions["zh-CN"].table) !== JSON.stringify(state.editions["zh-CN"].table);
}

function namedAt(
  state: FigureState,
  address: string,
  { frozenAt, now }: { frozenAt: string | null; now: Date },
): Pick<FigureFile, "address" | "citations"> {
  return {
    address,
    citations: citationsOf({ of: { ...state, name: state.figure, form: "Figure" }, address, frozenAt, now }),
  };
}

function noResults(): Problem {
  return new Problem("not-found", [
    {
      field: "study",
      code: "no-results",
      message: { "zh-CN": "这里没有公开的结果", en: "There are no public results here" },
    },
  ]);
}
