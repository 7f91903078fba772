import type { Column } from "../../stats/columns.ts";
import type { Coded } from "../../stats/design.ts";
import type { Records } from "../../stats/quality/nearIdentical.ts";
import type { Codebook } from "../../surveys/codebook/codebook.ts";
import type { StudyColumns } from "../estimates/studyColumns.ts";

/** Everything that was answered, open texts too, as records that can be compared; the earlier day first. */
export function recordsOf({ questions }: Codebook, columns: StudyColumns): Records {
  return {
    rows: columns.rows,
    questions: questions.map(({ variables }) => variables.flatMap(({ name }) => codedOf(columns.column(name)))),
    order: columns.day,
  };
}

function codedOf(column: Column | undefined): Coded[] {
  switch (column?.kind) {
    case undefined:
      return [];
    case "category":
      return [{ codes: column.values, categories: column.codes.length }];
    case "tick":
      return [{ codes: column.values, categories: 2 }];
    case "number":
      return [numbered(column.values, Number.isNaN)];
    case "text":
      return [numbered(column.values, (text) => text === null)];
  }
}

/** Each distinct value by the number it got when it first came. */
function numbered<Value>(values: Iterable<Value> & { length: number }, isMissing: (value: Value) => boolean): Coded {
  const places = new Map<Value, number>();
  const codes = new Int32Array(values.length);
  let row = 0;
  for (const value of values) {
    let code = isMissing(value) ? -1 : places.get(value);
    if (code === undefined) places.set(value, (code = places.size));
    codes[row] = code;
    row += 1;
  }
  return { codes, categories: places.size };
}
