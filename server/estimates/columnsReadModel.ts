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

/** Another process's writes are looked for at most this often. */
const compareEveryMs = 2_000;

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
  const building = new Map<string, Promise<Held>>();
  // Never used again, also not after a study's columns were dropped: what is cached by revision would be shown as new.
  let lastRevision = 0;
  const nextRevision = (): number => (lastRevision += 1);

  const isCurrent = async (study: string, { builder }: Held): Promise<boolean> => {
    const kept = await parts.responses.countsByDay(study);
    const ours = builder.counts();
    return kept.size === ours.size && [...kept].every(([day, { responses }]) => ours.get(day)?.responses === responses);
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

  const current = async (study: string): Promise<Held> => {
    const under = building.get(study);
    if (under !== undefined) return under;
    const known = held.get(study);
    if (known !== undefined && performance.now() - known.comparedAt < compareEveryMs) return known;
    const made = (async () => {
      if (known !== undefined && (await isCurrent(study, known))) {
        known.comparedAt = performance.now();
        return known;
      }
      return build(study);
    })();
    building.set(study, made);
    try {
      return await made;
    } catch (error) {
      held.delete(study);
      throw error;
    } finally {
      building.delete(study);
    }
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
