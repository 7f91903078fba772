import type { Column } from "../../stats/columns.ts";
import { calendarIn, domainIn } from "../analysis/population.ts";
import { refusal } from "../analysis/refusal.ts";
import type { Clock } from "../clock.ts";
import type { ColumnsReadModel } from "../estimates/columnsReadModel.ts";
import type { StudyColumns } from "../estimates/studyColumns.ts";
import type { RecordOpeningStore } from "./recordOpeningStore.ts";
import type { RecordOpenings, RecordPage, RecordsQuery, RecordValue, ResponseRecord } from "./recordsApi.ts";
import { rowsOfPage, type Place } from "./rowsOfPage.ts";

/** Shows single responses to who may see them, and keeps who did. */
export type Records = ReturnType<typeof createRecords>;

/** Makes the record list: the only place from which a response as a person gave it leaves for a page. */
export function createRecords({
  columns,
  openings,
  clock,
}: {
  columns: Pick<ColumnsReadModel, "columnsOf">;
  openings: RecordOpeningStore;
  clock: Clock;
}) {
  return {
    /**
     * A page of records. That it was opened is kept before anything is shown.
     *
     * @throws {Problem} `invalid-parameter` for a variable or filter that the study does not have, or a period that ends
     *   before it begins.
     */
    async page(study: string, by: string, query: RecordsQuery): Promise<RecordPage> {
      const { variables, filter, from, to, limit, cursor } = query;
      const found = await columns.columnsOf(study);
      const chosen = variables.map((name, place) => columnNamed(found, name, place));
      const { rows, matching } = rowsOfPage(found, wantedIn(found, query), {
        after: cursor === undefined ? null : placeIn(cursor),
        most: limit + 1,
      });
      const shown = rows.slice(0, limit);
      await openings.add({
        study,
        by,
        at: clock().toISOString(),
        query: { variables, filter, from, to },
        isFurtherPage: cursor !== undefined,
        records: shown.length,
      });
      const records = shown.map((row) => recordAt(found, row, chosen));
      const last = records.at(-1);
      const nextCursor = rows.length > limit && last !== undefined ? `${last.day}.${last.id}` : null;
      return { study, variables, matching, records, nextCursor };
    },

    /** Who opened records, newest first, at most `limit`. */
    openings: async (study: string, limit: number): Promise<RecordOpenings> => ({
      openings: await openings.list(study, limit),
    }),
  };
}

function columnNamed(found: StudyColumns, name: string, place: number): Column {
  const column = found.column(name);
  if (column !== undefined) return column;
  throw refusal(`variables.${place}`, "unknown-variable", {
    "zh-CN": "本调查没有这个变量",
    en: "The study has no such variable",
  });
}

function wantedIn(found: StudyColumns, { filter, from, to }: RecordsQuery): (row: number) => boolean {
  calendarIn({ from, to }, found);
  const domain = domainIn({ filter }, found);
  const isOfPeriod = found.days.map((day) => (from === undefined || day >= from) && (to === undefined || day <= to));
  return (row) => domain?.[row] !== 0 && isOfPeriod[found.day[row] ?? 0] === true;
}

/** The response that a cursor names. */
function placeIn(cursor: string): Place {
  const end = cursor.indexOf(".");
  return { day: cursor.slice(0, end), id: cursor.slice(end + 1) };
}

function recordAt(found: StudyColumns, row: number, chosen: readonly Column[]): ResponseRecord {
  const word = (places: Int16Array): string | null => found.words[places[row] ?? -1] ?? null;
  const seconds = found.seconds[row] ?? Number.NaN;
  return {
    id: found.id[row] ?? "",
    day: found.days[found.day[row] ?? 0] ?? "",
    questionnaireVersion: found.questionnaireVersion[row] ?? 0,
    language: word(found.language),
    collector: word(found.collector),
    gridUnit: word(found.gridUnit),
    seconds: Number.isNaN(seconds) ? null : seconds,
    flags: word(found.flags)?.split(" ") ?? [],
    values: chosen.map((column) => valueAt(column, row)),
  };
}

function valueAt(column: Column, row: number): RecordValue {
  switch (column.kind) {
    case "category":
      return column.codes[column.values[row] ?? -1] ?? null;
    case "tick": {
      const ticked = column.values[row] ?? -1;
      return ticked < 0 ? null : ticked === 1;
    }
    case "number": {
      const number = column.values[row] ?? Number.NaN;
      return Number.isNaN(number) ? null : number;
    }
    case "text":
      return column.values[row] ?? null;
  }
}
