import type { Language } from "../../../surveys/language.ts";
import type { TextName } from "../texts.ts";

/** What the languages of a questionnaire are called, among the page's texts. */
export const languageNames = { "zh-CN": "chinese", en: "english" } as const satisfies Record<Language, TextName>;
