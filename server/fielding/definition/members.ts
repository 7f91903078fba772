import { checkHtml } from "./html.ts";
import { checkRegex } from "./regexes.ts";
import { isForbiddenName } from "../json/forbiddenNames.ts";
import type { Note } from "./definitionFaults.ts";

/** Where a member's value stands in a definition, and what to do with it. */
export interface Place {
  readonly value: unknown;
  readonly path: string;
  readonly note: Note;
}

/** Checks one member's value. */
export type MemberCheck = (place: Place) => void;

/** The languages a text may be given in; `default` is Chinese. */
const textLanguages = new Set(["default", "zh-cn", "en"]);
const mostTextUnits = 5_000;
const mostCodeUnits = 100;

/** Control characters other than line breaks and tabs. */

const controls = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f]/;
const markup = /<[a-z!/?]/i;

/** A plain object. */
export function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function eachLanguage({ value, path, note }: Place, check: (text: string, path: string) => void): void {
  if (typeof value === "string") {
    check(value, path);
    return;
  }
  if (!isObject(value)) {
    note(path, "not-a-text");
    return;
  }
  for (const [language, text] of Object.entries(value)) {
    const at = `${path}.${language}`;
    if (!textLanguages.has(language)) note(at, "unknown-language");
    else if (typeof text !== "string") note(at, "not-a-text");
    else check(text, at);
  }
}

/** A text in one or more languages, shown as text everywhere: what looks like markup is refused. */
export const text: MemberCheck = (place) => {
  eachLanguage(place, (content, path) => {
    if (content.length > mostTextUnits) place.note(path, "too-large");
    else if (controls.test(content)) place.note(path, "control-character");
    else if (markup.test(content)) place.note(path, "markup");
  });
};

/** HTML for the reader, from a short list of elements. */
export const html: MemberCheck = (place) => {
  eachLanguage(place, (content, path) => {
    if (content.length > mostTextUnits) place.note(path, "too-large");
    else if (controls.test(content)) place.note(path, "control-character");
    else {
      const kind = checkHtml(content);
      if (kind !== null) place.note(path, kind);
    }
  });
};

/** True or false. */
export const flag: MemberCheck = ({ value, path, note }) => {
  if (typeof value !== "boolean") note(path, "not-true-or-false");
};

/** A whole number from `low` to `high`. */
export function whole(low: number, high: number): MemberCheck {
  return ({ value, path, note }) => {
    if (typeof value !== "number" || !Number.isInteger(value) || value < low || value > high)
      note(path, "not-a-number");
  };
}

/** Any finite number. */
export const anyNumber: MemberCheck = ({ value, path, note }) => {
  if (typeof value !== "number" || !Number.isFinite(value)) note(path, "not-a-number");
};

/** A number, or a day of the calendar. */
export const limit: MemberCheck = ({ value, path, note }) => {
  const isDay = typeof value === "string" && /^\d{4}-\d{2}-\d{2}$/.test(value);
  if (!isDay && (typeof value !== "number" || !Number.isFinite(value))) note(path, "not-a-number");
};

/** One of a few words. */
export function word(...words: readonly string[]): MemberCheck {
  return ({ value, path, note }) => {
    if (typeof value !== "string" || !words.includes(value)) note(path, "not-acceptable");
  };
}

/** A pattern that takes time linear in the text, also where it backtracks. */
export const regex: MemberCheck = ({ value, path, note }) => {
  const kind = typeof value === "string" ? checkRegex(value) : "not-a-text";
  if (kind !== null) note(path, kind);
};

/** What is stored for a choice. */
export const code: MemberCheck = ({ value, path, note }) => {
  if (typeof value === "number" ? Number.isFinite(value) : typeof value === "boolean") return;
  if (typeof value !== "string" || value === "" || value.length > mostCodeUnits) note(path, "not-a-code");
  else if (controls.test(value)) note(path, "control-character");
  else if (markup.test(value)) note(path, "markup");
  else if (isForbiddenName(value)) note(path, "reserved-name");
};

/** An object whose members are all among `members`. */
export function object(members: Readonly<Record<string, MemberCheck>>): MemberCheck {
  const known = new Map(Object.entries(members));
  return ({ value, path, note }) => {
    if (!isObject(value)) {
      note(path, "not-an-object");
      return;
    }
    for (const [name, member] of Object.entries(value)) {
      const at = path === "" ? name : `${path}.${name}`;
      const check = known.get(name);
      if (check === undefined) note(at, "unknown-member");
      else check({ value: member, path: at, note });
    }
  };
}

/** A list of at most `most` items. */
export function list(check: MemberCheck, most: number): MemberCheck {
  return ({ value, path, note }) => {
    if (!Array.isArray(value)) note(path, "not-a-list");
    else if (value.length > most) note(path, "too-many");
    else for (const [place, item] of value.entries()) check({ value: item, path: `${path}[${place}]`, note });
  };
}
