import { z } from "zod";

const kinds = z.discriminatedUnion("kind", [
  z.object({ kind: z.literal("pages"), n: z.number() }),
  z.object({ kind: z.literal("questions"), n: z.number() }),
  z.object({ kind: z.literal("choices"), n: z.number(), type: z.string().default("checkbox") }),
  z.object({ kind: z.literal("panels"), n: z.number() }),
  z.object({
    kind: z.literal("expr"),
    n: z.number(),
    open: z.string(),
    mid: z.string(),
    close: z.string().default(""),
  }),
  z.object({ kind: z.literal("exprChain"), n: z.number() }),
  z.object({ kind: z.literal("visibleIfLadder"), n: z.number() }),
  z.object({ kind: z.literal("string"), n: z.number(), member: z.string(), char: z.string() }),
  z.object({ kind: z.literal("locales"), n: z.number() }),
]);

type Generated = z.infer<typeof kinds>;

const written = z.looseObject({
  definition: z.unknown().optional(),
  definitionRaw: z.string().optional(),
  definitionGen: z.unknown().optional(),
});

const generatedForm = z.looseObject({ kind: z.string() });

/** The text of a case's definition; `null` when it is made by a generator that is not known. */
export function definitionText(given: object): string | null {
  const { definition, definitionRaw, definitionGen } = written.parse(given);
  if (definitionRaw !== undefined) return definitionRaw;
  if (definitionGen === undefined) return JSON.stringify(definition);
  const known = kinds.safeParse(definitionGen);
  return known.success ? generatedText(known.data) : null;
}

/** The kind of generator a case names. */
export function generatorOf(given: object): string {
  const form = generatedForm.safeParse(written.parse(given).definitionGen);
  return form.success ? form.data.kind : "none";
}

function times<Item>(count: number, make: (index: number) => Item): Item[] {
  return Array.from({ length: count }, (_, index) => make(index));
}

function generatedText(generated: Generated): string {
  const { n } = generated;
  const question = (name: string) => ({ type: "text", name });
  const elements = (...list: object[]): string => JSON.stringify({ elements: list });
  switch (generated.kind) {
    case "pages":
      return JSON.stringify({
        pages: times(n, (index) => ({ name: `p${index}`, elements: [question(`q${index}`)] })),
      });
    case "questions":
      return elements(...times(n, (index) => question(`q${index}`)));
    case "choices":
      return elements({ type: generated.type, name: "q", choices: times(n, (index) => `c${index}`) });
    case "panels": {
      const open = times(n, (index) => `{"type":"panel","name":"p${index}","elements":[`).join("");
      return `{"elements":[${open}{"type":"text","name":"q"}${"]}".repeat(n)}]}`;
    }
    case "expr": {
      const { open, mid, close } = generated;
      return elements(question("a"), { ...question("b"), visibleIf: open.repeat(n) + mid + close.repeat(n) });
    }
    case "exprChain":
      return elements(question("a"), {
        ...question("b"),
        visibleIf: times(n, (index) => `{a} = ${index}`).join(" or "),
      });
    case "visibleIfLadder":
      return elements(
        ...times(n, (index) => ({
          ...question(`q${index}`),
          ...(index > 0 && { visibleIf: `{q${index - 1}} notempty` }),
        })),
      );
    case "string":
      return JSON.stringify({ [generated.member]: generated.char.repeat(n), elements: [question("q")] });
    case "locales":
      return JSON.stringify({
        title: Object.fromEntries(times(n, (index) => [`l${index}`, `t${index}`])),
        elements: [question("q")],
      });
  }
}
