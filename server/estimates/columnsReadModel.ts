import { setTimeout } from "node:timers/promises";
import { deriveCodebook } from "../../surveys/codebook/deriveCodebook.ts";
import type { Clock } from "../clock.ts";
import type { QuestionnaireStore } from "../fielding/questionnaireStore.ts";
import type { Response } from "../fielding/response.ts";
import type { ResponseStore } from "../fielding/responseStore.ts";
import { createStudyColumns, type StudyColumns, type StudyColumnsBuilder } from "./studyColumns.ts";

/** Studies as columns, kept in memory and always as the store has them. */
export type ColumnsReadModel = ReturnType<typeof createColumnsReadModel>;

interface Held {
  builder: StudyColumnsBuilder;
  /** Versions whose variables have columns. */
  readonly versions: Set<number>;
  revision: number;
  comparedAt: number;
  /** Responses kept while a scan was under way, which may or may not have met them. */
  arrived: Response[] | null;
  columns: StudyColumns | null;
}

/** Another process's writes are looked for at most this often, */
const compareEveryMs = 2_000;
/** and waited for when nobody has looked for so long: to count a study takes longer the more responses it has. */
const waitAfterMs = 10_000;
/** A response that is kept is noted at once. */
const notedWithinMs = 50;

/**
 * Makes the read model. It is built by one scan of a study's responses, extended by those this process keeps, and
 * built anew when the counts of days in the store say that another process has written.
 */
export function createColumnsReadModel(parts: {
  responses: ResponseStore;
  questionnaires: QuestionnaireStore;
  clock: Clock;
}) {
  const held = new Map<string, Held>();
  const underWay = new Map<string, Promise<Held>>();
  // Never used again, also not after a study's columns were dropped: what is cached by revision would be shown as new.
  let lastRevision = 0;
  const nextRevision = (): number => (lastRevision += 1);

  const isCurrent = async (study: string, { builder }: Held): Promise<boolean> => {
    const before = countsOf(builder);
    const kept = await parts.responses.countsByDay(study);
    const isKnown = (): boolean => {
      const after = countsOf(builder);
      const days = new Set([...before.keys(), ...kept.keys()]);
      return [...days].every((day) => {
        const inStore = kept.get(day)?.responses ?? 0;
        return (before.get(day) ?? 0) <= inStore && inStore <= (after.get(day) ?? 0);
      });
    };
    if (isKnown()) return true;
    // What this process has just written may be counted before it is noted.
    await setTimeout(notedWithinMs);
    return isKnown();
  };

  const build = async (study: string): Promise<Held> => {
    const fresh: Held = {
      builder: createStudyColumns(study),
      versions: new Set(),
      revision: nextRevision(),
      comparedAt: performance.now(),
      arrived: [],
      columns: null,
    };
    held.set(study, fresh);
    await addVersions(parts.questionnaires, study, fresh);
    const seen = new Set<string>();
    for await (const batch of parts.responses.scan(study)) {
      for (const response of batch) {
        seen.add(response.id);
        fresh.builder.push(response);
      }
    }
    for (const response of fresh.arrived ?? []) if (!seen.has(response.id)) fresh.builder.push(response);
    fresh.arrived = null;
    return fresh;
  };

  const compareOrBuild = async (study: string, known: Held | undefined): Promise<Held> => {
    try {
      if (known === undefined || !(await isCurrent(study, known)) || held.get(study) !== known)
        return await build(study);
      known.comparedAt = performance.now();
      return known;
    } catch (error) {
      held.delete(study);
      throw error;
    } finally {
      underWay.delete(study);
    }
  };

  const current = async (study: string): Promise<Held> => {
    const known = held.get(study);
    const age = known === undefined ? Infinity : performance.now() - known.comparedAt;
    if (known?.arrived === null && age < compareEveryMs) return known;
    let made = underWay.get(study);
    if (made === undefined) {
      made = compareOrBuild(study, known);
      underWay.set(study, made);
    }
    if (known?.arrived !== null || age >= waitAfterMs) return made;
    // Whoever asks next reads the study anew, and is told why that cannot be.
    made.catch(() => undefined);
    return known;
  };

  return {
    /** Takes note of a response once it is kept; columns that nobody has asked for yet will find it in the store. */
    noteKept(response: Response): void {
      const study = held.get(response.study);
      if (study === undefined) return;
      if (study.arrived !== null) study.arrived.push(response);
      else if (study.versions.has(response.questionnaireVersion)) study.builder.push(response);
      else held.delete(response.study);
      study.revision = nextRevision();
      study.columns = null;
    },

    /** A study's columns, with every response that was acknowledged before the call. */
    async columnsOf(study: string): Promise<StudyColumns> {
      const found = await current(study);
      found.columns ??= found.builder.columns(found.revision);
      return found.columns;
    },
  };
}

/** Responses of each day: a copy, which does not grow. */
function countsOf(builder: StudyColumnsBuilder): Map<string, number> {
  return new Map([...builder.counts()].map(([day, { responses }]) => [day, responses]));
}

async function addVersions(
  questionnaires: QuestionnaireStore,
  study: string,
  { builder, versions }: Held,
): Promise<void> {
  for (const { questionnaireVersion, definition } of await questionnaires.versions(study)) {
    versions.add(questionnaireVersion);
    builder.addCodebook(deriveCodebook(definition));
  }
}
