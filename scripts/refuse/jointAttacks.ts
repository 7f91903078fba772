import type { PublishedNumber } from "./otherCounts.ts";
import type { Attacked, ShownNumber } from "./publicStudy.ts";
import { districts, everyone, shownAs, tableOfTrust, toldFault, trustedIn } from "./toldNumbers.ts";

const high = { question: "trust", statistic: "share", codes: ["high"] };
const aged = (from: number, to: number) => ({ kind: "number", variable: "age", from, to });

/** All in one figure, and the districts in another, of which one is hidden. */
export async function complementAcross({ fewInWest: open }: Attacked): Promise<string | null> {
  const all = await open.numbersOf(await open.publicFigure({ kind: "bars", request: high }));
  const apart = await open.numbersOf(await open.publicFigure({ kind: "dots", request: { ...high, by: ["district"] } }));
  const { counts, publishedIn } = trustedIn(open.people);
  const places = [...counts.keys()];
  const published = [
    everyone(counts),
    ...publishedIn(apart),
    ...all.flatMap(({ estimate }) =>
      shownAs(
        estimate,
        places.filter((place) => place % 2 === 0),
        places.filter((place) => place % 2 === 1),
      ),
    ),
  ];
  if (published.length < 3) return `hardly anything is shown: ${JSON.stringify(published)}`;
  const west = districts.indexOf("west") * 2;
  return toldFault(counts, published, { hidden: [[west], [west, west + 1]] });
}

/** All in one figure, and all but the oldest in another; then all once more, when three further people have answered. */
export async function allButOne({ onceEach: open }: Attacked): Promise<string | null> {
  const numbersOf = async (filter?: object): Promise<ShownNumber[]> =>
    open.numbersOf(await open.publicFigure({ kind: "bars", request: { ...high, ...(filter && { filter }) } }));
  const [all, younger] = [await numbersOf(), await numbersOf(aged(0, 89))];
  if (all[0]?.estimate.kind !== "estimate") return "all are not shown";
  const oldest = open.people.filter((row) => Number(row["age"]) >= 90);
  const others = open.people.filter((row) => Number(row["age"]) < 90);
  const fault = toldApart(
    [oldest, others],
    [
      { numbers: all, of: [0, 1] },
      { numbers: younger, of: [1] },
    ],
  );
  if (fault !== null) return fault;
  const further = [
    { district: "south", trust: "high", age: 30 },
    { district: "north", trust: "low", age: 31 },
    { district: "south", trust: "high", age: 32 },
  ];
  for (const row of further) await open.answer(row);
  const later = await numbersOf(aged(0, 110));
  return toldApart(
    [further, open.people],
    [
      { numbers: all, of: [1] },
      { numbers: later, of: [0, 1] },
    ],
  );
}

/** Two questions, each by itself in a figure, and in a third as a table. */
export async function crossTablesAcross({ fewInWest: open }: Attacked): Promise<string | null> {
  const table = tableOfTrust(open.people);
  const published: PublishedNumber[] = [];
  for (const by of [["district"], ["trust"], ["district", "trust"]]) {
    const request = { question: "evacuated", statistic: "share", codes: [true], by };
    published.push(...table.publishedIn(await open.numbersOf(await open.publicFigure({ kind: "dots", request }))));
  }
  return table.fault(published);
}

/** What numbers of groups tell of the first of them, of whom each could have said either. */
function toldApart(
  groups: readonly (readonly Readonly<Record<string, unknown>>[])[],
  shown: readonly { readonly numbers: readonly ShownNumber[]; readonly of: readonly number[] }[],
): string | null {
  const counts = groups.flatMap((people) => {
    const answered = people.filter((row) => row["trust"] === "high").length;
    return [answered, people.length - answered];
  });
  const published = shown.flatMap(({ numbers, of }) =>
    numbers.flatMap(({ estimate }) =>
      shownAs(
        estimate,
        of.map((group) => 2 * group),
        of.map((group) => 2 * group + 1),
      ),
    ),
  );
  return toldFault(counts, published, { hidden: [[0]], apart: Math.min(3, groups[0]?.length ?? 0) });
}
