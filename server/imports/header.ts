import { Problem, type FieldFault } from "../problem.ts";
import { shown, unreadable } from "./importFaults.ts";
import type { Mapping } from "./mapping.ts";

/** The header of a file, against which a mapping is read. */
export interface Header {
  readonly width: number;
  /** Columns that the mapping says nothing of. */
  readonly unknownColumns: readonly string[];
  /** The place of a column the mapping names, and the name it has in this file. */
  placeOf(column: string | readonly string[]): { place: number; column: string };
}

/**
 * Reads the header of a file.
 *
 * @throws {Problem} `invalid-file` when there is none or a name stands twice; `invalid-mapping` naming each column that
 *   the mapping needs and the file does not have.
 */
export function readHeader(cells: readonly string[] | undefined, mapping: Mapping): Header {
  if (cells === undefined || cells.every((name) => name === ""))
    throw unreadable("file", "empty", { "zh-CN": "文件没有内容", en: "the file is empty" });
  const places = new Map<string, number>();
  for (const [place, name] of cells.entries()) {
    if (places.has(name)) {
      throw unreadable(`row 1, ${shown(name)}`, "duplicate-column", {
        "zh-CN": "表头中有两个同名的列",
        en: "two columns have this name",
      });
    }
    places.set(name, place);
  }
  const needed = columnsOf(mapping);
  const faults = needed.flatMap(({ field, names }) =>
    names.some((name) => places.has(name)) ? [] : [missing(field, names)],
  );
  if (faults.length > 0) throw new Problem("invalid-mapping", faults);
  const named = new Set([...needed.flatMap(({ names }) => names), ...mapping.ignored]);
  return {
    width: cells.length,
    unknownColumns: cells.filter((name) => !named.has(name)),
    placeOf(column) {
      const name = [column].flat().find((candidate) => places.has(candidate)) ?? "";
      return { place: places.get(name) ?? -1, column: name };
    },
  };
}

/** Every column a mapping reads: where it says so, and the names it may have. */
function columnsOf({ day, key, weight, gridUnit, answers }: Mapping): { field: string; names: readonly string[] }[] {
  const entries: [string, { column?: string | readonly string[] | undefined } | undefined][] = [
    ["day", day],
    ["key", key],
    ["weight", weight],
    ["gridUnit", gridUnit],
    ...Object.entries(answers).map(([name, answer]): [string, typeof answer] => [`answers.${name}`, answer]),
  ];
  return entries.flatMap(([field, part]) =>
    part?.column === undefined ? [] : [{ field: `${field}.column`, names: [part.column].flat() }],
  );
}

function missing(field: string, names: readonly string[]): FieldFault {
  const columns = names.map(shown).join(", ");
  return {
    field,
    code: "missing-column",
    message: { "zh-CN": `文件中没有这一列：${columns}`, en: `the file has no column ${columns}` },
  };
}
