import type { Strip } from "./sheet.ts";

/** Strips in groups that no end of a page divides: each with those that it keeps with, as far as `mostPx` holds them. */
export function keptTogether(strips: readonly Strip[], mostPx: number): Strip[][] {
  const groups: Strip[][] = [];
  let height = 0;
  let isOpen = false;
  for (const strip of strips) {
    const last = groups.at(-1);
    if (last !== undefined && isOpen && height + strip.before + strip.heightPx <= mostPx) {
      last.push(strip);
      height += strip.before + strip.heightPx;
    } else {
      groups.push([strip]);
      height = strip.heightPx;
    }
    isOpen = strip.keepsNext;
  }
  return groups;
}

/** Groups by pages of a height; one that is higher has a page to itself. */
export function paginated(groups: readonly (readonly Strip[])[], heightPx: number): Strip[][] {
  const pages: Strip[][] = [[]];
  let used = 0;
  for (const group of groups) {
    const height = heightOf(group);
    const { before = 0, header = null } = group[0] ?? {};
    if (used > 0 && used + before + height > heightPx) {
      pages.push([]);
      used = 0;
      // The header of a table stands again above the rows that come over.
      if (header !== null) {
        pages.at(-1)?.push(header);
        used = header.heightPx;
      }
    }
    const current = pages.at(-1) ?? [];
    used += height + (current.length === 0 ? 0 : before);
    current.push(...group);
  }
  return pages;
}

/** Without the space before the first. */
export function heightOf(strips: readonly Strip[]): number {
  return strips.reduce((sum, { heightPx, before }, place) => sum + heightPx + (place === 0 ? 0 : before), 0);
}
