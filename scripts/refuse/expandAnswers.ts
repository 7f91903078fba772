import { z } from "zod";

const generated = z.looseObject({
  base: z.record(z.string(), z.unknown()).default({}),
  set: z.record(z.string(), z.unknown()).default({}),
  keys: z.object({ prefix: z.string(), count: z.number(), value: z.unknown() }).optional(),
  keyRepeat: z.object({ char: z.string(), times: z.number(), value: z.unknown() }).optional(),
  nest: z.object({ key: z.string(), depth: z.number() }).optional(),
  nestArray: z.object({ key: z.string(), depth: z.number() }).optional(),
});

/** The ways in which a case says what its answers are. */
const written = z.looseObject({
  answers: z.unknown().optional(),
  answersRaw: z.string().optional(),
  answersHex: z.object({ before: z.string(), hex: z.string(), after: z.string() }).optional(),
  answersGen: generated.optional(),
});

const repeated = z.object({ repeat: z.string(), times: z.number() });
const arrayed = z.object({ array: z.unknown(), times: z.number() });
const ranged = z.object({ range: z.number(), item: z.unknown() });

/** A value with its generators (`repeat`, `array`, `range`) written out. */
function expandValue(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(expandValue);
  if (typeof value !== "object" || value === null) return value;
  const text = repeated.safeParse(value);
  if (text.success) return text.data.repeat.repeat(text.data.times);
  const list = arrayed.safeParse(value);
  if (list.success) return Array.from({ length: list.data.times }, () => list.data.array);
  const range = ranged.safeParse(value);
  if (range.success) {
    const item = JSON.stringify(range.data.item);
    return Array.from(
      { length: range.data.range },
      (_, index) => JSON.parse(item.replaceAll("%i", String(index))) as unknown,
    );
  }
  return Object.fromEntries(Object.entries(value).map(([name, member]) => [name, expandValue(member)]));
}

/** Deep nesting is written as text, so that nothing recurses here. */
function generatedText({ base, set, keys, keyRepeat, nest, nestArray }: z.infer<typeof generated>): string {
  const member = (name: string, value: unknown): string => `${JSON.stringify(name)}:${JSON.stringify(value)}`;
  const parts = Object.entries(base).map(([name, value]) => member(name, value));
  for (const [name, value] of Object.entries(set)) parts.push(member(name, expandValue(value)));
  if (keys !== undefined)
    for (let index = 0; index < keys.count; index++) parts.push(member(`${keys.prefix}${index}`, keys.value));
  if (keyRepeat !== undefined) parts.push(member(keyRepeat.char.repeat(keyRepeat.times), keyRepeat.value));
  if (nest !== undefined)
    parts.push(`${JSON.stringify(nest.key)}:${'{"a":'.repeat(nest.depth)}1${"}".repeat(nest.depth)}`);
  if (nestArray !== undefined)
    parts.push(`${JSON.stringify(nestArray.key)}:${"[".repeat(nestArray.depth)}${"]".repeat(nestArray.depth)}`);
  return `{${parts.join(",")}}`;
}

/** The answers that a case gives as a value; `null` when it gives text, bytes or a generator. */
export function answersValue(given: object): Record<string, unknown> | null {
  const { answers } = written.parse(given);
  return typeof answers === "object" && answers !== null && !Array.isArray(answers)
    ? (answers as Record<string, unknown>)
    : null;
}

/**
 * The exact bytes of a body with the case's answers.
 *
 * @param wrap puts the text of the answers into the product's envelope; an empty text leaves them out.
 */
export function bodyBytes(given: object, wrap: (answersText: string) => string): Buffer {
  const { answers, answersRaw, answersHex, answersGen } = written.parse(given);
  if (answersHex !== undefined) {
    const mark = "\u0001answers\u0001";
    const [before = "", after = ""] = wrap(mark).split(mark);
    return Buffer.concat([
      Buffer.from(before + answersHex.before),
      Buffer.from(answersHex.hex, "hex"),
      Buffer.from(answersHex.after + after),
    ]);
  }
  if ("answers" in given) return Buffer.from(wrap(JSON.stringify(answers)));
  return Buffer.from(wrap(answersRaw ?? (answersGen === undefined ? "{}" : generatedText(answersGen))));
}
