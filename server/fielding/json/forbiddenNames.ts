const prototypeNames = new Set([...Object.getOwnPropertyNames(Object.prototype), "prototype"]);

/** Whether a name would reach the object prototype, or mean an operator to a database, when used as a key. */
export function isForbiddenName(name: string): boolean {
  return prototypeNames.has(name) || name.startsWith("$");
}
