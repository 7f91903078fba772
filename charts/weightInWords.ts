import type { WeightUsed } from "../server/weighting/weightingApi.ts";
import type { Language } from "../surveys/language.ts";
import { methodWords } from "./methodWords.ts";

/** Which weights: a scheme's with its version, since these change, or those that a run would make. */
export function weightInWords(weight: WeightUsed | "preview", language: Language): string {
  if (weight === "none" || weight === "given" || weight === "preview") return methodWords[weight][language];
  const [scheme = "", version = ""] = weight.slice("scheme:".length).split("@");
  return `${methodWords.weight[language]}: ${scheme}, ${methodWords.version[language]} ${version}`;
}
