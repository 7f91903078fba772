import { ConditionsParser } from "survey-core";
import { namesIn, questionNameOf } from "../../../surveys/expressionNames.ts";
import type { DefinitionFaultKind, Note } from "./definitionFaults.ts";
import { isObject } from "./members.ts";
import { listOf } from "./names.ts";
import type { FoundElement } from "./walk.ts";

const mostUnits = 1_000;
const mostDepth = 20;

/** Functions that give the same on the respondent's phone and here: none that asks the clock or the page. */
const functions = new Set([
  "iif",
  "sum",
  "max",
  "min",
  "avg",
  "count",
  "round",
  "trunc",
  "sumInArray",
  "countInArray",
  "maxInArray",
  "minInArray",
  "avgInArray",
  "substring",
]);
const operators = new Set([
  "and",
  "or",
  "not",
  "contains",
  "notcontains",
  "contain",
  "notcontain",
  "anyof",
  "allof",
  "noneof",
  "empty",
  "notempty",
  "in",
]);

/** Which names an expression depends on, for the search for rings. */
type Dependencies = Map<string, Set<string>>;

/** Checks every expression: that it parses, what it calls, what it refers to, and that none depends on itself. */
export function checkExpressions(
  definition: Readonly<Record<string, unknown>>,
  elements: readonly FoundElement[],
  note: Note,
): void {
  const known = new Set([
    ...elements.map(({ element }) => String(element["name"])),
    ...listOf(definition["calculatedValues"]).map((value) => String(isObject(value) ? value["name"] : "")),
  ]);
  const dependsOn: Dependencies = new Map();
  const look = (expression: unknown, path: string, { owner, inBlock }: { owner: string; inBlock: boolean }): void => {
    if (typeof expression !== "string") return;
    const kind = faultIn(expression, (variable) => isKnown(variable, { known, inBlock }));
    if (kind !== null) note(path, kind);
    else if (owner !== "") for (const variable of namesIn(expression)) add(dependsOn, owner, questionNameOf(variable));
  };
  for (const { element, path, block } of elements) {
    for (const { expression, at, decides } of expressionsOf(element, path)) {
      look(expression, at, {
        owner: decides && block === "" ? String(element["name"]) : "",
        inBlock: block !== "" || at.includes(".columns["),
      });
    }
  }
  for (const [place, value] of listOf(definition["calculatedValues"]).entries()) {
    const path = `calculatedValues[${place}]`;
    if (!isObject(value) || typeof value["expression"] !== "string") note(`${path}.expression`, "does-not-parse");
    else look(value["expression"], `${path}.expression`, { owner: String(value["name"]), inBlock: false });
  }
  for (const [place, page] of listOf(definition["pages"]).entries()) {
    if (isObject(page)) look(page["visibleIf"], `pages[${place}].visibleIf`, { owner: "", inBlock: false });
  }
  for (const [place, ending] of listOf(definition["completedHtmlOnCondition"]).entries()) {
    const path = `completedHtmlOnCondition[${place}].expression`;
    if (isObject(ending)) look(ending["expression"], path, { owner: "", inBlock: false });
  }
  const ring = ringIn(dependsOn);
  if (ring !== null) note(pathOf(ring, definition, elements), "ring");
}

interface FoundExpression {
  readonly expression: unknown;
  readonly at: string;
  /** Whether an element's being there or its value hangs on it. */
  readonly decides: boolean;
}

function expressionsOf(element: Readonly<Record<string, unknown>>, path: string): FoundExpression[] {
  const own = (members: Readonly<Record<string, unknown>>, at: string): FoundExpression[] =>
    ["visibleIf", "requiredIf", "enableIf", "expression"].map((name) => ({
      expression: members[name],
      at: `${at}.${name}`,
      decides: name === "visibleIf" || name === "expression",
    }));
  const within = (list: string): FoundExpression[] =>
    listOf(element[list]).flatMap((item, place) =>
      isObject(item) ? own(item, `${path}.${list}[${place}]`).map((found) => ({ ...found, decides: false })) : [],
    );
  return [...own(element, path), ...["choices", "rows", "columns", "validators", "items"].flatMap(within)];
}

function faultIn(expression: string, isKnownVariable: (variable: string) => boolean): DefinitionFaultKind | null {
  if (expression.length > mostUnits || depthOf(expression) > mostDepth) return "too-large";
  const parsed: unknown = new ConditionsParser().parseExpression(expression);
  if (parsed === undefined || parsed === null) return "does-not-parse";
  const bare = expression.replace(/'(?:[^'\\]|\\.)*'|"(?:[^"\\]|\\.)*"|\{[^}]*\}/g, " ");
  for (const [, name = ""] of bare.matchAll(/([A-Za-z_]\w*)\s*\(/g)) {
    if (!functions.has(name) && !operators.has(name.toLowerCase())) return "unknown-function";
  }
  return namesIn(expression).every(isKnownVariable) ? null : "unknown-variable";
}

function depthOf(expression: string): number {
  let depth = 0;
  let deepest = 0;
  let nots = 0;
  for (const sign of expression) {
    if (sign === "(") depth += 1;
    if (sign === ")") depth -= 1;
    nots = sign === "!" ? nots + 1 : 0;
    deepest = Math.max(deepest, depth, nots);
  }
  return deepest;
}

function isKnown(variable: string, { known, inBlock }: { known: ReadonlySet<string>; inBlock: boolean }): boolean {
  const root = questionNameOf(variable);
  return known.has(root) || (inBlock && (root === "panel" || root === "row"));
}

function add(dependencies: Dependencies, owner: string, name: string): void {
  const names = dependencies.get(owner) ?? new Set<string>();
  dependencies.set(owner, names.add(name));
}

/** A name that depends on itself, however far round; `null` when none does. */
function ringIn(dependencies: Dependencies): string | null {
  const settled = new Set<string>();
  for (const start of dependencies.keys()) {
    const stack: { name: string; left: string[] }[] = [{ name: start, left: [...(dependencies.get(start) ?? [])] }];
    while (stack.length > 0) {
      const top = stack.at(-1);
      const next = top?.left.pop();
      if (next === undefined) {
        settled.add(stack.pop()?.name ?? "");
      } else if (stack.some(({ name }) => name === next)) return next;
      else if (!settled.has(next)) stack.push({ name: next, left: [...(dependencies.get(next) ?? [])] });
    }
  }
  return null;
}

function pathOf(
  name: string,
  definition: Readonly<Record<string, unknown>>,
  elements: readonly FoundElement[],
): string {
  const found = elements.find(({ element }) => element["name"] === name);
  if (found !== undefined)
    return `${found.path}.${found.element["type"] === "expression" ? "expression" : "visibleIf"}`;
  const place = listOf(definition["calculatedValues"]).findIndex((value) => isObject(value) && value["name"] === name);
  return `calculatedValues[${place}].expression`;
}
