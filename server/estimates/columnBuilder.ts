import type { Column } from "../../stats/columns.ts";
import type { AnswerPath, CodebookQuestion } from "../../surveys/codebook/codebook.ts";
import { valueAt } from "../../surveys/codebook/valueAt.ts";
import { growing } from "./growing.ts";

/** A variable as a codebook has it, with the way to its value. */
export type CodebookVariable = CodebookQuestion["variables"][number];

/** A column that grows by a value at a time. */
export interface ColumnBuilder {
  /** Adds what a response says; anything that is no value of the variable is no answer. */
  push(answers: unknown): void;
  column(): Column;
}

/** Begins the column of a variable, with `rows` rows that do not have it. */
export function columnBuilder(variable: CodebookVariable, rows: number): ColumnBuilder {
  const read = reader(variable.path);
  switch (variable.kind) {
    case "category":
      return categoryBuilder(
        variable.values.map(({ code }) => code),
        read,
        rows,
      );
    case "tick":
      return tickBuilder(variable.option.code, read, rows);
    case "number":
      return numberBuilder(isRanking(variable) ? placeReader(read, variable.name) : read, rows);
    case "date":
    case "text":
      return textBuilder(read, rows);
  }
}

type Read = (answers: unknown) => unknown;

/** Most variables stand at the top of the answers, and there are very many answers. */
function reader(path: AnswerPath): Read {
  const [name] = path;
  if (path.length !== 1 || name === undefined) return (answers) => valueAt(answers, path);
  return (answers) => (answers as Record<string | number, unknown>)[name];
}

/** A ranking's variables share its answer, a list of codes: each is the place of its own code in it. */
function isRanking({ name, path }: CodebookVariable): boolean {
  return name !== path.join(".");
}

function placeReader(read: Read, name: string): Read {
  const code = name.slice(name.lastIndexOf(".") + 1);
  return (answers) => {
    const order = read(answers);
    const place = Array.isArray(order) ? order.findIndex((item) => String(item) === code) : -1;
    return place < 0 ? undefined : place + 1;
  };
}

function categoryBuilder(codes: readonly (string | number | boolean)[], read: Read, rows: number): ColumnBuilder {
  const places = new Map<unknown, number>(codes.map((code, place) => [code, place]));
  const values = growing(Int16Array, { rows, value: -1 });
  return {
    push: (answers) => {
      values.push(places.get(read(answers)) ?? -1);
    },
    column: () => ({ kind: "category", values: values.view(), codes }),
  };
}

function tickBuilder(code: unknown, read: Read, rows: number): ColumnBuilder {
  const values = growing(Int8Array, { rows, value: -1 });
  return {
    push: (answers) => {
      const ticked = read(answers);
      values.push(Array.isArray(ticked) ? Number(ticked.includes(code)) : -1);
    },
    column: () => ({ kind: "tick", values: values.view() }),
  };
}

function numberBuilder(read: Read, rows: number): ColumnBuilder {
  const values = growing(Float64Array, { rows, value: Number.NaN });
  return {
    push: (answers) => {
      const value = read(answers);
      values.push(typeof value === "number" ? value : Number.NaN);
    },
    column: () => ({ kind: "number", values: values.view() }),
  };
}

function textBuilder(read: Read, rows: number): ColumnBuilder {
  const values: (string | null)[] = Array.from({ length: rows }, () => null);
  return {
    push: (answers) => {
      const value = read(answers);
      // An empty text is no answer.
      values.push(typeof value === "string" && value !== "" ? value : null);
    },
    column: () => ({ kind: "text", values }),
  };
}
