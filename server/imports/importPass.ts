import { deriveCodebook } from "../../surveys/codebook/deriveCodebook.ts";
import type { KnownSubmission } from "../fielding/bulkAdmission.ts";
import type { QuestionnaireVersion } from "../fielding/questionnaireStore.ts";
import { Problem } from "../problem.ts";
import { readHeader } from "./header.ts";
import type { RowFault } from "./importFaults.ts";
import { createImportTally, type ImportReport, type RowOutcome } from "./importReport.ts";
import type { Mapping } from "./mapping.ts";
import { readCsv, type Bytes } from "./readCsv.ts";
import { compileRowReader, type RowReader } from "./rowReader.ts";

/** A row on its way: as read, or what is wrong with it. */
export interface ReadRow {
  readonly row: number;
  readonly content: KnownSubmission | RowFault;
  /** The column that an answer came from, and the cell in it; `field` as admission names it. */
  readonly sourceOf: (field: string) => { column: string; value: string };
}

/** Thrown when an import does not come to its end; `report` counts what was kept all the same. */
export class ImportStopped extends Problem {
  readonly report: ImportReport;

  constructor({ problem, faults }: Pick<Problem, "problem" | "faults">, report: ImportReport) {
    super(problem, faults);
    this.report = report;
  }
}

/** A file and how it is to be read. */
export interface PassWanted {
  readonly bytes: Bytes;
  readonly mapping: Mapping;
  readonly version: QuestionnaireVersion;
  /** Does with a batch what the pass is for, and says what became of each row. */
  readonly work: (batch: readonly ReadRow[]) => Promise<RowOutcome[]>;
  /** Hears how many rows are done, a batch at a time. */
  readonly onRows: (rows: number) => void;
}

const batchRows = 1_000;

/**
 * Reads a file from its beginning to its end. At most three batches of rows are in memory.
 *
 * @throws {ImportStopped} when the file cannot be read to its end.
 * @throws {Problem} when mapping, questionnaire and header do not fit.
 */
export async function importPass({ bytes, mapping, version, work, onRows }: PassWanted): Promise<ImportReport> {
  const rows = readCsv(bytes);
  try {
    const header = readHeader((await rows.next()).value as string[] | undefined, mapping);
    const { questionnaireVersion, definition } = version;
    const reader = compileRowReader(mapping, header, { codebook: deriveCodebook(definition), questionnaireVersion });
    const tally = createImportTally(header.unknownColumns);
    try {
      for await (const outcomes of oneAhead(batches(rows, reader, header.width), work)) {
        for (const outcome of outcomes) tally.count(outcome);
        onRows(outcomes.length);
      }
    } catch (error) {
      throw error instanceof Problem ? new ImportStopped(error, tally.report()) : error;
    }
    return tally.report();
  } finally {
    await rows.return(undefined);
  }
}

/** Rows in batches. The header is row 1, as a spreadsheet counts; empty lines count but are no rows. */
async function* batches(rows: AsyncIterable<string[]>, reader: RowReader, width: number): AsyncGenerator<ReadRow[]> {
  let batch: ReadRow[] = [];
  let row = 1;
  for await (const cells of rows) {
    row += 1;
    const isEmptyLine = width > 1 && cells.length === 1 && cells[0] === "";
    if (isEmptyLine) continue;
    batch.push({
      row,
      content: reader.read(cells, row),
      sourceOf(field) {
        const { place, column } = reader.sourceOf(field);
        return { column, value: cells[place] ?? "" };
      },
    });
    if (batch.length < batchRows) continue;
    yield batch;
    batch = [];
  }
  if (batch.length > 0) yield batch;
}

/**
 * Does `work` for each item and gives what came of it in order; the next is begun while one is under way, so that this
 * program and the store are both at work. What was begun is finished when the items end in a failure.
 */
async function* oneAhead<Item, Done>(
  items: AsyncIterable<Item>,
  work: (item: Item) => Promise<Done>,
): AsyncGenerator<Done> {
  let begun: Promise<Done> | null = null;
  try {
    for await (const item of items) {
      const before: Promise<Done> | null = begun;
      begun = work(item);
      if (before !== null) yield await before;
    }
  } catch (error) {
    if (begun !== null) yield await begun;
    throw error;
  }
  if (begun !== null) yield await begun;
}
