import { deriveCodebook } from "../../../surveys/codebook/deriveCodebook.ts";
import type { Definition } from "../../../surveys/definition.ts";
import { instruments } from "../../../surveys/instruments/registry.ts";
import type { Note } from "./definitionFaults.ts";
import { isObject } from "./members.ts";

/** Checks that each scale is known, and that its items are questions with just the scale's codes. */
export function checkInstruments(definition: Definition, note: Note): void {
  const used: unknown = definition.instruments;
  if (used === undefined) return;
  if (!isObject(used)) {
    note("instruments", "not-an-object");
    return;
  }
  const variables = new Map(
    deriveCodebook({ ...definition, instruments: {} }).questions.flatMap((question) =>
      question.variables.map((variable) => [variable.name, variable] as const),
    ),
  );
  for (const [id, items] of Object.entries(used)) {
    const instrument = Object.hasOwn(instruments, id) ? instruments[id] : undefined;
    if (instrument === undefined) {
      note(`instruments.${id}`, "unknown-instrument");
      continue;
    }
    const codes = new Set<unknown>(instrument.options.map(({ code }) => code));
    const fits = (item: unknown): boolean => {
      const variable = variables.get(String(item));
      return variable?.kind === "category" && variable.values.every(({ code }) => codes.has(code));
    };
    if (!Array.isArray(items) || items.length !== instrument.itemCount || !items.every(fits))
      note(`instruments.${id}`, "instrument-items");
  }
}
