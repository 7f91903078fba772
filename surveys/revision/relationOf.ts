import type { ChangeKind, DeclaredChange } from "./definitionChange.ts";

/** Changes that leave what is asked, of whom and with which answers as it was. */
const wordingOnly = new Set<ChangeKind>(["reworded", "part-reworded", "presentation-changed"]);

/** How a version relates to the one before it, from what was said of each change: one break is a break of the version. */
export function relationOf(changes: readonly DeclaredChange[]): "same" | "changed" | "broken" {
  if (changes.some(({ declared }) => declared === "break")) return "broken";
  return changes.every(({ kind }) => wordingOnly.has(kind)) ? "same" : "changed";
}
