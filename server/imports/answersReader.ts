import type { CodebookQuestion } from "../../surveys/codebook/codebook.ts";
import type { ChoiceCode } from "../../surveys/definition.ts";
import { codeReader, dateReader, numberReader, textReader, type CellReader } from "./cellReaders.ts";
import type { Mapping } from "./mapping.ts";

/** A variable of the codebook. */
export type CodebookVariable = CodebookQuestion["variables"][number];

/** How one mapped answer is written down in a mapping. */
export type MappedAnswer = Mapping["answers"][string];

/** Puts the value of a cell where it belongs in a person's answers. */
export type Place = (answers: Record<string, unknown>, value: unknown) => void;

/** Reads a variable's cell by the variable's kind. A tick reads `true` or `false`. */
export function readerOf(variable: CodebookVariable, answer: MappedAnswer, missing: ReadonlySet<string>): CellReader {
  switch (variable.kind) {
    case "category":
      return codeReader(new Map(Object.entries(answer.codes ?? ownCodes(variable.values))), missing);
    case "tick":
      return codeReader(
        new Map([
          ...(answer.notTicked ?? ["0"]).map((cell) => [cell, false] as const),
          ...(answer.ticked ?? ["1"]).map((cell) => [cell, true] as const),
        ]),
        missing,
      );
    case "number":
      return numberReader(missing);
    case "date":
      return dateReader(missing);
    case "text":
      return textReader(missing);
  }
}

function ownCodes(values: readonly { readonly code: ChoiceCode }[]): Record<string, ChoiceCode> {
  return Object.fromEntries(values.map(({ code }) => [String(code), code]));
}

/** Where a variable's value goes. */
export function placeOf(variable: CodebookVariable): Place {
  const { path } = variable;
  if (variable.kind === "tick") {
    const { code } = variable.option;
    return (answers, isTicked) => {
      const ticked = listAt(answers, path);
      if (isTicked === true) ticked.push(code);
    };
  }
  const [first = ""] = path;
  if (path.length === 1) {
    return (answers, value) => {
      answers[first] = value;
    };
  }
  return (answers, value) => {
    objectAt(answers, path)[path.at(-1) ?? ""] = value;
  };
}

function objectAt(answers: Record<string, unknown>, path: CodebookVariable["path"]): Record<string | number, unknown> {
  let object: Record<string | number, unknown> = answers;
  for (const step of path.slice(0, -1)) object = (object[step] ??= {}) as Record<string, unknown>;
  return object;
}

function listAt(answers: Record<string, unknown>, path: CodebookVariable["path"]): unknown[] {
  return (objectAt(answers, path)[path.at(-1) ?? ""] ??= []) as unknown[];
}
