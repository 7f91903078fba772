import type { Translated } from "../../../surveys/language.ts";
import { isForbiddenName } from "./forbiddenNames.ts";
import { Problem } from "../../problem.ts";

/** How deep a JSON text may nest, and how many members and items it may have in all. */
export interface JsonLimits {
  readonly depth: number;
  readonly members: number;
}

/** An object or list that the scan is inside of. */
interface Open {
  readonly keys: Set<string> | null;
  key: string;
  items: number;
  expectsKey: boolean;
}

const longestKey = 200;

/**
 * Looks through a JSON text for what must not be parsed; says nothing about the rest of its grammar.
 *
 * @throws {Problem} naming the field by its path.
 */
export function scanJson(text: string, limits: JsonLimits): void {
  const open: Open[] = [];
  let members = 0;
  let at = 0;
  while (at < text.length) {
    const sign = text.charCodeAt(at);
    if (sign === quote) {
      const end = endOfString(text, at);
      checkString(text.slice(at, end), open);
      at = end;
      continue;
    }
    if (sign === openBrace || sign === openBracket) {
      if (open.length >= limits.depth) throw tooLarge(open, "too-deep", tooDeep);
      open.push({ keys: sign === openBrace ? new Set() : null, key: "", items: 0, expectsKey: sign === openBrace });
    } else if (sign === closeBrace || sign === closeBracket) open.pop();
    else if (sign === comma || sign === colon) {
      members += 1;
      if (members > limits.members) throw tooLarge(open, "too-many", tooMany);
      passSign(sign, open.at(-1));
    } else if (sign === minus || (sign >= zero && sign <= nine)) {
      at = endOfNumber(text, at, open);
      continue;
    }
    at += 1;
  }
}

function passSign(sign: number, container: Open | undefined): void {
  if (container === undefined) return;
  container.expectsKey = sign === comma && container.keys !== null;
  if (sign === comma && container.keys === null) container.items += 1;
}

function checkString(literal: string, open: readonly Open[]): void {
  const container = open.at(-1);
  const isKey = container?.expectsKey === true;
  if (isKey && literal.length > longestKey) throw tooLarge(open, "key-too-long", keyTooLong);
  if (isKey || literal.includes("\\u")) {
    const value = unescaped(literal, open);
    if (isKey) {
      checkKey(value, open);
      container.key = value;
      container.expectsKey = false;
    }
    if (value.includes("\u0000")) throw malformed(open, "nul-character", nul);
    if (!value.isWellFormed()) throw malformed(open, "broken-character", surrogate);
  }
}

function checkKey(key: string, open: readonly Open[]): void {
  const container = open.at(-1);
  const here = (code: string, message: Translated): Problem =>
    new Problem("malformed-request", [{ field: [...path(open.slice(0, -1)), key].join("."), code, message }]);
  if (key.includes("\u0000")) throw here("nul-character", nul);
  if (isForbiddenName(key)) throw here("forbidden-name", forbidden);
  if (container?.keys?.has(key) === true) throw here("repeated-name", repeated);
  container?.keys?.add(key);
}

function unescaped(literal: string, open: readonly Open[]): string {
  try {
    return String(JSON.parse(literal));
  } catch {
    throw malformed(open, "not-json", { "zh-CN": "内容不是正确的 JSON", en: "This is not well-formed JSON" });
  }
}

/** Where the string that begins at `start` ends: behind its closing quote, or at the end of the text. */
function endOfString(text: string, start: number): number {
  let at = start + 1;
  while (at < text.length) {
    const sign = text.charCodeAt(at);
    if (sign === backslash) at += 2;
    else if (sign === quote) return at + 1;
    else at += 1;
  }
  return text.length;
}

function endOfNumber(text: string, start: number, open: readonly Open[]): number {
  let at = start + 1;
  while (at < text.length && /[\d.eE+-]/.test(text.charAt(at))) at += 1;
  if (!Number.isFinite(Number(text.slice(start, at)))) throw malformed(open, "number-out-of-range", number);
  return at;
}

function path(open: readonly Open[]): string[] {
  return open.map(({ keys, key, items }) => (keys === null ? String(items) : key));
}

function malformed(open: readonly Open[], code: string, message: Translated): Problem {
  return new Problem("malformed-request", [{ field: path(open).join(".") || "body", code, message }]);
}

/** What is too deep or too long is named by where it begins. */
function tooLarge(open: readonly Open[], code: string, message: Translated): Problem {
  return malformed(open.slice(0, 3), code, message);
}

const [quote, backslash, comma, colon, minus, zero, nine] = [0x22, 0x5c, 0x2c, 0x3a, 0x2d, 0x30, 0x39];
const [openBrace, closeBrace, openBracket, closeBracket] = [0x7b, 0x7d, 0x5b, 0x5d];

const tooDeep: Translated = { "zh-CN": "嵌套层数太多", en: "This nests too deeply" };
const tooMany: Translated = { "zh-CN": "内容项太多", en: "This has too many members" };
const keyTooLong: Translated = { "zh-CN": "字段名太长", en: "A name is too long" };
const forbidden: Translated = { "zh-CN": "不允许使用这个字段名", en: "This name is not allowed" };
const repeated: Translated = { "zh-CN": "字段重复出现", en: "This name stands twice" };
const nul: Translated = { "zh-CN": "包含不允许的空字符（NUL）", en: "This holds a NUL character" };
const surrogate: Translated = { "zh-CN": "包含不完整的字符", en: "This holds half of a character" };
const number: Translated = { "zh-CN": "数字太大", en: "This number is too large" };
