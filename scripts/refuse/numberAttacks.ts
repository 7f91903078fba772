import { z } from "zod";
import type { Estimate } from "../../stats/estimate.ts";
import { jsonIn } from "./client.ts";
import { isUncertain, leadsTo, type PublishedNumber } from "./otherCounts.ts";
import type { Attacked, ShownNumber } from "./publicStudy.ts";

const high = { question: "trust", statistic: "share", codes: ["high"] };
const districts = ["north", "south", "east", "west"];
/** `docs/figures.md`: what is public may be kept for a minute. */
const mostCachedSeconds = 60;

/** Numbers of few people. */
export async function smallCell({ public: open }: Attacked): Promise<string | null> {
  const numbers = await open.numbersOf(
    await open.publicFigure({ kind: "dots", request: { ...high, by: ["district"] } }),
  );
  const west = estimateOf(numbers, "west");
  return west?.kind === "estimate" || (west?.n ?? 0) > 0 ? `west is shown: ${JSON.stringify(west)}` : null;
}

/** What is left when the shown groups are taken from all, of whom the methods box tells how many there are. */
export async function complement({ public: open }: Attacked): Promise<string | null> {
  const numbers = await open.numbersOf(
    await open.publicFigure({ kind: "dots", request: { ...high, by: ["district"] } }),
  );
  if (numbers.some(({ words, estimate }) => !isOneOf(words, districts) && estimate.kind === "estimate"))
    return "all together stand beside the districts of which one is hidden";
  const counts = districts.flatMap((district) => {
    const people = open.people.filter((row) => row["district"] === district);
    const answered = people.filter((row) => row["trust"] === "high").length;
    return [answered, people.length - answered];
  });
  const published = districts.flatMap((district, place) =>
    shownAs(estimateOf(numbers, district), [2 * place], [2 * place + 1]),
  );
  const west = districts.indexOf("west") * 2;
  return toldFault(counts, [...published, everyone(counts)], [[west], [west, west + 1]]);
}

/** What is shown before and after a single answer, as shares and as a difference. */
export async function oneNewAnswer({ public: open }: Attacked): Promise<string | null> {
  const figure = await open.publicFigure({ kind: "bars", request: { question: "trust" } });
  const lives = (district: string) => ({ kind: "code", variable: "district", codes: [district] });
  const request = { first: lives("north"), second: lives("south") };
  const made = await open.change("POST", "/claims", {
    kind: "difference",
    request,
    item: { variable: "trust", code: "high" },
  });
  const { claim } = z.object({ claim: z.string() }).parse(made);
  await open.change("PUT", `/claims/${claim}/visibility`, { visibility: "public" });
  for (const path of [`/f/${figure}/figure.json`, `/c/${claim}/claim.json`]) {
    const before = stateIn((await open.seen(path)).body);
    await open.answer({ district: "north", trust: "high", anxiety: 1 });
    if (stateIn((await open.seen(path)).body) !== before) return `${path} is another after a single answer`;
  }
  return null;
}

/** A table of two questions, with what it shows of all together. */
export async function crossTables({ public: open }: Attacked): Promise<string | null> {
  const left = { question: "evacuated", statistic: "share", codes: [true] };
  const trusts = ["low", "mid", "high"];
  const labels: Readonly<Record<string, string>> = { low: "Little", mid: "Some", high: "Much" };
  const cells = districts.flatMap((district) => trusts.map((trust) => ({ district, trust })));
  const counts = cells.map(
    ({ district, trust }) => open.people.filter((row) => row["district"] === district && row["trust"] === trust).length,
  );
  const numbers = await open.numbersOf(
    await open.publicFigure({ kind: "dots", request: { ...left, by: ["district", "trust"] } }),
  );
  const published = [
    everyone(counts),
    ...countShown(estimateOf(numbers, "All"), [...cells.keys()]),
    ...cells.flatMap(({ district, trust }, place) =>
      countShown(estimateOf(numbers, `${district} · ${labels[trust] ?? ""}`), [place]),
    ),
  ];
  const isShown = (place: number): boolean => published.some(({ of }) => of.length === 1 && of[0] === place);
  const hidden = counts.flatMap((count, place) => (count > 0 && !isShown(place) ? [[place]] : []));
  return hidden.length === 0 ? "no cell is hidden" : toldFault(counts, published, hidden);
}

