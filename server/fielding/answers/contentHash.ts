import { hash } from "node:crypto";

/**
 * SHA-256, in lower-case hexadecimal, of a JSON value in canonical form: the order of members makes no difference, the
 * order of items does.
 */
export function contentHash(value: unknown): string {
  return hash("sha256", canonical(value), "hex");
}

function canonical(value: unknown): string {
  if (typeof value !== "object" || value === null) return JSON.stringify(value);
  if (Array.isArray(value)) return `[${value.map(canonical).join(",")}]`;
  const members = value as Readonly<Record<string, unknown>>;
  let text = "";
  for (const name of Object.keys(members).sort()) {
    const member = members[name];
    if (member !== undefined) text += `${text === "" ? "" : ","}${JSON.stringify(name)}:${canonical(member)}`;
  }
  return `{${text}}`;
}
