import { randomBytes } from "node:crypto";
import type { Readable } from "node:stream";
import type { Clock } from "../clock.ts";
import type { ColumnsReadModel } from "../estimates/columnsReadModel.ts";
import { studyCodebook } from "../estimates/studyCodebook.ts";
import { calendarDay } from "../fielding/calendarDay.ts";
import type { QuestionnaireStore } from "../fielding/questionnaireStore.ts";
import type { Study } from "../fielding/study.ts";
import type { ProblemLedger } from "../problems/problemLedger.ts";
import type { ScreenedRowsOf } from "../quality/screenedRows.ts";
import type { SchemeWeights } from "../weighting/schemeWeights.ts";
import { csvStream } from "./csvStream.ts";
import { fileColumns } from "./csvTable.ts";
import type { ExportManifest, NewExport } from "./exportsApi.ts";

/** Makes data files. */
export type Exporting = ReturnType<typeof createExporting>;

/** A file that has begun; what is still unknown of it comes with `finish`. */
export interface BegunExport {
  readonly stream: Readable;
  readonly begun: Pick<ExportManifest, "columns" | "screening" | "responsesInStudy" | "asOf" | "questionnaireVersions">;
  /** Call once the last byte has been taken. */
  readonly finish: () => Pick<ExportManifest, "rows" | "bytes" | "sha256">;
}

/** Makes the procedure that turns a study's columns into a file. */
export function createExporting({
  columns,
  questionnaires,
  schemeWeights,
  screenedRowsOf,
  problemLedger,
  clock,
}: {
  columns: ColumnsReadModel;
  questionnaires: QuestionnaireStore;
  schemeWeights: SchemeWeights;
  screenedRowsOf: ScreenedRowsOf;
  problemLedger: ProblemLedger;
  clock: Clock;
}) {
  return {
    /**
     * The weights a file is wanted with, by the very version that they have now.
     *
     * @throws {Problem} `invalid-parameter` when there are none of that name.
     */
    weightNamed: async (study: string, { weight }: Pick<NewExport, "weight">): Promise<ExportManifest["weight"]> =>
      weight === "given" ? weight : schemeWeights.versionNamed(study, weight),

    /** The name a file is saved under. */
    fileName: ({ study, timeZone }: Study, { flavour }: Pick<NewExport, "flavour">): string =>
      `${study}_${calendarDay(clock(), timeZone)}_${flavour}.csv`,

    /** What is known by now to be wrong with the responses of a file: every column's, up to the day it was made, today where it is not yet. */
    problemsOf: async ({ study, timeZone }: Study, { asOf }: Pick<ExportManifest, "asOf">) =>
      problemLedger.affecting(await problemLedger.of(study), {
        names: null,
        to: calendarDay(asOf === null ? clock() : new Date(asOf), timeZone),
      }),

    /** Begins a file with every response the study has now, in an order that says nothing about when they came. */
    async begin(study: string, wanted: NewExport): Promise<BegunExport> {
      const found = await columns.columnsOf(study);
      const versions = await questionnaires.versions(study);
      const weight =
        wanted.weight === "given" ? found.weight : (await schemeWeights.weightsOf(found, wanted.weight)).weights;
      const screening = await screenedRowsOf(found);
      const codebook = studyCodebook(versions, found);
      const table = fileColumns({ ...found, weight }, codebook, { ...wanted, screening });
      const { stream, finish } = csvStream(table, shuffled(found.rows), wanted);
      return {
        stream,
        begun: {
          columns: table.length,
          screening: screening?.version ?? null,
          responsesInStudy: found.rows,
          asOf: clock().toISOString(),
          questionnaireVersions: versions.map(({ questionnaireVersion }) => questionnaireVersion),
        },
        finish: () => ({ rows: found.rows, ...finish() }),
      };
    },
  };
}

/** Row numbers in an order that nobody can foresee (Fisher and Yates). */
function shuffled(rows: number): Uint32Array {
  const order = Uint32Array.from({ length: rows }, (_, row) => row);
  const chance = new Uint32Array(randomBytes(rows * 4).buffer.slice(0));
  for (let last = rows - 1; last > 0; last--) {
    const other = (chance[last] ?? 0) % (last + 1);
    const kept = order[last] ?? 0;
    order[last] = order[other] ?? 0;
    order[other] = kept;
  }
  return order;
}
