import type { ColumnsReadModel } from "../estimates/columnsReadModel.ts";
import type { StudyColumns } from "../estimates/studyColumns.ts";
import type { Response } from "../fielding/response.ts";
import type { Collectors } from "./collectors.ts";

/** Makes the columns with what collectors are called, so that a breakdown by them can be read. */
export function createTitledColumns({
  columns,
  collectors,
}: {
  columns: ColumnsReadModel;
  collectors: Pick<Collectors, "titlesOf">;
}): ColumnsReadModel {
  const made = new WeakMap<StudyColumns, StudyColumns>();
  return {
    noteKept: (response: Response): void => {
      columns.noteKept(response);
    },

    async columnsOf(study: string): Promise<StudyColumns> {
      const [found, collectorTitles] = await Promise.all([columns.columnsOf(study), collectors.titlesOf(study)]);
      if (collectorTitles.size === 0) return found;
      const known = made.get(found);
      if (known?.collectorTitles === collectorTitles) return known;
      const titled = { ...found, collectorTitles };
      made.set(found, titled);
      return titled;
    },
  };
}
