import type { Admission } from "../fielding/admission.ts";
import type { Admitted } from "../fielding/bulkAdmission.ts";
import type { QuestionnaireStore, QuestionnaireVersion } from "../fielding/questionnaireStore.ts";
import type { Study } from "../fielding/study.ts";
import { Problem } from "../problem.ts";
import { asFieldFault, rowFault, type RowFault } from "./importFaults.ts";
import { importPass, ImportStopped, type ReadRow } from "./importPass.ts";
import type { ImportReport, RowOutcome } from "./importReport.ts";
import type { Mapping } from "./mapping.ts";
import type { Bytes } from "./readCsv.ts";

/** A file and how it is to be read. */
export interface ImportWanted {
  readonly study: Study;
  /** Opens the file at its beginning; called again for a second look. */
  readonly open: () => Bytes;
  readonly mapping: Mapping;
  /**
   * `stop`: the whole file is checked first, and nothing is kept of one that has a row at fault. `skip`: such rows are
   * left out and counted.
   */
  readonly onFault: "stop" | "skip";
  /** Hears of rows as they are done, a batch at a time. */
  readonly onRows: (stage: "checked" | "imported", rows: number) => void;
}

type Admits = Pick<Admission, "admitMany" | "refusals">;

/** Makes the procedure by which the rows of a file, answers that were collected elsewhere, become responses. */
export function createImporting({
  admission,
  questionnaires,
}: {
  admission: Admits;
  questionnaires: QuestionnaireStore;
}) {
  return {
    /**
     * Admits every row of a CSV file to a study through the same admission as every answer.
     *
     * Rows have the same submission key each time the file is read, so that an import that was interrupted is finished
     * by doing it again.
     *
     * @throws {ImportStopped} when a row is at fault and `onFault` is `stop`, or the file cannot be read to its end.
     * @throws {Problem} when mapping, questionnaire and header do not fit; nothing is kept then.
     */
    async importFile({ study, open, mapping, onFault, onRows }: ImportWanted): Promise<ImportReport> {
      const version = await latestOf(questionnaires, study);
      const pass = async (
        stage: "checked" | "imported",
        work: (batch: readonly ReadRow[]) => Promise<RowOutcome[]>,
      ): Promise<ImportReport> => {
        const report = await importPass({
          bytes: open(),
          mapping,
          version,
          work,
          onRows: (rows) => {
            onRows(stage, rows);
          },
        });
        if (onFault === "skip" || report.refused === 0) return report;
        throw new ImportStopped({ problem: "invalid-rows", faults: report.examples.map(asFieldFault) }, report);
      };
      if (onFault === "stop") await pass("checked", (batch) => checkBatch(admission, study, batch));
      return pass("imported", (batch) => admitBatch(admission, study, batch));
    },
  };
}

/**
 * The questionnaire that a file's rows answer.
 *
 * @throws {Problem} `study-draft` when the study has none.
 */
async function latestOf(questionnaires: QuestionnaireStore, { study }: Study): Promise<QuestionnaireVersion> {
  const latest = (await questionnaires.versions(study)).at(-1);
  if (latest === undefined) throw new Problem("study-draft");
  return latest;
}

async function checkBatch(admission: Admits, study: Study, batch: readonly ReadRow[]): Promise<RowOutcome[]> {
  const refusals = (await admission.refusals(study, readyOf(batch))).values();
  return batch.map((read) => {
    const { content } = read;
    if (!("submission" in content)) return content;
    const refusal = refusals.next().value ?? null;
    return refusal === null ? "fits" : faultOf(refusal, read);
  });
}

async function admitBatch(admission: Admits, study: Study, batch: readonly ReadRow[]): Promise<RowOutcome[]> {
  const admitted = (await admission.admitMany(study, readyOf(batch))).values();
  return batch.map((read) => {
    const { content } = read;
    if (!("submission" in content)) return content;
    const next = admitted.next().value as Admitted;
    return next.outcome === "refused" ? faultOf(next.problem, read) : next.outcome;
  });
}

function readyOf(batch: readonly ReadRow[]) {
  return batch.flatMap(({ content }) => ("submission" in content ? [content] : []));
}

/**
 * Why admission refused a row: its first fault, at the column it came from.
 *
 * @throws {Problem} when it was not for something in the row.
 */
function faultOf(problem: Problem, { row, sourceOf }: ReadRow): RowFault {
  if (problem.problem === "other-content") return rowFault(row, "repeated-key");
  const [first] = problem.faults;
  if (first === undefined) throw problem;
  return { row, ...sourceOf(first.field), kind: first.code, message: first.message };
}
