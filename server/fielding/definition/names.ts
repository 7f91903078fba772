import { isForbiddenName } from "../json/forbiddenNames.ts";
import type { Note } from "./definitionFaults.ts";
import { isObject } from "./members.ts";
import type { FoundElement } from "./walk.ts";

/** Columns of an export, members of a response, and words with a meaning in expressions. */
const reserved = new Set(
  `id _id study response responseid day date weight language locale version questionnaireversion questionnaire_version
  collector gridunit grid_unit seconds duration timing flags flag flagged scores receipt submissionkey submittedat
  startedat completedat createdat updatedat contenthash panel row item choice parentpanel rowindex panelindex answers`.split(
    /\s+/,
  ),
);
const form = /^\p{L}[\p{L}\p{N}_-]{0,63}$/u;

/** Checks every name and that none stands twice where two would share a place in the answers. */
export function checkNames(
  definition: Readonly<Record<string, unknown>>,
  elements: readonly FoundElement[],
  note: Note,
): void {
  const blocks = new Map<string, Set<string>>();
  for (const { element, path, block } of elements) {
    let taken = blocks.get(block);
    if (taken === undefined) blocks.set(block, (taken = new Set()));
    checkName(element["name"], `${path}.name`, { taken, note });
    checkParts(element["columns"], `${path}.columns`, { note, isNamed: element["type"] !== "matrix" });
    checkParts(element["items"], `${path}.items`, { note, isNamed: true });
  }
  const taken = blocks.get("") ?? new Set<string>();
  const { calculatedValues, pages } = definition;
  for (const [place, value] of listOf(calculatedValues).entries()) {
    checkName(isObject(value) ? value["name"] : undefined, `calculatedValues[${place}].name`, { taken, note });
  }
  const pageNames = new Set<string>();
  for (const [place, page] of listOf(pages).entries()) {
    if (isObject(page) && page["name"] !== undefined)
      checkName(page["name"], `pages[${place}].name`, { taken: pageNames, note });
  }
}

function checkParts(parts: unknown, path: string, { note, isNamed }: { note: Note; isNamed: boolean }): void {
  if (!isNamed) return;
  const taken = new Set<string>();
  for (const [place, part] of listOf(parts).entries()) {
    checkName(isObject(part) ? part["name"] : undefined, `${path}[${place}].name`, { taken, note });
  }
}

function checkName(name: unknown, path: string, { taken, note }: { taken: Set<string>; note: Note }): void {
  if (typeof name !== "string" || !form.test(name)) {
    note(path, "not-a-name");
    return;
  }
  const same = name.normalize("NFKC").toLowerCase();
  // SurveyJS keeps the words beside "other" under the name with this ending.
  if (isForbiddenName(name) || reserved.has(same) || same.endsWith("-comment")) note(path, "reserved-name");
  if (taken.has(same)) note(path, "name-taken");
  taken.add(same);
}

/** A list, or an empty one for anything else. */
export function listOf(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}
