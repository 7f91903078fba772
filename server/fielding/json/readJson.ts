import type { Translated } from "../../../surveys/language.ts";
import { Problem } from "../../problem.ts";
import { scanJson, type JsonLimits } from "./scanJson.ts";

/**
 * The value of a JSON text that came from outside.
 *
 * Refuses what `JSON.parse` lets pass and a program trips over later: broken UTF-8, equal keys in one object, names of
 * the object prototype as keys, NUL, lone surrogates, numbers too large to hold, and more depth or members than
 * `limits` allows. One pass over the text, without recursion, before anything is parsed.
 *
 * @throws {Problem} `malformed-request`, naming the field where one can be told.
 */
export function readJson(bytes: Uint8Array, limits: JsonLimits): unknown {
  const text = decode(bytes);
  scanJson(text, limits);
  try {
    return JSON.parse(text) as unknown;
  } catch {
    throw malformed("body", "not-json", { "zh-CN": "内容不是正确的 JSON", en: "This is not well-formed JSON" });
  }
}

function decode(bytes: Uint8Array): string {
  try {
    return new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    throw malformed("body", "not-utf-8", { "zh-CN": "内容不是 UTF-8 编码", en: "This is not UTF-8" });
  }
}

function malformed(field: string, code: string, message: Translated): Problem {
  return new Problem("malformed-request", [{ field, code, message }]);
}
