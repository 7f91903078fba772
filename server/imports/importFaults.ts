import type { Translated } from "../../surveys/language.ts";
import { Problem, type FieldFault } from "../problem.ts";

/** What can be wrong with one row of a file: its word for programs and its sentence for people. */
const kinds = {
  "wrong-cell-count": { "zh-CN": "这一行的单元格数与表头不同", en: "the row has more or fewer cells than the header" },
  "unknown-value": { "zh-CN": "映射和问卷中没有这个值", en: "this value is unknown to mapping and questionnaire" },
  "not-a-number": { "zh-CN": "这不是数字", en: "this is not a number" },
  "not-a-date": { "zh-CN": "这不是有效的日期（如 2020-01-30）", en: "this is not a date such as 2020-01-30" },
  "bad-weight": { "zh-CN": "权重必须是不小于 0 的数字", en: "a weight must be a number and not below 0" },
  "no-day": { "zh-CN": "缺少日期", en: "the day is missing" },
  "no-key": { "zh-CN": "缺少编号", en: "the key is missing" },
  "bad-grid-unit": {
    "zh-CN": "地区代码太长或含有控制字符",
    en: "a grid unit is at most 64 characters, none of them control characters",
  },
  "repeated-key": { "zh-CN": "此编号已用于另一行不同的内容", en: "this key stands for another row with other content" },
} as const satisfies Record<string, Translated>;

/** The word for a kind of fault of a row. */
export type RowFaultKind = keyof typeof kinds;

/** Something wrong with one row. `column` and `value` are empty where the fault is the row's own. */
export interface RowFault {
  /** As a spreadsheet counts: the header is row 1. */
  readonly row: number;
  readonly column: string;
  readonly value: string;
  readonly kind: string;
  readonly message: Translated;
}

/** A fault of a row, of a kind we know. */
export function rowFault(row: number, kind: RowFaultKind, { column = "", value = "" } = {}): RowFault {
  return { row, column, value, kind, message: kinds[kind] };
}

/** A fault as every problem lists them: `row 17, ANXIOUS`. */
export function asFieldFault({ row, column, value, kind, message }: RowFault): FieldFault {
  const field = column === "" ? `row ${row}` : `row ${row}, ${shown(column)}`;
  const said = (language: keyof Translated): string =>
    value === "" ? message[language] : `“${shown(value)}”: ${message[language]}`;
  return { field, code: kind, message: { "zh-CN": said("zh-CN"), en: said("en") } };
}

/** A file that cannot be read any further. */
export function unreadable(field: string, code: string, message: Translated): Problem {
  return new Problem("invalid-file", [{ field, code, message }]);
}

const mostShown = 60;

/** A text from a file as it can be printed: short, and without characters that a terminal or page would act on. */
export function shown(text: string): string {
  const harmless = text
    .slice(0, mostShown)
    .replace(/\p{C}/gu, (sign) => `\\u{${(sign.codePointAt(0) ?? 0).toString(16)}}`);
  return text.length > mostShown ? `${harmless}…` : harmless;
}
