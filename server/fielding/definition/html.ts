import { Parser } from "htmlparser2";
import type { DefinitionFaultKind } from "./definitionFaults.ts";

/** Elements that structure a text, and do nothing else. None may carry an attribute. */
const allowed = new Set([
  "p",
  "br",
  "strong",
  "em",
  "b",
  "i",
  "u",
  "ul",
  "ol",
  "li",
  "h2",
  "h3",
  "h4",
  "blockquote",
  "span",
]);

/** What is wrong with HTML for the reader; `null` when nothing is. */
export function checkHtml(content: string): DefinitionFaultKind | null {
  const faults: "forbidden-markup"[] = [];
  const refuse = (): void => {
    faults.push("forbidden-markup");
  };
  const parser = new Parser({
    onopentag(name, attributes) {
      if (!allowed.has(name) || Object.keys(attributes).length > 0) refuse();
    },
    oncomment: refuse,
    onprocessinginstruction: refuse,
    oncdatastart: refuse,
  });
  parser.end(content);
  return faults[0] ?? (/\{[^}]*\}/.test(content) ? "piping" : null);
}
