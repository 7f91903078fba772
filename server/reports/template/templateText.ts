import type { Token } from "markdown-it";
import { isFigureName } from "../../figures/figureNames.ts";
import { nothingCalled } from "./nothingCalled.ts";
import type { Places } from "./places.ts";
import { placeholderIn } from "./placeholders.ts";
import { dataWords, figureShapes, type TemplateFault, type TemplateRun, type TemplateText } from "./template.ts";

/** How far a template is read. */
export interface TextReading {
  readonly places: Places;
  readonly faults: TemplateFault[];
}

/** The kinds of type that are open. */
interface Style {
  strong: number;
  emphasis: number;
  address: string;
}

/** Reads a line of type; what is wrong in it goes to the faults. */
export function templateText(token: Token | undefined, reading: TextReading): TemplateText {
  const runs: TemplateRun[] = [];
  const style: Style = { strong: 0, emphasis: 0, address: "" };
  for (const child of token?.children ?? []) {
    if (child.type === "placeholder")
      runs.push(...placeholderRuns(child, token?.map ?? null, { reading, isStrong: style.strong > 0 }));
    else if (!changes(style, child)) runs.push(...textRuns(child, style));
  }
  return runs;
}

/** Whether a token begins or ends a kind of type. */
function changes(style: Style, token: Token): boolean {
  switch (token.type) {
    case "strong_open":
    case "strong_close":
      style.strong += token.nesting;
      return true;
    case "em_open":
    case "em_close":
      style.emphasis += token.nesting;
      return true;
    case "link_open": {
      const address = String(token.attrGet("href") ?? "");
      style.address = /^https?:\/\//i.test(address) ? address : "";
      return true;
    }
    case "link_close":
      style.address = "";
      return true;
    default:
      return false;
  }
}

function textRuns({ type, content }: Token, { strong, emphasis, address }: Style): TemplateRun[] {
  const text = type === "softbreak" || type === "hardbreak" ? " " : content;
  if (text === "") return [];
  const look = { isStrong: strong > 0, isEmphasis: emphasis > 0, ...(address !== "" && { address }) };
  return [{ kind: "text", text, ...look }];
}

function placeholderRuns(
  token: Token,
  lines: Token["map"],
  { reading: { places, faults }, isStrong }: { reading: TextReading; isStrong: boolean },
): TemplateRun[] {
  const { name, argument } = placeholderIn(token.content);
  const place = places.of(token.content, lines);
  if (name === "claim") {
    const [claim = "", wants = "words", ...more] = argument.split("|").map((part) => part.trim());
    if (isFigureName(claim) && (wants === "words" || wants === "value") && more.length === 0)
      return [{ kind: "claim", claim, wants, place }];
    faults.push(nothingCalled(argument, { place, code: "unknown-claim" }));
    return [];
  }
  const word = argument === "" ? dataWords.find((each) => each === name) : undefined;
  if (word !== undefined) return [{ kind: "word", word, isStrong }];
  if (standsAlone(name))
    faults.push({
      place,
      code: "stands-alone",
      message: {
        "zh-CN": `{{${name}:…}} 要单独成段`,
        en: `{{${name}:…}} stands in a paragraph of its own`,
      },
    });
  else
    faults.push(
      nothingCalled(name, {
        place,
        code: "unknown-word",
        known: [...dataWords, "figure:", "picture:", "table:", "claim:", "part:"],
      }),
    );
  return [];
}

/** Whether what is called so takes the place of a paragraph. */
export function standsAlone(name: string): boolean {
  return name === "part" || figureShapes.some((each) => each === name);
}
