import type { StudyColumns } from "../estimates/studyColumns.ts";
import type { LiveCounts } from "./liveApi.ts";

/** Someone who looks at a study. */
export interface Viewer {
  tell(counts: LiveCounts): void;
  /** Called between what is told, so that nobody on the way takes the line for dead. */
  beat(): void;
  /** Nothing more will be told; whoever wants to know on comes back. */
  end(): void;
}

/** The watch over one study. */
export type StudyWatch = ReturnType<typeof createStudyWatch>;

const lookEveryMs = 1_000;
const looksPerBeat = 15;
/** Ten minutes: a viewer comes back through the guard, which may not know them any more. */
const mostBeats = 40;

/**
 * Looks at a study once a second, however many viewers it has, and tells them when its columns have changed.
 *
 * @param read gives the study's columns as they are.
 * @param onIdle hears that there is nobody left to tell, after which the watch does nothing more.
 */
export function createStudyWatch(read: () => Promise<StudyColumns>, onIdle: () => void) {
  /** How many beats each has left. */
  const viewers = new Map<Viewer, number>();
  let told: { revision: number; counts: LiveCounts } | null = null;
  let isLooking = false;
  let looks = 0;

  const end = (): void => {
    clearInterval(timer);
    onIdle();
    for (const viewer of viewers.keys()) viewer.end();
    viewers.clear();
  };
  const leave = (viewer: Viewer): void => {
    if (viewers.delete(viewer) && viewers.size === 0) end();
  };
  const look = async (): Promise<void> => {
    if (isLooking) return;
    isLooking = true;
    try {
      const found = await read();
      if (found.revision === told?.revision) return;
      told = { revision: found.revision, counts: countsOf(found) };
      for (const viewer of viewers.keys()) viewer.tell(told.counts);
    } catch {
      // The store cannot be read. Viewers come back, and are told so.
      end();
    } finally {
      isLooking = false;
    }
  };
  const timer = setInterval(() => {
    looks += 1;
    if (looks % looksPerBeat === 0) beatIn(viewers, leave);
    void look();
  }, lookEveryMs);

  return {
    /** Takes a viewer in, who is told at once how it stands; gives what lets them go. */
    add(viewer: Viewer): () => void {
      viewers.set(viewer, mostBeats);
      if (told === null) void look();
      else viewer.tell(told.counts);
      return () => {
        leave(viewer);
      };
    },
    end,
  };
}

/** Beats to everyone, and lets those go whose time is over. */
function beatIn(viewers: Map<Viewer, number>, leave: (viewer: Viewer) => void): void {
  for (const [viewer, left] of [...viewers]) {
    viewers.set(viewer, left - 1);
    if (left > 1) viewer.beat();
    else {
      leave(viewer);
      viewer.end();
    }
  }
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
