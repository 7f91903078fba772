import type { Domain } from "../../stats/linearised/linearised.ts";
import type { ReferenceData } from "./referenceData.ts";

/**
 * The subgroup that a case describes: a comparison such as `id<=2`, or for each column a value or several.
 *
 * @throws {RangeError} for another form.
 */
export function domainOf(described: unknown, data: ReferenceData): Domain {
  if (described === undefined || described === null) return null;
  if (typeof described === "string") return compared(described, data);
  const conditions = Object.entries(described as Record<string, unknown>).map(([variable, wanted]) => {
    const values = new Set([wanted].flat().map(String));
    return data.texts(variable).map((text) => text !== null && values.has(text));
  });
  return Uint8Array.from({ length: data.rows }, (_, row) => Number(conditions.every((holds) => holds[row] === true)));
}

const comparisons: Readonly<Record<string, (one: number, other: number) => boolean>> = {
  "<=": (one, other) => one <= other,
  ">=": (one, other) => one >= other,
  "==": (one, other) => one === other,
  "<": (one, other) => one < other,
  ">": (one, other) => one > other,
};

function compared(text: string, data: ReferenceData): Uint8Array {
  const [, variable = "", sign = "", limit = ""] = /^\s*(\w+)\s*(<=|>=|==|<|>)\s*([-\d.]+)\s*$/.exec(text) ?? [];
  const holds = comparisons[sign];
  if (holds === undefined) throw new RangeError(`Cannot read the domain ${text}: it is no comparison with a number`);
  return Uint8Array.from(data.numbers(variable), (value) => Number(holds(value, Number(limit))));
}
