import type { Clock } from "../clock.ts";
import type { StudyStore } from "../fielding/studyStore.ts";
import type { Asking } from "./asking.ts";
import { createFigureFiles } from "./files/figureFiles.ts";
import { createFigureLinks } from "./figureLinks.ts";
import { createFigureReading } from "./figureReading.ts";
import { createFigures } from "./figures.ts";
import { createFigureStates } from "./figureStates.ts";
import type { FigureStore } from "./figureStore.ts";
import { createFreezingAsking, createFreshAsking, createPublicAsking } from "./publicAsking.ts";
import { createPublicFigures } from "./publicFigures.ts";
import type { ShownStore } from "./shownStore.ts";

/** Makes all that figures are made, shared and shown with: they ask for estimates as everyone does, and never see a response. */
export function createFigureServices(
  { figureStore: store, shownStore }: { figureStore: FigureStore; shownStore: ShownStore },
  { studies, asking, clock }: { studies: StudyStore; asking: Asking; clock: Clock },
) {
  const publicStates = createFigureStates(createPublicAsking(asking, shownStore));
  const frozenStates = createFigureStates(createFreezingAsking(asking, shownStore));
  const freshStates = createFigureStates(createFreshAsking(asking));
  const reading = createFigureReading({ store, shownStore, studies, asking, publicStates, frozenStates, freshStates });
  return {
    figureStore: store,
    figureReading: reading,
    figures: createFigures({ store, reading, clock }),
    figureLinks: createFigureLinks({ store, reading, clock }),
    publicFigures: createPublicFigures({ store, studies, reading, asking, clock }),
    figureFiles: createFigureFiles(),
  };
}
