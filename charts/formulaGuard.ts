/** White space and characters without a width, behind which a spreadsheet still finds a formula's first character. */
const invisible =
  "[\\u0000-\\u0020\\u0085\\u00a0\\u00ad\\u061c\\u115f\\u1160\\u1680\\u17b4\\u17b5\\u180b-\\u180e\\u2000-\\u200f\\u2028-\\u202f\\u205f-\\u206f\\u3000\\u3164\\ufe00-\\ufe0f\\ufeff\\uffa0]*";
const formula = new RegExp(`^'*(?:[\\t\\r\\n\\u0000]|${invisible}[=+\\-@＝＋－＠])`, "u");

/**
 * Puts one apostrophe before a text that a spreadsheet would take for a formula, or would after an apostrophe is taken
 * away; changes nothing else. So a text in which apostrophes alone stand before such a beginning has one too many, and
 * taking it away gives the text back.
 */
export function guarded(text: string): string {
  return formula.test(text) ? `'${text}` : text;
}
