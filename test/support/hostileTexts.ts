import { readFileSync } from "node:fs";

const corpus = JSON.parse(readFileSync(new URL("corpus/c-open-text.json", import.meta.url), "utf8")) as {
  readonly cases: readonly { readonly text?: string }[];
};

/** Texts that did harm elsewhere, for titles and notes: those of the corpus of open texts, and of drawings. */
export const hostileTexts: readonly string[] = [
  ...corpus.cases.flatMap(({ text }) => text ?? []),
  "<script>alert(1)</script>",
  '"><img src=x onerror=alert(1)>',
  "<svg onload=alert(1)>",
  "</title><script>alert(1)</script>",
  "</style><script>alert(1)</script>",
  "]]><script>alert(1)</script>",
  "' onmouseover='alert(1)",
  "javascript:alert(1)",
  "<xmp><p title='</xmp><img src=x onerror=alert(1)>'>",
  "{{constructor.constructor('alert(1)')()}}",
  "$& $' $` $1 %s %n",
  '=HYPERLINK("http://evil.example")',
  "\u202eabc\u202c \u2066x\u2069",
  "a\u0000b\u0008c\ufffe",
  "\ud800 lone",
  "👩‍👩‍👧‍👦 𠀀 ﷽",
  "Z\u0351\u0351\u0351\u0351\u0351algo",
  "word".repeat(40),
  "字".repeat(120),
  "&lt;b&gt; &amp;amp; &#x3c;",
  "--><!--",
];
