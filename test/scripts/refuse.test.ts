import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { readCorpus } from "../../scripts/refuse/corpus.ts";
import type { CaseResult } from "../../scripts/refuse/results.ts";
import { runCorpus } from "../../scripts/refuse/run.ts";
import { sharedPath } from "../support/shared.ts";
import { temporaryPlace } from "../support/temporaryPlace.ts";

const own = fileURLToPath(new URL("../support/corpus/", import.meta.url));
const larger = sharedPath("bad-inputs");

async function runOn(corpus: string): Promise<readonly CaseResult[]> {
  const place = await temporaryPlace();
  return runCorpus(corpus, { place: place.environment }).finally(place.remove);
}

function failuresIn(results: readonly CaseResult[]): string[] {
  return results.filter(({ outcome }) => outcome === "failed").map(({ id, reason }) => `${id}: ${reason}`);
}

function outcomeOf(results: readonly CaseResult[], id: string): CaseResult | undefined {
  return results.find((result) => result.id === id);
}

describe("a corpus of bad input", () => {
  test("of our own is refused, taken and shown as its cases expect", { timeout: 180_000 }, async () => {
    const results = await runOn(own);
    expect(failuresIn(results)).toEqual([]);
    const { files } = await readCorpus(own);
    for (const { id } of files.flatMap(({ cases }) => cases)) expect(outcomeOf(results, id)).toBeDefined();
    const asWords = files.filter(({ category }) => category === "c").flatMap(({ cases }) => cases);
    for (const id of ["private-as-unknown", "revoked-link", ...asWords.map((given) => given.id)])
      expect(outcomeOf(results, `figures-${id}`)?.outcome).toBe("passed");
    const passed = results.filter(({ outcome }) => outcome === "passed");
    expect(passed.length).toBeGreaterThan(70);
  });

  test.skipIf(larger === null)(
    "that stands beside the checkout is refused, taken and shown as its cases expect",
    { timeout: 400_000 },
    async () => {
      expect(failuresIn(await runOn(larger ?? ""))).toEqual([]);
    },
  );
});

describe("a corpus that expects the contrary", () => {
  let folder = "";
  let results: readonly CaseResult[] = [];

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), "dingxin-corpus-"));
    await writeFile(join(folder, "fixture-survey.json"), await readFile(join(own, "fixture-survey.json")));
    for (const [name, content] of Object.entries(contrary))
      await writeFile(join(folder, name), JSON.stringify(content));
    results = await runOn(folder);
  }, 120_000);
  afterAll(() => rm(folder, { recursive: true, force: true }));

  test("has every case of it reported as failed, with what was expected and what came", () => {
    const wrong = Object.values(contrary)
      .flatMap<{ id: string }>(({ cases }) => cases)
      .filter(({ id }) => id.startsWith("wrong"));
    expect(wrong.length).toBeGreaterThan(8);
    for (const { id } of wrong)
      expect(outcomeOf(results, id)).toMatchObject({ id, outcome: "failed", reason: expect.stringMatching(/./) });
    expect(outcomeOf(results, "wrong-take")?.reason).toMatch(/expected accept.*got 422/);
  });

  test("tells what it cannot judge, with the reason", () => {
    expect(outcomeOf(results, "unknown-verdict")).toMatchObject({
      outcome: "not-applicable",
      reason: expect.stringContaining("perhaps"),
    });
    expect(outcomeOf(results, "unknown-generator")).toMatchObject({
      outcome: "not-applicable",
      reason: expect.stringContaining("spiral"),
    });
  });
});

const good = { street: "river", has_power: "yes" };
const bad = { street: "moon", has_power: "yes" };
const plain = { elements: [{ type: "text", name: "q" }] };
const post = "POST {PATH} HTTP/1.1\r\nHost: {HOST}\r\nConnection: close\r\nContent-Type: application/json\r\n";

/** Cases whose expectations the program does not and should not meet. */
const contrary = {
  "a-valid-controls.json": {
    category: "a0",
    expected: { accepted: true },
    cases: [
      { id: "good", answers: good },
      { id: "wrong-take", answers: bad },
    ],
  },
  "a-submissions.json": {
    category: "a",
    cases: [
      { id: "wrong-refusal", answers: good, expected: { verdict: "refuse" } },
      { id: "wrong-field", answers: bad, field: "mood", expected: { verdict: "refuse", bodyNamesField: true } },
      { id: "wrong-status", answers: bad, expected: { verdict: "refuse", statusOneOf: [410] } },
      {
        id: "wrong-count",
        answers: good,
        envelope: { op: "repeat", times: 2, sameId: false, sameAnswers: true },
        expected: { verdict: "accept-once", stored: 1 },
      },
      { id: "wrong-kept", answers: { ...good, mood: 3 }, expected: { verdict: "accept", neverStored: { mood: 3 } } },
      { id: "unknown-verdict", answers: good, expected: { verdict: "perhaps" } },
    ],
  },
  "b-definitions.json": {
    category: "b",
    cases: [
      { id: "wrong-definition", definition: plain, expected: { verdict: "refuse" } },
      { id: "wrong-warning", definition: plain, expected: { verdict: "refuse-or-warn" } },
      { id: "unknown-generator", definitionGen: { kind: "spiral", n: 3 }, expected: { verdict: "refuse" } },
    ],
  },
  "c-open-text.json": { category: "c", cases: [{ id: "wrong-text", text: "a half \ud800 character" }] },
  "d-queries.json": {
    category: "d",
    cases: [
      { id: "wrong-query", role: "limit", raw: "limit=5", expected: { verdict: "refuse", statusOneOf: [400] } },
      { id: "wrong-path", role: "surveyIdInPath", raw: "{VALID_ID}", expected: { verdict: "not-found" } },
    ],
  },
  "e-http.json": {
    category: "e",
    cases: [
      {
        id: "wrong-request",
        steps: [{ text: `${post}Content-Length: {LEN}\r\n\r\n{BODY}` }],
        expected: { verdict: "refuse", statusOneOf: [400], stored: 0 },
      },
      {
        id: "wrong-patience",
        steps: [{ text: `${post}Content-Length: 100\r\n\r\n` }],
        expected: { verdict: "closed-by-server", withinMs: 500 },
      },
    ],
  },
};
