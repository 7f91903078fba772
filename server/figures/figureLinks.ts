import type { Clock } from "../clock.ts";
import type { Study } from "../fielding/study.ts";
import { keyHashOf, randomKey, randomName } from "./figureNames.ts";
import { noSuchFigure, type FigureReading } from "./figureReading.ts";
import type { FigureStore } from "./figureStore.ts";
import type { FigureLink } from "./figuresApi.ts";

/** Links to figures that are not public. */
export type FigureLinks = ReturnType<typeof createFigureLinks>;

const dayMs = 86_400_000;

/** Makes the rules of links: who has one sees the figure until it expires or is revoked. */
export function createFigureLinks({
  store,
  reading,
  clock,
}: {
  store: FigureStore;
  reading: FigureReading;
  clock: Clock;
}) {
  return {
    /** Makes a link; its key is in the answer and nowhere else. */
    async add(study: Study, figure: string, days: number): Promise<FigureLink & { readonly key: string }> {
      await reading.own(study, figure);
      const key = randomKey();
      const link = randomName();
      const expires = new Date(clock().getTime() + days * dayMs).toISOString();
      await store.addLink({ link, figure, keyHash: keyHashOf(key), expires, revoked: false });
      return { link, expires, revoked: false, key };
    },

    /** @throws {Problem} `not-found` where the figure has no such link. */
    async revoke(study: Study, figure: string, link: string): Promise<void> {
      await reading.own(study, figure);
      if (!(await store.revoke(figure, link))) throw noSuchFigure();
    },
  };
}
