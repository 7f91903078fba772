import type { ColumnsReadModel } from "../estimates/columnsReadModel.ts";
import { createStudyWatch, type StudyWatch, type Viewer } from "./studyWatch.ts";

/** Tells those who look at a study that its responses have changed. */
export type Live = ReturnType<typeof createLiveCounts>;

/** Makes the watch over the studies that have viewers. */
export function createLiveCounts({ columns }: { columns: ColumnsReadModel }) {
  const watches = new Map<string, StudyWatch>();
  let isClosed = false;

  const begin = (study: string): StudyWatch => {
    const watch = createStudyWatch(
      () => columns.columnsOf(study),
      () => watches.delete(study),
    );
    watches.set(study, watch);
    return watch;
  };

  return {
    /** Tells a viewer the counts of a study now and whenever they have changed, at most once a second; gives what stops it. */
    watch(study: string, viewer: Viewer): () => void {
      if (!isClosed) return (watches.get(study) ?? begin(study)).add(viewer);
      viewer.end();
      return () => undefined;
    },

    /** Ends every stream, and those that would yet begin: a service that stops waits for nobody who only listens. */
    close(): void {
      isClosed = true;
      for (const watch of [...watches.values()]) watch.end();
    },
  };
}
