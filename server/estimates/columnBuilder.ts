import type { Column } from "../../stats/columns.ts";
import type { AnswerPath, CodebookQuestion } from "../../surveys/codebook/codebook.ts";
import { valueAt } from "../../surveys/codebook/valueAt.ts";
import { growing } from "./growing.ts";

/** A variable as a codebook has it, with the way to its value. */
export type CodebookVariable = CodebookQuestion["variables"][number];

/** A column in which each row has no answer until one is set. */
export interface ColumnBuilder {
  /**
   * Notes what a response says to the variable's question; anything that is no value of the variable is no answer.
   *
   * @param answer what stands under the first step of the variable's path: a question's variables share it.
   */
  set(row: number, answer: unknown): void;
  column(rows: number): Column;
}

/** Begins the column of a variable. */
export function columnBuilder(variable: CodebookVariable): ColumnBuilder {
  const read = reader(variable.path.slice(1));
  switch (variable.kind) {
    case "category":
      return categoryBuilder(
        variable.values.map(({ code }) => code),
        read,
      );
    case "tick":
      return tickBuilder(variable.option.code, read);
    case "number":
      return numberBuilder(isRanking(variable) ? placeReader(read, variable.name) : read);
    case "date":
    case "text":
      return textBuilder(read);
  }
}

type Read = (answer: unknown) => unknown;

/** Most variables are their question's whole answer, and there are very many answers. */
function reader(path: AnswerPath): Read {
  return path.length === 0 ? (answer) => answer : (answer) => valueAt(answer, path);
}

/** A ranking's variables share its answer, a list of codes: each is the place of its own code in it. */
function isRanking({ name, path }: CodebookVariable): boolean {
  return name !== path.join(".");
}

function placeReader(read: Read, name: string): Read {
  const code = name.slice(name.lastIndexOf(".") + 1);
  return (answer) => {
    const order = read(answer);
    const place = Array.isArray(order) ? order.findIndex((item) => String(item) === code) : -1;
    return place < 0 ? undefined : place + 1;
  };
}

function categoryBuilder(codes: readonly (string | number | boolean)[], read: Read): ColumnBuilder {
  const places = new Map<unknown, number>(codes.map((code, place) => [code, place]));
  const values = growing(Int16Array, -1);
  return {
    set: (row, answer) => {
      values.set(row, places.get(read(answer)) ?? -1);
    },
    column: (rows) => ({ kind: "category", values: values.view(rows), codes }),
  };
}

function tickBuilder(code: unknown, read: Read): ColumnBuilder {
  const values = growing(Int8Array, -1);
  return {
    set: (row, answer) => {
      const ticked = read(answer);
      if (Array.isArray(ticked)) values.set(row, Number(ticked.includes(code)));
    },
    column: (rows) => ({ kind: "tick", values: values.view(rows) }),
  };
}

function numberBuilder(read: Read): ColumnBuilder {
  const values = growing(Float64Array, Number.NaN);
  return {
    set: (row, answer) => {
      const value = read(answer);
      if (typeof value === "number") values.set(row, value);
    },
    column: (rows) => ({ kind: "number", values: values.view(rows) }),
  };
}

function textBuilder(read: Read): ColumnBuilder {
  const values: (string | null)[] = [];
  const padTo = (rows: number): void => {
    while (values.length < rows) values.push(null);
  };
  return {
    set: (row, answer) => {
      const value = read(answer);
      // An empty text is no answer.
      if (typeof value !== "string" || value === "") return;
      padTo(row);
      values[row] = value;
    },
    column: (rows) => {
      padTo(rows);
      return { kind: "text", values };
    },
  };
}
