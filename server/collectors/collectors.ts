import { isDeepStrictEqual } from "node:util";
import { Problem } from "../problem.ts";
import type { Collector } from "./collectorsApi.ts";
import type { CollectorStore } from "./collectorStore.ts";

/** Keeps and finds the links through which answers come in. */
export type Collectors = ReturnType<typeof createCollectors>;

/** A village each for a large county. */
const mostCollectors = 2_000;
/** Another process's changes are looked for at most this often. */
const readEveryMs = 2_000;

interface Held {
  readonly all: readonly Collector[];
  readonly gridUnits: ReadonlyMap<string, string | null>;
  readonly titles: ReadonlyMap<string, string>;
  readAt: number;
}

/** Makes the procedure by which collectors are kept, and held in memory for the crowd that answers. */
export function createCollectors({ store }: { store: CollectorStore }) {
  const held = new Map<string, Held>();
  const read = async (study: string): Promise<Held> => {
    const known = held.get(study);
    if (known !== undefined && performance.now() - known.readAt < readEveryMs) return known;
    const readAt = performance.now();
    const all = await store.list(study);
    if (known !== undefined && isDeepStrictEqual(all, known.all)) {
      known.readAt = readAt;
      return known;
    }
    const gridUnits = new Map(all.map(({ collector, gridUnit }) => [collector, gridUnit]));
    const titles = new Map(all.map(({ collector, title }) => [collector, title]));
    const next: Held = { all, gridUnits, titles, readAt };
    held.set(study, next);
    return next;
  };

  return {
    list: (study: string): Promise<Collector[]> => store.list(study),

    /** What collectors are called, by their codes; the same object until that changes. */
    async titlesOf(study: string): Promise<ReadonlyMap<string, string>> {
      return (await read(study)).titles;
    },

    /** The place that answers through a collector are from; `null` where nothing is known of it. */
    async gridUnitOf(study: string, collector: string): Promise<string | null> {
      return (await read(study)).gridUnits.get(collector) ?? null;
    },

    /**
     * Keeps a collector, new or in place of one of its name.
     *
     * @throws {Problem} `too-large` when the study has as many as it may.
     */
    async put(study: string, collector: Collector): Promise<{ isNew: boolean }> {
      const others = (await store.list(study)).filter((other) => other.collector !== collector.collector);
      if (others.length >= mostCollectors) throw tooMany();
      const isNew = await store.put(study, collector);
      held.delete(study);
      return { isNew };
    },

    /**
     * Forgets a collector; the responses that came through it keep its name.
     *
     * @throws {Problem} `not-found`.
     */
    async remove(study: string, collector: string): Promise<void> {
      const isRemoved = await store.remove(study, collector);
      held.delete(study);
      if (!isRemoved) throw new Problem("not-found", [unknownCollector]);
    },
  };
}

function tooMany(): Problem {
  const message = {
    "zh-CN": `一项调查最多 ${mostCollectors} 个收集渠道`,
    en: `A study has at most ${mostCollectors} collectors`,
  };
  return new Problem("too-large", [{ field: "collector", code: "too-many-collectors", message }]);
}

const unknownCollector = {
  field: "collector",
  code: "unknown-collector",
  message: { "zh-CN": "没有这个收集渠道", en: "There is no such collector" },
};
