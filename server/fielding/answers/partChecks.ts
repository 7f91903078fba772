import type {
  CellColumn,
  CellMatrixQuestion,
  MatrixQuestion,
  MultipleTextQuestion,
  PanelDynamicQuestion,
  Question,
} from "../../../surveys/definition.ts";
import { codeOf } from "../../../surveys/questions.ts";
import { checkMembers, type Member } from "./checkMembers.ts";
import { isObject, type Check, type Given } from "./questionChecks.ts";
import { textCheck } from "./textChecks.ts";

/** Compiles questions that stand inside another: handed in, because they may hold further ones. */
export type CompileNested = (questions: readonly Question[]) => readonly Member[];

/** Rows or panels taken where the question sets no limit. */
const mostRows = 50;

/** One column for each row. */
export function matrixCheck({ rows, columns, eachRowRequired, isAllRowRequired }: MatrixQuestion): Check {
  const names = new Set(rows.map((row) => String(codeOf(row))));
  const codes = new Set<unknown>(columns.map(codeOf));
  const needsAll = eachRowRequired === true || isAllRowRequired === true;
  return (given) => {
    const parts = partsOf(given, names);
    if (parts === null) return;
    const { path, note } = given;
    for (const [name, code] of Object.entries(parts)) {
      if (names.has(name) && !codes.has(code))
        note(`${path}.${name}`, typeof code === "object" ? "wrong-type" : "not-a-choice");
    }
    if (needsAll) for (const name of names) if (!Object.hasOwn(parts, name)) note(`${path}.${name}`, "required");
  };
}

/** Several short texts. */
export function multipleTextCheck({ items }: MultipleTextQuestion): Check {
  const checks = new Map(
    items.map((item) => [item.name, { check: textCheck(item), isRequired: item.isRequired === true }]),
  );
  const names = new Set(checks.keys());
  return (given) => {
    const parts = partsOf(given, names);
    if (parts === null) return;
    for (const [name, { check, isRequired }] of checks) {
      const path = `${given.path}.${name}`;
      const isGiven = Object.hasOwn(parts, name);
      if (isGiven) check({ ...given, value: parts[name], path });
      if (isRequired && (!isGiven || parts[name] === "")) given.note(path, "required");
    }
  };
}

/** A table whose rows are given: an object of rows, each an object of cells. */
export function cellTableCheck(question: CellMatrixQuestion, compileNested: CompileNested): Check {
  const names = new Set((question.rows ?? []).map((row) => String(codeOf(row))));
  const checkRow = rowCheck(question, compileNested);
  return (given) => {
    const parts = partsOf(given, names);
    if (parts === null) return;
    for (const [name, row] of Object.entries(parts)) {
      if (names.has(name)) checkRow({ ...given, value: row, path: `${given.path}.${name}` });
    }
  };
}

/** A table to which a person adds rows: a list of objects of cells. */
export function growingTableCheck(question: CellMatrixQuestion, compileNested: CompileNested): Check {
  const limits = { least: question.minRowCount ?? 0, most: question.maxRowCount ?? mostRows };
  return listCheck(rowCheck(question, compileNested), limits);
}

/** A block a person answers several times: a list of objects of answers. */
export function panelsCheck(question: PanelDynamicQuestion, compileNested: CompileNested): Check {
  const members = compileNested(
    question.templateElements.filter(
      (element): element is Question => element.type !== "html" && element.type !== "panel",
    ),
  );
  const limits = { least: question.minPanelCount ?? 0, most: question.maxPanelCount ?? mostRows };
  return listCheck((given) => {
    if (!isObject(given.value)) given.note(given.path, "wrong-type");
    else checkMembers(members, { ...given, value: given.value, values: { ...given.values, panel: given.value } });
  }, limits);
}

function rowCheck({ columns, cellType, choices }: CellMatrixQuestion, compileNested: CompileNested): Check {
  const members = compileNested(
    columns.map((column) =>
      asQuestion({ ...(cellType !== undefined && { cellType }), ...(choices !== undefined && { choices }), ...column }),
    ),
  );
  return (given) => {
    if (!isObject(given.value)) given.note(given.path, "wrong-type");
    else checkMembers(members, { ...given, value: given.value, values: { ...given.values, row: given.value } });
  };
}

/** A cell is a question of the column's cell type, with the column's members. */
function asQuestion({ cellType = "dropdown", choices = [], ...column }: CellColumn): Question {
  return { ...column, choices, type: cellType } as unknown as Question;
}

function listCheck(check: Check, { least, most }: { least: number; most: number }): Check {
  return (given) => {
    const { value, path, note } = given;
    if (!Array.isArray(value)) note(path, "wrong-type");
    else if (value.length > most) note(path, "too-many");
    else if (value.length < least) note(path, "too-few");
    else for (const [place, row] of value.entries()) check({ ...given, value: row, path: `${path}.${place}` });
  };
}

/** The parts of an answer made of named parts, or `null` when it is not one; names that are not among `names` are noted. */
function partsOf({ value, path, note }: Given, names: ReadonlySet<string>): Record<string, unknown> | null {
  if (!isObject(value)) {
    note(path, "wrong-type");
    return null;
  }
  const given = Object.keys(value);
  if (given.length === 0) note(path, "empty");
  for (const name of given) if (!names.has(name)) note(`${path}.${name}`, "unknown-part");
  return value;
}
