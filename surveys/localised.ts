import type { LocalisedText } from "./definition.ts";
import type { Language } from "./language.ts";

/** A definition's text in a language of the product; where it has none of its own, the default, which is Chinese. */
export function inLanguage(text: LocalisedText, language: Language): string {
  if (typeof text === "string") return text;
  const chinese = text["zh-cn"] ?? text["default"] ?? Object.values(text)[0] ?? "";
  return language === "en" ? (text["en"] ?? chinese) : chinese;
}