/** Counts from shares and n. */
export async function percentages({ public: open }: Attacked): Promise<string | null> {
  const figure = await open.publicFigure({ kind: "heat", request: { question: "trust", by: ["district"] } });
  const exact = (await open.numbersOf(figure)).find(({ estimate }) => isExact(estimate));
  return exact === undefined ? null : `told to the last person: ${JSON.stringify(exact)}`;
}

/** The oldest, by quantiles near the end. */
export async function extremes({ public: open }: Attacked): Promise<string | null> {
  const filter = { kind: "code", variable: "district", codes: ["east"] };
  const oldest = Math.max(...open.people.map((row) => Number(row["age"])));
  for (const probability of [0.999, 0.99, 0.95]) {
    const request = { question: "age", statistic: "quantile", probability, filter };
    const numbers = await open.numbersOf(await open.publicFigure({ kind: "bars", request }));
    if (numbers.some(({ estimate }) => estimate.kind === "estimate" && estimate.value === oldest))
      return `the quantile ${probability} of east is the age of the oldest`;
  }
  return null;
}

/** A group of whom all said the same. */
export async function allTheSame({ public: open }: Attacked): Promise<string | null> {
  const filter = { kind: "number", variable: "age", from: 80, to: 84 };
  const looks = [
    { kind: "bars", request: { question: "anxiety", filter } },
    { kind: "bars", request: { question: "anxiety", statistic: "share", codes: [5], filter } },
    { kind: "bars", request: { question: "anxiety", statistic: "mean", filter } },
  ];
  for (const look of looks) {
    const numbers = await open.numbersOf(await open.publicFigure(look));
    const shown = numbers.find(({ estimate }) => estimate.kind === "estimate");
    if (shown !== undefined) return `shown of people who all said the same: ${JSON.stringify(shown)}`;
  }
  return null;
}

/** What is still told once a figure is not public any more. */
export async function afterwards({ public: open }: Attacked): Promise<string | null> {
  const figure = await open.publicFigure({ kind: "bars", request: { question: "trust" } });
  const path = `/f/${figure}/figure.json`;
  const { status, headers } = await open.seen(path);
  const age = Number(/max-age=(\d+)/.exec(String(headers["cache-control"]))?.[1] ?? Infinity);
  if (status !== 200 || age > mostCachedSeconds) return `may be kept for ${age} seconds`;
  await open.change("PUT", `/figures/${figure}/visibility`, { visibility: "private" });
  const after = await open.seen(path);
  return after.status === 404 ? null : `is still told: ${after.status ?? "no answer"}`;
}

function isOneOf(words: readonly string[], names: readonly string[]): boolean {
  return words.some((word) => names.includes(word));
}

function estimateOf(numbers: readonly ShownNumber[], name: string): Estimate | undefined {
  return numbers.find(({ words }) => words.includes(name))?.estimate;
}

/** A shown share as what it tells of counts: those who gave the answer, and the others. */
function shownAs(
  estimate: Estimate | undefined,
  answered: readonly number[],
  others: readonly number[],
): PublishedNumber[] {
  if (estimate?.kind !== "estimate") return [];
  return [{ of: [...answered, ...others], answered, n: estimate.n, share: estimate.value }];
}

function countShown(estimate: Estimate | undefined, of: readonly number[]): PublishedNumber[] {
  return estimate?.kind === "estimate" ? [{ of, n: estimate.n, share: null }] : [];
}

/** What somebody can find out who knows all that is published. */
function toldFault(
  counts: readonly number[],
  published: readonly PublishedNumber[],
  hidden: readonly (readonly number[])[],
): string | null {
  const wrong = published.find((each) => !leadsTo(counts, each));
  if (wrong !== undefined) return `the counts do not lead to what is published: ${JSON.stringify(wrong)}`;
  const told = hidden.find((places) => !isUncertain(counts, published, places));
  return told === undefined ? null : `the count at ${told.join(" and ")} can be worked out`;
}

function isExact(estimate: Estimate): boolean {
  if (estimate.kind === "not-estimable") return estimate.n > 0;
  const tenths = estimate.value * 1000;
  return estimate.n % 5 !== 0 || Math.abs(tenths - Math.round(tenths)) > 1e-6 || estimate.standardError !== null;
}

function stateIn(body: string): string {
  return JSON.stringify(z.looseObject({ state: z.unknown() }).parse(jsonIn(body)).state);
}

/** How many there are in all, as a methods box has it. */
function everyone(counts: readonly number[]): PublishedNumber {
  const all = counts.reduce((sum, count) => sum + count, 0);
  return { of: [...counts.keys()], n: 5 * Math.floor(all / 5 + 0.5), share: null };
}
