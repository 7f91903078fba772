import type MarkdownIt from "markdown-it";

/** What stands between `{{` and `}}`: a name, and behind a colon what of it. */
export interface Placeholder {
  readonly name: string;
  /** Empty where there is no colon. */
  readonly argument: string;
}

const pattern = /\{\{[^{}\n]{0,200}\}\}/y;

/** Teaches a reader of Markdown `{{name}}` and `{{name:argument}}`: tokens of type `placeholder`, `content` as written. */
export function addPlaceholders(markdown: InstanceType<typeof MarkdownIt>): void {
  markdown.inline.ruler.before("emphasis", "placeholder", (state, isSilent) => {
    pattern.lastIndex = state.pos;
    const found = pattern.exec(state.src);
    if (found === null) return false;
    const [whole] = found;
    if (!isSilent) state.push("placeholder", "", 0).content = whole;
    state.pos += whole.length;
    return true;
  });
}

/** What a placeholder says, of its token's content. */
export function placeholderIn(content: string): Placeholder {
  const [name = "", ...rest] = content.slice(2, -2).split(":");
  return { name: name.trim(), argument: rest.join(":").trim() };
}
