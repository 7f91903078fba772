import { z } from "zod";
import type { Estimate } from "../../stats/estimate.ts";
import { jsonIn } from "./client.ts";
import type { Attacked } from "./publicStudy.ts";
import { districts, estimateOf, everyone, tableOfTrust, toldFault, trustedIn } from "./toldNumbers.ts";

const high = { question: "trust", statistic: "share", codes: ["high"] };
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
  const { counts, publishedIn } = trustedIn(open.people);
  const west = districts.indexOf("west") * 2;
  return toldFault(counts, [...publishedIn(numbers), everyone(counts)], { hidden: [[west], [west, west + 1]] });
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
  const table = tableOfTrust(open.people);
  const request = { question: "evacuated", statistic: "share", codes: [true], by: ["district", "trust"] };
  return table.fault(table.publishedIn(await open.numbersOf(await open.publicFigure({ kind: "dots", request }))));
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

function isExact(estimate: Estimate): boolean {
  if (estimate.kind === "not-estimable") return estimate.n > 0;
  const tenths = estimate.value * 1000;
  return estimate.n % 5 !== 0 || Math.abs(tenths - Math.round(tenths)) > 1e-6 || estimate.standardError !== null;
}

function stateIn(body: string): string {
  return JSON.stringify(z.looseObject({ state: z.unknown() }).parse(jsonIn(body)).state);
}
