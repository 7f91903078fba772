import type { Definition } from "../definition.ts";
import { pagesOf } from "../questions.ts";

/** The pages of a definition in order, each by its name, or its number from 1 where it has none. */
export function pagesByName(definition: Definition): [string, Readonly<Record<string, unknown>>][] {
  return pagesOf(definition).map((page, place) => [
    page.name ?? String(place + 1),
    page as unknown as Readonly<Record<string, unknown>>,
  ]);
}
