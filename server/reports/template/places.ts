import type { Place } from "./template.ts";

/** Finds where things stand in a text. */
export type Places = ReturnType<typeof createPlaces>;

/** Makes what finds where things stand in a text that is read from its beginning to its end. */
export function createPlaces(text: string) {
  const starts = [0];
  for (let at = text.indexOf("\n"); at >= 0; at = text.indexOf("\n", at + 1)) starts.push(at + 1);
  let readTo = 0;
  return {
    /**
     * The next place of `what` behind all that was found before.
     *
     * @param lines the first line it can stand on and the one behind the last, from 0.
     */
    of(what: string, lines: readonly [number, number] | null): Place {
      const first = lines?.[0] ?? 0;
      const found = text.indexOf(what, Math.max(readTo, starts[first] ?? 0));
      if (found < 0) return { line: first + 1, column: 1 };
      readTo = found + what.length;
      let line = first;
      while ((starts[line + 1] ?? Infinity) <= found) line += 1;
      return { line: line + 1, column: found - (starts[line] ?? 0) + 1 };
    },
  };
}
