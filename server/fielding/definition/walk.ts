import { elementMembers, pageMembers, surveyMembers } from "./elementMembers.ts";
import type { Note } from "./definitionFaults.ts";
import { isObject, object } from "./members.ts";

/** An element as it was found: not yet known to be well-formed beyond being an object of a known type. */
export interface FoundElement {
  readonly element: Readonly<Record<string, unknown>>;
  readonly path: string;
  /** The nearest block around it whose answers stand in an object of their own; empty for none. */
  readonly block: string;
}

const mostPages = 60;
const mostElements = 500;
const mostDepth = 6;

/**
 * Goes through a definition's pages and elements, checks each one's members, and lists the elements in order.
 *
 * Bounded before anything is built from the definition: SurveyJS takes over a minute for panels nested 500 deep.
 */
export function walkDefinition(definition: Readonly<Record<string, unknown>>, note: Note): FoundElement[] {
  const found: FoundElement[] = [];
  object(surveyMembers)({ value: definition, path: "", note });
  const { pages, elements } = definition;
  if (pages !== undefined && elements !== undefined) note("elements", "unknown-member");
  if (pages === undefined) walkElements(elements ?? [], { path: "elements", block: "", depth: 1 }, { found, note });
  else if (!Array.isArray(pages)) note("pages", "not-a-list");
  else if (pages.length > mostPages) note("pages", "too-many");
  else for (const [place, page] of pages.entries()) walkPage(page, `pages[${place}]`, { found, note });
  return found;
}

interface Walk {
  readonly found: FoundElement[];
  readonly note: Note;
}

function walkPage(page: unknown, path: string, walk: Walk): void {
  object(pageMembers)({ value: page, path, note: walk.note });
  if (isObject(page)) walkElements(page["elements"] ?? [], { path: `${path}.elements`, block: "", depth: 1 }, walk);
}

interface Where {
  readonly path: string;
  readonly block: string;
  readonly depth: number;
}

function walkElements(elements: unknown, { path, block, depth }: Where, walk: Walk): void {
  const { found, note } = walk;
  if (!Array.isArray(elements)) note(path, "not-a-list");
  else if (depth > mostDepth) note(path, "too-large");
  else if (found.length + elements.length > mostElements) note(path, "too-many");
  else
    for (const [place, element] of elements.entries())
      walkElement(element, { path: `${path}[${place}]`, block, depth }, walk);
}

function walkElement(element: unknown, { path, block, depth }: Where, walk: Walk): void {
  const { found, note } = walk;
  if (!isObject(element)) {
    note(path, "not-an-object");
    return;
  }
  const type = element["type"];
  const members = typeof type === "string" && Object.hasOwn(elementMembers, type) ? elementMembers[type] : undefined;
  if (members === undefined) {
    note(`${path}.type`, "unknown-type");
    return;
  }
  if (block !== "" && (type === "panel" || type === "paneldynamic")) {
    note(`${path}.type`, "unknown-type");
    return;
  }
  object(members)({ value: element, path, note });
  found.push({ element, path, block });
  if (type === "panel")
    walkElements(element["elements"] ?? [], { path: `${path}.elements`, block, depth: depth + 1 }, walk);
  if (type === "paneldynamic") {
    const inner = { path: `${path}.templateElements`, block: path, depth: depth + 1 };
    walkElements(element["templateElements"] ?? [], inner, walk);
  }
}
