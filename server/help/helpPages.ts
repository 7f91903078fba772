import { readFileSync } from "node:fs";
import { posix } from "node:path";
import { fileURLToPath } from "node:url";
import MarkdownIt from "markdown-it";
import { chineseSummaries } from "./chineseSummaries.ts";

/** A page of the documents, as it is read. */
export interface HelpPage {
  readonly title: string;
  /** What stands below the title; made of our own Markdown, in which HTML is only text. */
  readonly html: string;
}

/** Pages by name: `methods/trends`. */
export type HelpPages = ReadonlyMap<string, HelpPage>;

const folder = new URL("../../docs/", import.meta.url);

/** Reads the pages that researchers are shown, and makes HTML of them; formulas stay the plain text that they are. */
export function readHelpPages(): HelpPages {
  return new Map(
    Object.keys(chineseSummaries).map((name) => {
      const markdown = readFileSync(fileURLToPath(new URL(`${name}.md`, folder)), "utf8");
      const [heading = "", ...rest] = markdown.split("\n");
      return [name, { title: heading.replace(/^#\s+/, ""), html: htmlOf(rest.join("\n"), name) }];
    }),
  );
}

/** Where a page is served. */
export function addressOfPage(name: string): string {
  return `/help/${name}`;
}

/** A page's Markdown as HTML. Its links lead to pages that are served, and else are only words. */
function htmlOf(text: string, name: string): string {
  const markdown = new MarkdownIt({ html: false });
  markdown.core.ruler.push("links", ({ tokens }) => {
    for (const inline of tokens) {
      let isOpen = false;
      for (const token of inline.children ?? []) {
        if (token.type === "link_open") {
          const address = addressOfLink(String(token.attrGet("href") ?? ""), name);
          isOpen = address !== null;
          if (address !== null) token.attrSet("href", address);
        }
        if (token.type === "link_open" || token.type === "link_close") token.hidden = !isOpen;
      }
    }
  });
  const { rules } = markdown.renderer;
  // What is wider than the page is scrolled, also by keyboard.
  rules["table_open"] = () => '<div class="table-frame" tabindex="0"><table>\n';
  rules["table_close"] = () => "</table></div>\n";
  return markdown.render(text).replaceAll("<pre>", '<pre tabindex="0">');
}

/** The address of what a page links to; `null` for a document that is not served. */
function addressOfLink(href: string, from: string): string | null {
  if (/^(?:https?:|#)/.test(href)) return href;
  const [path = "", anchor] = href.split("#");
  const target = posix.join(posix.dirname(from), path).replace(/\.md$/, "");
  if (!Object.hasOwn(chineseSummaries, target)) return null;
  return addressOfPage(target) + (anchor === undefined ? "" : `#${anchor}`);
}
