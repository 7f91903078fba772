import type { Request } from "express";
import { languages, type Language } from "../../surveys/language.ts";

/**
 * The language to answer in: `?lang=` if it names one of ours, else the first of the browser's that is, else Chinese.
 */
export function languageOf(request: Request): Language {
  const asked = request.query["lang"];
  const chosen = languages.find((language) => language === asked);
  if (chosen !== undefined) return chosen;
  const accepted = request.acceptsLanguages("zh-CN", "zh", "en");
  return accepted === "en" ? "en" : "zh-CN";
}
