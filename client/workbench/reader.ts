import { createContext } from "preact";
import { useContext, useEffect, useState } from "preact/hooks";
import type { Reader } from "../../charts/figure.ts";
import { languages, type Language, type Translated } from "../../surveys/language.ts";
import { inLanguage } from "../../surveys/localised.ts";
import { textsIn, type Texts } from "./texts.ts";

/** Who looks at the page, and its words for them. */
export interface PageReader extends Reader {
  readonly texts: Texts;
  readonly changeLanguage: (language: Language) => void;
}

const ReaderContext = createContext<PageReader>(readerOf("zh-CN", () => undefined));

/** Hands the reader to everything inside. */
export const ReaderProvider = ReaderContext.Provider;

/** Who looks at the page. */
export function useReader(): PageReader {
  return useContext(ReaderContext);
}

/** The words of a view, from its own table. */
export function useWords<Name extends string>(table: Readonly<Record<Name, Translated>>): (name: Name) => string {
  const { language } = useReader();
  return (name) => table[name][language];
}

const setting = "dingxin-language";

/** The reader as this browser remembers them; at first, the first of the browser's languages that is one of ours. */
export function useRememberedReader(): PageReader {
  const [language, setLanguage] = useState(rememberedLanguage);
  useEffect(() => {
    document.documentElement.lang = language;
  }, [language]);
  return readerOf(language, (chosen) => {
    remember(chosen);
    setLanguage(chosen);
  });
}

function readerOf(language: Language, changeLanguage: (language: Language) => void): PageReader {
  return { language, read: (text) => inLanguage(text, language), texts: textsIn(language), changeLanguage };
}

function rememberedLanguage(): Language {
  let kept: string | null = null;
  try {
    kept = localStorage.getItem(setting);
  } catch {
    // A browser may keep nothing for us; its own language serves.
  }
  const known = languages.find((language) => language === kept);
  return known ?? (navigator.language.startsWith("en") ? "en" : "zh-CN");
}

function remember(language: Language): void {
  try {
    localStorage.setItem(setting, language);
  } catch {
    // The choice then lasts as long as the page.
  }
}
