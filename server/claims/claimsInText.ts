import type { Translated } from "../../surveys/language.ts";
import { isFigureName } from "../figures/figureNames.ts";
import { Problem, type FieldFault } from "../problem.ts";
import type { SaidClaim } from "./claimsApi.ts";

/** What a text with claims is written with. */
export interface ClaimsWritten {
  /** In Markdown a claim's words are a link to its page; in plain text the address stands behind them. */
  readonly form: "markdown" | "plain";
  /** Address of the service, without a slash at its end. */
  readonly origin: string;
  /**
   * What a claim says in the language of the text.
   *
   * @throws {Problem} for one that cannot be said.
   */
  readonly said: (id: string) => Promise<SaidClaim>;
}

/** Whatever stands between `{{claim:` and `}}` on a line, with where the whole begins. */
export interface ClaimMarker {
  readonly whole: string;
  readonly index: number;
  /** As written: it need not be a name. */
  readonly id: string;
  /** What is wanted of the claim, `null` for a form there is not. */
  readonly wants: "words" | "value" | null;
}

const marker = /\{\{[^\S\n]*claim[^\S\n]*:([^{}\n]{0,200})\}\}/g;

/** The markers of a text in their order. */
export function claimMarkers(text: string): ClaimMarker[] {
  return [...text.matchAll(marker)].map(({ 0: whole, 1: inside = "", index }) => {
    const [id = "", form = "words", ...more] = inside.split("|").map((part) => part.trim());
    const wants = more.length === 0 && (form === "words" || form === "value") ? form : null;
    return { whole, index, id, wants };
  });
}

/**
 * Puts what claims say in the place of `{{claim:ID}}`, and the number alone in that of `{{claim:ID|value}}`.
 *
 * @throws {Problem} `invalid-claims` with a fault for each marker that cannot be filled, naming its claim, and as `field`
 *   its place as `line 3, column 14`, both counted from 1.
 */
export async function claimsInText(text: string, written: ClaimsWritten): Promise<string> {
  const faults: FieldFault[] = [];
  let result = "";
  let behind = 0;
  for (const { whole, index, id, wants } of claimMarkers(text)) {
    result += text.slice(behind, index);
    behind = index + whole.length;
    const claim = wants === null ? unknownForm(id) : await saidOrFault(id, written);
    if ("code" in claim) faults.push({ field: placeIn(text, index), ...claim });
    else result += wants === "value" ? escaped(claim.value, written) : withAddress(claim, written);
  }
  if (faults.length > 0) throw new Problem("invalid-claims", faults);
  return result + text.slice(behind);
}

type Fault = Omit<FieldFault, "field">;

async function saidOrFault(id: string, { said }: ClaimsWritten): Promise<SaidClaim | Fault> {
  if (!isFigureName(id)) return unknownClaim(id);
  try {
    return await said(id);
  } catch (error) {
    if (!(error instanceof Problem)) throw error;
    if (error.problem === "not-found") return unknownClaim(id);
    return { code: error.problem, message: named(id, { "zh-CN": "已撤回，不能引用", en: "was withdrawn" }) };
  }
}

function unknownClaim(id: string): Fault {
  return {
    code: "unknown-claim",
    message: named(id, { "zh-CN": "不存在或没有公开", en: "does not exist, or is not public" }),
  };
}

function unknownForm(id: string): Fault {
  return {
    code: "unknown-form",
    message: named(id, {
      "zh-CN": "写法只有 {{claim:ID}} 和 {{claim:ID|value}}",
      en: "is written as {{claim:ID}} or {{claim:ID|value}}",
    }),
  };
}

function named(id: string, words: Translated): Translated {
  const short = id.length <= 40 ? id : `${id.slice(0, 39)}…`;
  return { "zh-CN": `可核数字“${short}”${words["zh-CN"]}`, en: `The claim “${short}” ${words.en}` };
}

function placeIn(text: string, index: number): string {
  const before = text.slice(0, index).split("\n");
  return `line ${before.length}, column ${(before.at(-1)?.length ?? 0) + 1}`;
}

function withAddress({ words, address }: SaidClaim, written: ClaimsWritten): string {
  const shown = escaped(words, written);
  return written.form === "markdown"
    ? `[${shown}](${written.origin}${address})`
    : `${shown} ${written.origin}${address}`;
}

/** In Markdown `>99.9%` would begin a quotation, `+1.2` a list. */
function escaped(text: string, { form }: ClaimsWritten): string {
  return form === "markdown" ? text.replaceAll(/[\\`*_[\]<>+]/g, "\\$&") : text;
}
