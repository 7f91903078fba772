import { contentHash } from "../fielding/answers/contentHash.ts";
import type { Asking } from "./asking.ts";
import { tellingNumber, type Cross, type OtherShown, type Telling } from "./besideOthers.ts";
import type { KeptBesides } from "./inSteps.ts";
import type { OthersShown } from "./othersShown.ts";
import type { ShownCell, ShownRow } from "./shownRows.ts";
import type { ShownStore, ShownTo } from "./shownStore.ts";

/** Most answers that are remembered as objects; the others are read from the store again. */
const mostRemembered = 1000;

/** What is done with an answer each time that it is shown. */
export type OnShown = (to: ShownTo, what: { readonly moves: number; readonly shown: object }) => Promise<void>;

/** What there is to know of a kind of answers. */
export interface Kind<Found, Shown> {
  readonly toShow: (found: Found) => Shown;
  readonly inSteps: (shown: Shown, current: Shown) => Shown;
  readonly rowsOf: (shown: Shown) => ShownRow[];
  readonly without: (next: Shown, last: Shown | null, telling: Telling) => Shown;
  readonly saysTheSame: (one: Shown, other: Shown) => boolean;
}

/** What steps are taken with. */
export interface StepParts {
  readonly store: ShownStore;
  readonly asking: Asking;
  readonly onShown: OnShown;
  readonly others: OthersShown;
}

/**
 * Makes what answers a kind of requests as the public is shown them: in steps, and held against all else that it is shown.
 *
 * An answer that has not changed costs a look at how often it has moved on. One that has changed and would move on costs
 * what `tellingNumber` does; while a number is withheld beside others, so does each further response.
 */
export function createSteps<Found extends object, Shown extends { readonly result: Found } & KeptBesides>(
  { store, asking, onShown, others }: StepParts,
  kind: Kind<Found, Shown>,
) {
  const remembered = new Map<string, { readonly moves: number; readonly found: Found; readonly shown: Shown }>();
  const remember = async (to: ShownTo, what: { moves: number; found: Found; shown: Shown }): Promise<Found> => {
    const key = `${to.study} ${to.request}`;
    remembered.delete(key);
    remembered.set(key, what);
    const [oldest] = remembered.keys();
    if (remembered.size > mostRemembered && oldest !== undefined) remembered.delete(oldest);
    await onShown(to, what);
    return what.shown.result;
  };
  const lastShown = async (to: ShownTo): Promise<{ moves: number; shown: Shown } | null> => {
    const last = await store.last(to);
    // Written below as it was shown.
    return last === null ? null : { moves: last.moves, shown: JSON.parse(last.content) as Shown };
  };
  /** Takes a step from what is shown at a revision; `null` where another took one meanwhile. */
  const stepFrom = async (to: ShownTo, found: Found, cross: Cross): Promise<Found | null> => {
    const { revision, answers } = await store.all(to.study);
    // As it is at this revision, to which the others belong, too.
    const last = await lastShown(to);
    const current = kind.toShow(found);
    const next = last === null ? current : kind.inSteps(last.shown, current);
    const beside = await others(to, answers);
    const shown = await settled({ next, last: last?.shown ?? null, beside, own: to.request }, kind, cross);
    if (last !== null && (shown === last.shown || kind.saysTheSame(shown, last.shown)))
      return remember(to, { moves: last.moves, found, shown: last.shown });
    const from = last?.moves ?? null;
    const isTaken = await store.moveOn(to, { revision, from }, JSON.stringify(shown));
    return isTaken ? remember(to, { moves: from === null ? 0 : from + 1, found, shown }) : null;
  };
  return async (study: string, request: object, found: Found): Promise<Found> => {
    const to = { study, request: contentHash(request) };
    const known = remembered.get(`${study} ${to.request}`);
    const isNewest = known !== undefined && (await store.moves(to)) === known.moves;
    if (isNewest && known.found === found) return remember(to, known);
    const last = isNewest ? known : await lastShown(to);
    if (last !== null && kind.inSteps(last.shown, kind.toShow(found)) === last.shown)
      return remember(to, { moves: last.moves, found, shown: last.shown });
    const cross = crossingOnce(asking, study);
    for (;;) {
      // Where another was first, this is held against what that one shows.
      const shown = await stepFrom(to, found, cross);
      if (shown !== null) return shown;
    }
  };
}

/** What is shown next once every number is left out that would tell of few. */
async function settled<Found, Shown extends KeptBesides>(
  { next, last, beside, own }: { next: Shown; last: Shown | null; beside: readonly OtherShown[]; own: string },
  kind: Kind<Found, Shown>,
  cross: Cross,
): Promise<Shown> {
  const isNew = isNewAfter(last === null ? [] : kind.rowsOf(last));
  const besides = new Set<string>();
  let shown = next;
  for (;;) {
    if (shown === last) return last;
    const telling = await tellingNumber({ rows: kind.rowsOf(shown), isNew }, beside, cross);
    if (telling === null) return besides.size === 0 ? shown : { ...shown, besides: [...besides] };
    besides.add(telling.beside ?? own);
    shown = kind.without(shown, last, telling);
  }
}

function isNewAfter(last: readonly ShownRow[]): (row: ShownRow, cell: ShownCell) => boolean {
  const saidOf = (cell: ShownCell): string => JSON.stringify([cell.size, cell.estimate]);
  const before = new Map(
    last.flatMap(({ name, cells, together }) =>
      [...cells, ...(together === null ? [] : [together])].map((cell) => [`${name} ${cell.name}`, saidOf(cell)]),
    ),
  );
  return ({ name }, cell) => before.get(`${name} ${cell.name}`) !== saidOf(cell);
}

/** Crosses the same people once while a number is decided on. */
function crossingOnce(asking: Asking, study: string): Cross {
  const known = new Map<string, Awaited<ReturnType<Cross>>[number]>();
  return async ({ one, others }) => {
    const keyed = new Map(others.map((other) => [JSON.stringify([one, other]), other]));
    const wanted = [...keyed].filter(([key]) => !known.has(key));
    const found =
      wanted.length === 0 ? [] : await asking.crossed(study, { one, others: wanted.map(([, other]) => other) });
    for (const [place, [key]] of wanted.entries()) known.set(key, found[place] ?? null);
    return others.map((other) => known.get(JSON.stringify([one, other])) ?? null);
  };
}
