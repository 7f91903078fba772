import type { Logger } from "pino";
import type { StudyStore } from "../fielding/studyStore.ts";
import type { ColumnsReadModel } from "./columnsReadModel.ts";

const page = 200;

/** Reads open studies into columns, one after the other, so that who looks first does not wait; gives what stops it. */
export function warmColumns({
  studies,
  columns,
  log,
}: {
  studies: StudyStore;
  columns: ColumnsReadModel;
  log: Logger;
}): () => void {
  let isStopped = false;
  const warm = async (): Promise<void> => {
    for (let after = ""; ;) {
      const found = await studies.list({ after, limit: page, owner: null });
      for (const { study, state } of found) {
        if (isStopped) return;
        if (state === "open") await columns.columnsOf(study);
      }
      after = found.at(-1)?.study ?? "";
      if (found.length < page) return;
    }
  };
  warm().catch((error: unknown) => {
    // Who looks will wait, and be told. A store that closes under a service that stops is no fault.
    if (!isStopped)
      log.error({ kind: error instanceof Error ? error.name : typeof error }, "columns were not made ready");
  });
  return () => {
    isStopped = true;
  };
}
