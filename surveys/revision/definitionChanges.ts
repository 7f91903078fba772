import type { CodedValue } from "../codebook/codebook.ts";
import type { Definition, LocalisedText } from "../definition.ts";
import { languages } from "../language.ts";
import { inLanguage } from "../localised.ts";
import type { ChangeKind, DefinitionChange } from "./definitionChange.ts";
import { kindOfMember } from "./memberKinds.ts";
import { outOfOrder } from "./outOfOrder.ts";
import { pagesByName } from "./pagesByName.ts";
import { holdsElements, offeredParts, placedParts, type PlacedPart } from "./placedParts.ts";

type Members = Readonly<Record<string, unknown>>;
type Note = (kind: ChangeKind, what?: Partial<Omit<DefinitionChange, "change" | "kind">>) => void;

/**
 * How a questionnaire differs from the one before it, by the names of questions and the codes of what they offer: in the
 * order of the newer, what is gone last. Formatting, the order of members and ways to write the same text differ in
 * nothing. A question that was given another name is one removed and one added.
 */
export function definitionChanges(before: Definition, after: Definition): DefinitionChange[] {
  const found: DefinitionChange[] = [];
  const noteOf =
    (part: PlacedPart | null): Note =>
    (kind, what = {}) => {
      const about = { question: part?.name ?? null, title: titleOf(part), member: null, part: null };
      const change = { ...about, before: null, after: null, ...what };
      found.push({ change: [kind, change.question, change.member, change.part].join(":"), kind, ...change });
    };
  const old = new Map(placedParts(before).map((part) => [part.name, part]));
  const now = placedParts(after);
  const names = new Set(now.map(({ name }) => name));
  compareWhole({ before, after }, noteOf(null));
  const moved = outOfOrder(
    [...old.keys()].filter((name) => names.has(name)),
    now.map(({ name }) => name).filter((name) => old.has(name)),
  );
  for (const part of now) {
    const was = old.get(part.name);
    const note = noteOf(part);
    if (was === undefined) note("question-added", { after: titleOf(part) });
    else {
      if (moved.has(part.name)) note("question-moved");
      compareParts(was, part, note);
    }
  }
  for (const part of old.values()) {
    if (!names.has(part.name)) noteOf(part)("question-removed", { before: titleOf(part) });
  }
  const isInBoth = ({ name }: PlacedPart): boolean => old.has(name) && names.has(name);
  const beginnings = [[...old.values()], now].map((parts) => pageBeginnings(parts.filter(isInBoth)));
  if (moved.size === 0 && beginnings[0] !== beginnings[1]) noteOf(null)("pages-changed");
  return found;
}

function titleOf(part: PlacedPart | null): LocalisedText | null {
  return (part?.members["title"] as LocalisedText | undefined) ?? null;
}

function compareWhole({ before, after }: { before: Definition; after: Definition }, note: Note): void {
  compareMembers(before as Members, after as Members, note);
  const oldPages = new Map(pagesByName(before));
  for (const [part, page] of pagesByName(after)) {
    const was = oldPages.get(part);
    if (was !== undefined)
      compareMembers(was, page, (kind, what) => {
        note(kind, { ...what, part });
      });
  }
  const instruments = new Set([...Object.keys(before.instruments ?? {}), ...Object.keys(after.instruments ?? {})]);
  for (const part of instruments) {
    const [was, is] = [before, after].map((definition) => definition.instruments?.[part]?.join(", ") ?? null);
    if (was !== is) note("scale-changed", { part, before: was ?? null, after: is ?? null });
  }
}

function compareParts(was: PlacedPart, is: PlacedPart, note: Note): void {
  const { type } = was.members;
  if (type !== is.members["type"])
    note("type-changed", { member: "type", before: String(type), after: String(is.members["type"]) });
  const conditions = [was, is].map((part) => part.conditions.join(" and "));
  const [before = "", after = ""] = conditions;
  if (before !== after)
    note("asked-changed", {
      member: "visibleIf",
      before: before === "" ? null : before,
      after: after === "" ? null : after,
    });
  compareMembers(was.members, is.members, note);
  compareOffered(was.members, is.members, note);
}

function compareMembers(was: Members, is: Members, note: Note): void {
  for (const member of new Set([...Object.keys(is), ...Object.keys(was)])) {
    const kind = kindOfMember(member);
    const isApart = holdsElements(is["type"], member) || isOffered(is[member] ?? was[member], member);
    if (kind === null || isApart || isSame(was[member], is[member], kind)) continue;
    const written = kind === "reworded" ? asText : asWritten;
    note(kind, { member, before: written(was[member]), after: written(is[member]) });
  }
}

/** A long text has rows too, but as a number. */
function isOffered(value: unknown, member: string): boolean {
  return (member === "rows" || member === "columns") && Array.isArray(value);
}

function isSame(was: unknown, is: unknown, kind: ChangeKind): boolean {
  return kind === "reworded" ? isSameText(asText(was), asText(is)) : asWritten(was) === asWritten(is);
}

function compareOffered(was: Members, is: Members, note: Note): void {
  const [before, after] = [offeredParts(was), offeredParts(is)];
  for (const member of new Set([...Object.keys(after), ...Object.keys(before)])) {
    const [old, now] = [byCode(before[member]), byCode(after[member])];
    for (const [part, label] of now) {
      const formerLabel = old.get(part);
      if (formerLabel === undefined) note("part-added", { member, part, after: label });
      else if (!isSameText(formerLabel, label))
        note("part-reworded", { member, part, before: formerLabel, after: label });
    }
    for (const [part, label] of old) if (!now.has(part)) note("part-removed", { member, part, before: label });
    const [order, newOrder] = [
      [...old.keys()].filter((code) => now.has(code)),
      [...now.keys()].filter((code) => old.has(code)),
    ];
    if (order.join("\n") !== newOrder.join("\n"))
      note("parts-reordered", { member, before: order.join(" · "), after: newOrder.join(" · ") });
  }
}

function byCode(values: readonly CodedValue[] = []): Map<string, LocalisedText> {
  return new Map(values.map(({ code, label }) => [String(code), label]));
}

/** The names with which a new page begins. */
function pageBeginnings(parts: readonly PlacedPart[]): string {
  return parts
    .filter(({ page }, place) => place > 0 && page !== parts[place - 1]?.page)
    .map(({ name }) => name)
    .join("\n");
}

function asText(value: unknown): LocalisedText | null {
  return value === undefined ? null : (value as LocalisedText);
}

function isSameText(was: LocalisedText | null, is: LocalisedText | null): boolean {
  return languages.every((language) => inLanguage(was ?? "", language) === inLanguage(is ?? "", language));
}

/** A value to the letter, whatever the order of its members. */
function asWritten(value: unknown): string | null {
  if (value === undefined) return null;
  return typeof value === "string" ? value : JSON.stringify(value, sortedMembers);
}

function sortedMembers(_: string, value: unknown): unknown {
  if (typeof value !== "object" || value === null || Array.isArray(value)) return value;
  return Object.fromEntries(Object.entries(value).sort(([one], [other]) => (one < other ? -1 : 1)));
}
