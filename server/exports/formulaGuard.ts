/** White space and characters without a width, behind which a spreadsheet still finds a formula's first character. */
const invisible =
  "[\\s\\u00ad\\u061c\\u115f\\u1160\\u17b4\\u17b5\\u180b-\\u180e\\u200b-\\u200f\\u202a-\\u202e\\u2060-\\u206f\\u3164\\ufe00-\\ufe0f\\ufeff\\uffa0\\u0000-\\u001f]*";
const formula = new RegExp(`^(?:[\\t\\r\\n\\u0000]|${invisible}[=+\\-@＝＋－＠])`, "u");

/**
 * Puts one apostrophe before a text that a spreadsheet would take for a formula, and changes nothing else: taking the
 * apostrophe away gives the text back.
 */
export function guarded(text: string): string {
  return formula.test(text) ? `'${text}` : text;
}
