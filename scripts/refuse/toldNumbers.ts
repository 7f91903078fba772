import type { Estimate } from "../../stats/estimate.ts";
import { isUncertain, leadsTo, type PublishedNumber } from "./otherCounts.ts";
import type { Row, ShownNumber } from "./publicStudy.ts";

/** The districts of the file of attacks. */
export const districts = ["north", "south", "east", "west"];

/** A number by one of the words before it. */
export function estimateOf(numbers: readonly ShownNumber[], name: string): Estimate | undefined {
  return numbers.find(({ words }) => words.includes(name))?.estimate;
}

/** A shown share as what it tells of counts: those who gave the answer, and the others. */
export function shownAs(
  estimate: Estimate | undefined,
  answered: readonly number[],
  others: readonly number[],
): PublishedNumber[] {
  if (estimate?.kind !== "estimate") return [];
  return [{ of: [...answered, ...others], answered, n: estimate.n, share: estimate.value }];
}

/** Of a shown number how many it is of. */
function countShown(estimate: Estimate | undefined, of: readonly number[]): PublishedNumber[] {
  return estimate?.kind === "estimate" ? [{ of, n: estimate.n, share: null }] : [];
}

/**
 * What somebody can find out who knows all that is published.
 *
 * @param apart by how much each hidden count has to stay open: 3, or where it is of fewer people as many as they are.
 */
export function toldFault(
  counts: readonly number[],
  published: readonly PublishedNumber[],
  { hidden, apart }: { readonly hidden: readonly (readonly number[])[]; readonly apart?: number },
): string | null {
  const wrong = published.find((each) => !leadsTo(counts, each));
  if (wrong !== undefined) return `the counts do not lead to what is published: ${JSON.stringify(wrong)}`;
  const told = hidden.find((places) => !isUncertain(counts, published, { hidden: places, apart }));
  return told === undefined ? null : `the count at ${told.join(" and ")} can be worked out`;
}

/** How many there are in all, as a methods box has it. */
export function everyone(counts: readonly number[]): PublishedNumber {
  const all = counts.reduce((sum, count) => sum + count, 0);
  return { of: [...counts.keys()], n: 5 * Math.floor(all / 5 + 0.5), share: null };
}

const trusts = ["low", "mid", "high"];
const labels: Readonly<Record<string, string>> = { low: "Little", mid: "Some", high: "Much" };

/** The cells of the table of districts by trust, with how many there are of each and what is published of them. */
export function tableOfTrust(people: readonly Row[]) {
  const cells = districts.flatMap((district) => trusts.map((trust) => ({ district, trust })));
  const counts = cells.map(
    (cell) => people.filter((row) => row["district"] === cell.district && row["trust"] === cell.trust).length,
  );
  const placesOf = (isIn: (cell: { district: string; trust: string }) => boolean): number[] =>
    [...cells.entries()].flatMap(([place, cell]) => (isIn(cell) ? [place] : []));
  return {
    counts,
    publishedIn: (numbers: readonly ShownNumber[]): PublishedNumber[] => [
      everyone(counts),
      ...countShown(estimateOf(numbers, "All"), [...cells.keys()]),
      ...districts.flatMap((name) =>
        countShown(
          estimateOf(numbers, name),
          placesOf(({ district }) => district === name),
        ),
      ),
      ...trusts.flatMap((name) =>
        countShown(
          estimateOf(numbers, labels[name] ?? ""),
          placesOf(({ trust }) => trust === name),
        ),
      ),
      ...cells.flatMap(({ district, trust }, place) =>
        countShown(estimateOf(numbers, `${district} · ${labels[trust] ?? ""}`), [place]),
      ),
    ],
    /** What can be found out of the cells that are not published; `null` for nothing. */
    fault(published: readonly PublishedNumber[]): string | null {
      const isShown = (place: number): boolean => published.some(({ of }) => of.length === 1 && of[0] === place);
      const hidden = counts.flatMap((count, place) => (count > 0 && !isShown(place) ? [[place]] : []));
      return hidden.length === 0 ? "no cell is hidden" : toldFault(counts, published, { hidden });
    },
  };
}

/** Counts in each district of those who trust much, and of the others; and what numbers by district tell of them. */
export function trustedIn(people: readonly Row[]) {
  const counts = districts.flatMap((district) => {
    const there = people.filter((row) => row["district"] === district);
    const answered = there.filter((row) => row["trust"] === "high").length;
    return [answered, there.length - answered];
  });
  return {
    counts,
    publishedIn: (numbers: readonly ShownNumber[]): PublishedNumber[] =>
      districts.flatMap((district, place) => shownAs(estimateOf(numbers, district), [2 * place], [2 * place + 1])),
  };
}
