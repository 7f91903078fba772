import { contentHash } from "../fielding/answers/contentHash.ts";
import type { FigureStore, KeptFigure } from "./figureStore.ts";
import type { WithheldBeside } from "./figuresApi.ts";
import type { KeptBesides } from "./inSteps.ts";
import { requestsOf } from "./requestsOf.ts";
import type { ShownStore } from "./shownStore.ts";

/**
 * Makes what says beside which public numbers those of a figure are withheld; `null` where none are, or the public was
 * not shown it yet.
 *
 * @param most how many figures of a study are looked at.
 */
export function createWithheldBeside(
  { store, shownStore }: { store: FigureStore; shownStore: ShownStore },
  most: number,
) {
  return async ({ figure, study, visibility, content }: KeptFigure): Promise<WithheldBeside | null> => {
    if (visibility === "private") return null;
    const requests: string[] = [];
    for (const request of requestsOf(content.look)) {
      const last = await shownStore.last({ study, request: contentHash(request) });
      // Written by this program as it was shown.
      if (last !== null) requests.push(...((JSON.parse(last.content) as KeptBesides).besides ?? []));
    }
    if (requests.length === 0) return null;
    const besides = new Set(requests.map((request) => request.replace(/@\d+$/, "")));
    const found = (await store.list(study, most)).flatMap((other) => {
      const asked = requestsOf(other.content.look)
        .map(contentHash)
        .filter((request) => besides.has(request));
      return asked.length === 0 || other.figure === figure
        ? []
        : [{ asked, figure: other.figure, title: other.content.title }];
    });
    const named = new Set(found.flatMap(({ asked }) => asked));
    return {
      figures: found.map(({ figure: name, title }) => ({ figure: name, title })),
      others: [...besides].some((request) => !named.has(request)),
    };
  };
}
