import type { ColumnsReadModel } from "../estimates/columnsReadModel.ts";
import type { StudyColumns } from "../estimates/studyColumns.ts";
import type { LiveCounts } from "./liveApi.ts";

/** Tells those who look at a study that its responses have changed. */
export type Live = ReturnType<typeof createLiveCounts>;

/** Someone who looks at a study. */
export interface Viewer {
  tell(counts: LiveCounts): void;
  /** Called between what is told, so that nobody on the way takes the line for dead. */
  beat(): void;
  /** Nothing more will be told; whoever wants to know on comes back. */
  end(): void;
}

interface Watched {
  readonly viewers: Set<Viewer>;
  timer: NodeJS.Timeout;
  /** Of the columns that were told last; 0 before the first. */
  revision: number;
  counts: LiveCounts | null;
  isLooking: boolean;
  looks: number;
}

const lookEveryMs = 1_000;
const looksPerBeat = 15;
/** A stream ends after so many beats, ten minutes: its viewer comes back through the guard, which may not know them any more. */
const mostBeats = 40;

/** Makes the watch over studies: one look a second at each that has viewers, however many they are. */
export function createLiveCounts({ columns }: { columns: ColumnsReadModel }) {
  const studies = new Map<string, Watched>();
  let isClosed = false;

  const endAll = (study: string): void => {
    const watched = studies.get(study);
    if (watched === undefined) return;
    clearInterval(watched.timer);
    studies.delete(study);
    for (const viewer of watched.viewers) viewer.end();
  };

  const look = async (study: string, watched: Watched): Promise<void> => {
    if (watched.isLooking) return;
    watched.isLooking = true;
    try {
      const found = await columns.columnsOf(study);
      if (found.revision !== watched.revision) {
        watched.revision = found.revision;
        watched.counts = countsOf(found);
        for (const viewer of watched.viewers) viewer.tell(watched.counts);
      }
    } catch {
      // The store cannot be read: viewers fall back to asking, and are told why.
      endAll(study);
    } finally {
      watched.isLooking = false;
    }
  };

  const begin = (study: string): Watched => {
    const watched: Watched = {
      viewers: new Set(),
      revision: 0,
      counts: null,
      isLooking: false,
      looks: 0,
      timer: setInterval(() => {
        watched.looks += 1;
        if (watched.looks % looksPerBeat === 0) for (const viewer of watched.viewers) viewer.beat();
        void look(study, watched);
      }, lookEveryMs),
    };
    studies.set(study, watched);
    return watched;
  };

  return {
    /** Tells a viewer the counts of a study now and whenever they have changed, at most once a second; gives what stops it. */
    watch(study: string, viewer: Viewer): () => void {
      if (isClosed) {
        viewer.end();
        return () => undefined;
      }
      const watched = studies.get(study) ?? begin(study);
      const leave = (): void => {
        watched.viewers.delete(lasting);
        if (watched.viewers.size > 0 || studies.get(study) !== watched) return;
        clearInterval(watched.timer);
        studies.delete(study);
      };
      const lasting = endingAfter(mostBeats, viewer, leave);
      watched.viewers.add(lasting);
      if (watched.counts !== null) viewer.tell(watched.counts);
      else void look(study, watched);
      return leave;
    },

    /** Ends every stream: a service that stops waits for nobody who only listens. */
    close(): void {
      isClosed = true;
      for (const study of [...studies.keys()]) endAll(study);
    },
  };
}

/** The viewer, with an end after so many beats. */
function endingAfter(beats: number, viewer: Viewer, leave: () => void): Viewer {
  let left = beats;
  return {
    tell: (counts) => {
      viewer.tell(counts);
    },
    beat() {
      left -= 1;
      if (left > 0) {
        viewer.beat();
        return;
      }
      leave();
      viewer.end();
    },
    end: () => {
      viewer.end();
    },
  };
}

function countsOf({ rows, countsByDay }: StudyColumns): LiveCounts {
  let flagged = 0;
  let latestDay: LiveCounts["latestDay"] = null;
  for (const [day, counts] of countsByDay) {
    flagged += counts.flagged;
    if (latestDay === null || day > latestDay.day) latestDay = { day, responses: counts.responses };
  }
  return { responses: rows, flagged, latestDay };
}
