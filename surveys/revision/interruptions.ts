import { deriveCodebook } from "../codebook/deriveCodebook.ts";
import type { Definition } from "../definition.ts";
import { namesIn, questionNameOf } from "../expressionNames.ts";
import type { DeclaredChange, DefinitionChange } from "./definitionChange.ts";
import { pagesByName } from "./pagesByName.ts";
import { placedParts } from "./placedParts.ts";

/** By the name of each question and score that is interrupted, the questions and scores that a break was declared for. */
export type Interruptions = ReadonlyMap<string, ReadonlySet<string>>;

/**
 * What the declared breaks of a version interrupt: the question of the change, and what is made of its answers or asked by
 * them, however far round: scores, worked out numbers, and questions whose condition reads it. The questions of a panel
 * for a change of the panel, and those of the page for a page's words or a text between questions.
 *
 * @param definitions the version before and the version itself.
 * @returns `null` for everything: the break was said of the version as a whole, or of no question.
 */
export function interruptions(
  changes: readonly DeclaredChange[],
  definitions: readonly Definition[],
): Interruptions | null {
  const declared = changes
    .filter(({ declared: said }) => said === "break")
    .map((change) => definitions.flatMap((definition) => declaredFor(change, definition)));
  if (declared.length === 0 || declared.some((names) => names.length === 0)) return null;
  const readings = definitions.flatMap(readingsOf);
  const found = new Map<string, Set<string>>();
  for (const name of new Set(declared.flat())) {
    for (const reached of reachedFrom(name, readings))
      found.set(reached, (found.get(reached) ?? new Set<string>()).add(name));
  }
  return found;
}

function declaredFor({ kind, question, part }: DefinitionChange, definition: Definition): string[] {
  if (kind === "scale-changed")
    return deriveCodebook(definition)
      .scores.filter(({ instrument }) => instrument === part)
      .map(({ name }) => name);
  const parts = placedParts(definition);
  const asked = parts.filter(({ members }) => members["type"] !== "panel" && members["type"] !== "html");
  const namesOf = (some: typeof parts): string[] => [...new Set(some.map(({ name }) => questionNameOf(name)))];
  if (question === null) {
    const page = part === null ? -1 : pagesByName(definition).findIndex(([name]) => name === part);
    return namesOf(asked.filter((each) => each.page === page));
  }
  const own = asked.filter(({ name, panels }) => name === question || panels.includes(question));
  if (own.length > 0) return namesOf(own);
  const text = parts.find(({ name, members }) => name === question && members["type"] === "html");
  return namesOf(asked.filter(({ page }) => page === text?.page));
}

/** That one name's answers, or whether it is asked, hang on another's. */
interface Reading {
  readonly reader: string;
  readonly read: string;
}

function readingsOf(definition: Definition): Reading[] {
  const { calculatedValues = [] } = definition;
  const reading = (reader: string, expressions: readonly unknown[]): Reading[] =>
    expressions
      .flatMap((expression) => (typeof expression === "string" ? namesIn(expression) : []))
      .map((name) => ({ reader: questionNameOf(reader), read: questionNameOf(name) }));
  return [
    ...placedParts(definition).flatMap(({ name, conditions, members }) =>
      reading(name, [...conditions, members["expression"]]),
    ),
    ...calculatedValues.flatMap(({ name, expression }) => reading(name, [expression])),
    ...deriveCodebook(definition).scores.flatMap(({ name, items }) =>
      items.map((item) => ({ reader: name, read: questionNameOf(item) })),
    ),
  ];
}

/** A name and all that reads it, directly or through others. */
function reachedFrom(name: string, readings: readonly Reading[]): Set<string> {
  const reached = new Set([name]);
  // A set gives what is added to it while it is gone through.
  for (const each of reached) for (const { reader, read } of readings) if (read === each) reached.add(reader);
  return reached;
}
