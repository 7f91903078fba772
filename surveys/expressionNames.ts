/** The names in braces that a SurveyJS expression reads, as they are written: `sources.tv`, `contacts[0].who`. */
export function namesIn(expression: string): string[] {
  return [...expression.matchAll(/\{([^}]*)\}/g)].map(([, name = ""]) => name.trim());
}

/** The question that a name is of: its own, without a part, a row, or the ending of the words beside "other". */
export function questionNameOf(name: string): string {
  return (name.split(/[.[]/, 1)[0] ?? "").replace(/-Comment$/, "");
}
