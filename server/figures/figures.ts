import type { Clock } from "../clock.ts";
import type { Study } from "../fielding/study.ts";
import { Problem } from "../problem.ts";
import { randomName } from "./figureNames.ts";
import { mostFigures, noSuchFigure, type FigureReading } from "./figureReading.ts";
import type { FigureStore, KeptFigure } from "./figureStore.ts";
import type { FigureContent, FigureSummary, FrozenSummary, Withdrawal } from "./figuresApi.ts";

/** What researchers do with figures. */
export type Figures = ReturnType<typeof createFigures>;

/** Makes the rules of figures: making, changing, showing, freezing, withdrawing. */
export function createFigures({ store, reading, clock }: { store: FigureStore; reading: FigureReading; clock: Clock }) {
  const now = (): string => clock().toISOString();
  return {
    /**
     * Keeps a new figure, private. Two researchers who add the last at once may go one over the most there can be.
     *
     * @throws {Problem} `invalid-parameter` where the study cannot answer it, `too-large` for more than 300.
     */
    async add({ study }: Study, content: FigureContent): Promise<FigureSummary> {
      if ((await store.count(study)) >= mostFigures) throw tooMany();
      const name = { figure: randomName(), study, version: 1 };
      const figure: KeptFigure = { ...name, visibility: "private", changedAt: now(), content };
      await reading.freshState(figure);
      await store.add(figure);
      return reading.summary(figure);
    },

    /**
     * Keeps a new version of a figure. Frozen states stay as they are.
     *
     * @throws {Problem} `changed-meanwhile` when `version` is not its newest; else as `add`.
     */
    async change(
      study: Study,
      figure: string,
      { version: from, ...content }: FigureContent & { readonly version: number },
    ): Promise<FigureSummary> {
      const kept = await reading.own(study, figure);
      await reading.freshState({ ...kept, content });
      if (kept.version !== from || !(await store.change(figure, { from, content, changedAt: now() })))
        throw new Problem("changed-meanwhile");
      return reading.summary(await reading.own(study, figure));
    },

    /** @throws {Problem} `not-publishable` naming questions that the study does not let be public. */
    async show(study: Study, figure: string, visibility: KeptFigure["visibility"]): Promise<FigureSummary> {
      const kept = await reading.own(study, figure);
      const held = visibility === "public" ? await reading.heldBack(kept) : [];
      if (held.length > 0) throw notPublishable(held);
      await store.show(figure, visibility);
      if (visibility === "public") await reading.answered(kept);
      return reading.summary({ ...kept, visibility });
    },

    /** Keeps what a figure shows the public now, for good and under a number of its own. */
    async freeze(study: Study, figure: string): Promise<FrozenSummary> {
      const kept = await reading.own(study, figure);
      const { state, sha256 } = await reading.stateToFreeze(kept);
      for (;;) {
        const number = ((await store.frozenOf(figure)).at(-1)?.number ?? 0) + 1;
        const frozen = { number, version: kept.version, frozenAt: now(), asOf: state.asOf, sha256, withdrawn: null };
        if (await store.freeze({ ...frozen, figure, state: JSON.stringify(state) })) return frozen;
      }
    },

    /** @throws {Problem} `not-found` where there is no such frozen state, or it was withdrawn before. */
    async withdraw(
      { study, figure, number }: { study: Study; figure: string; number: number },
      reason: Withdrawal["reason"],
    ): Promise<FigureSummary> {
      const kept = await reading.own(study, figure);
      if (!(await store.withdraw(figure, number, { at: now(), reason }))) throw noSuchFigure();
      return reading.summary(kept);
    },
  };
}

function tooMany(): Problem {
  return new Problem("too-large", [
    {
      field: "figures",
      code: "too-many-figures",
      message: { "zh-CN": `一项调查最多 ${mostFigures} 个图表`, en: `A study has at most ${mostFigures} figures` },
    },
  ]);
}

/** What is shown may not be public, for these questions are not. */
export function notPublishable(held: readonly string[]): Problem {
  const message = {
    "zh-CN": "本调查没有允许公开此题；请先在公开设置中允许",
    en: "The study does not let this question be public; let it first",
  };
  return new Problem(
    "not-publishable",
    held.map((field) => ({ field, code: "held-back", message })),
  );
}
