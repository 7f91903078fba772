/** A piece of HTML that is safe to put into a page. */
export interface Html {
  readonly html: string;
}

type Part = Html | string | number | false | null | readonly Html[];

/** Writes HTML: what is put in is text and escaped, unless it is HTML already. */
export function html(pieces: TemplateStringsArray, ...parts: readonly Part[]): Html {
  return {
    html: pieces.map((piece, place) => piece + (place < parts.length ? written(parts[place] ?? null) : "")).join(""),
  };
}

/** Takes a text for HTML. Only for what has passed the definition check's allow-list. */
export function checkedHtml(content: string): Html {
  return { html: content };
}

function written(part: Part): string {
  if (part === false || part === null) return "";
  if (typeof part === "string" || typeof part === "number") return escaped(String(part));
  return Array.isArray(part) ? (part as readonly Html[]).map((piece) => piece.html).join("") : (part as Html).html;
}

const escapes: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&#39;",
};

function escaped(text: string): string {
  return text.replace(/[&<>"']/g, (sign) => escapes[sign] ?? sign);
}
