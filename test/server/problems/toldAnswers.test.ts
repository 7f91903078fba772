import { describe, expect, test } from "vitest";
import type { Ledger } from "../../../server/problems/problemLedger.ts";
import { createToldAnswers } from "../../../server/problems/toldAnswers.ts";

const ledger = (versions: number): Ledger => ({ study: "flood", problems: [], versions });

/** Asks for numbers of some columns, and notes each time that they are worked out. */
function asking(): { ask: (request: string, told?: Ledger) => Promise<object>; worked: string[] } {
  const told = createToldAnswers<{ request: string }, { request: string; versions: number }>();
  const [columns, first, worked] = [{}, ledger(1), new Array<string>()];
  return {
    worked,
    ask: (request, known = first) =>
      told({ from: columns, request }, known, {
        work: () => {
          worked.push(request);
          return { request };
        },
        tell: (untold) => Promise.resolve({ ...untold, versions: known.versions }),
      }),
  };
}

describe("createToldAnswers", () => {
  test("works an answer out once, and tells anew of the data when the ledger has changed", async () => {
    const { ask, worked } = asking();
    const answer = await ask("needs");
    expect(await ask("needs")).toBe(answer);
    expect(await ask("needs", ledger(2))).toEqual({ request: "needs", versions: 2 });
    expect(worked).toEqual(["needs"]);
  });

  test("keeps a thousand: the one that was asked for the longest ago goes first", async () => {
    const { ask, worked } = asking();
    for (let number = 0; number < 1000; number++) await ask(String(number));
    await ask("0");
    await ask("one more");
    expect(worked.length).toBe(1001);
    await ask("0");
    expect(worked.length).toBe(1001);
    await ask("1");
    expect(worked.at(-1)).toBe("1");
  });
});
