import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { createClaimStore } from "../../../../server/claims/claimStore.ts";
import { claimContent } from "../../../../server/claims/claimsApi.ts";
import { createCollectorStore } from "../../../../server/collectors/collectorStore.ts";
import { createDraftStore } from "../../../../server/drafts/draftStore.ts";
import { figureContent, publicationSettings } from "../../../../server/figures/figuresApi.ts";
import { createFigureStore } from "../../../../server/figures/figureStore.ts";
import { createOutlineStore } from "../../../../server/figures/outlines/outlineStore.ts";
import { createShownStore } from "../../../../server/figures/shownStore.ts";
import { indicatorContent } from "../../../../server/indicators/indicatorsApi.ts";
import { createIndicatorStore } from "../../../../server/indicators/indicatorStore.ts";
import { problemContent } from "../../../../server/problems/problemsApi.ts";
import { createProblemStore } from "../../../../server/problems/problemStore.ts";
import { createRecordOpeningStore } from "../../../../server/records/recordOpeningStore.ts";
import { createTemplateStore } from "../../../../server/reports/templateStore.ts";
import { createUsualSchemeStore } from "../../../../server/weighting/usualSchemeStore.ts";
import { openStore, type TestStore } from "../../../support/store.ts";
import { race, writers } from "./race.ts";

let store: TestStore;
beforeAll(async () => {
  store = await openStore();
});
afterAll(() => store.close());

/** Which of them is told that the place was free; -1 unless it is exactly one. */
function winner(told: readonly boolean[]): number {
  return told.filter(Boolean).length === 1 ? told.indexOf(true) : -1;
}

const both = (text: string) => ({ "zh-CN": text, en: text });
const request = { question: "q", statistic: "share" };

describe("20 who come at once", () => {
  test("with the next version of a problem leave one version", async () => {
    const problems = createProblemStore(store.connection);
    await problems.prepare();
    const named = { study: "flood", problem: "p" };
    const content = problemContent.parse({ from: "2020-02-01", to: "2020-02-02", what: both("-") });
    const version = { version: 1, at: "2020-02-03", by: null, done: null, ...content };
    const told = await race((writer) => problems.add(named, { ...version, what: both(`of ${writer}`) }));
    const kept = { ...version, what: both(`of ${winner(told)}`) };
    expect(await problems.list("flood")).toEqual([{ problem: "p", ...kept, history: [kept] }]);
    expect(await problems.countVersions("flood")).toBe(1);
  });

  test("with the first draft, and with the one after it, leave one of each", async () => {
    const drafts = createDraftStore(store.connection);
    await drafts.prepare();
    const draft = { basedOn: 0, declared: { "renamed a.b": "comparable" as const } };
    let revision = "";
    for (const take of ["first", "second"]) {
      const before = revision;
      const told = await race((writer) =>
        drafts.put("flood", { ...draft, text: `${take} ${writer}`, revision: before }),
      );
      const of = winner(told.map((given) => given !== null));
      revision = told[of] ?? "";
      expect(await drafts.find("flood")).toEqual({ ...draft, text: `${take} ${of}`, revision });
    }
    expect([await drafts.remove("flood", "another"), await drafts.remove("flood", revision)]).toEqual([false, true]);
  });

  test("with the first version of a template, and with the one after it, leave one of each", async () => {
    const templates = createTemplateStore(store.connection);
    await templates.prepare();
    for (const from of [0, 1]) {
      const told = await race((writer) =>
        templates.put("flood", { template: "daily", title: "Daily", markdown: `of ${writer}`, from }),
      );
      expect(await templates.list("flood", 50)).toEqual([
        { template: "daily", title: "Daily", markdown: `of ${winner(told)}`, version: from + 1 },
      ]);
    }
  });

  test("with the next version of a figure, and with its first frozen state, leave one of each", async () => {
    const figures = createFigureStore(store.connection);
    await figures.prepare();
    const content = figureContent.parse({ title: both("First"), look: { kind: "bars", request } });
    const figure = { figure: "f", study: "flood", version: 1, visibility: "private", changedAt: "1", content } as const;
    await figures.add(figure);
    const changed = await race((writer) =>
      figures.change("f", { from: 1, content: { ...content, title: both(`of ${writer}`) }, changedAt: "2" }),
    );
    const kept = { ...content, title: both(`of ${winner(changed)}`) };
    expect(await figures.list("flood", 50)).toEqual([{ ...figure, version: 2, changedAt: "2", content: kept }]);
    const state = { figure: "f", number: 1, version: 2, frozenAt: "3", asOf: "3", sha256: "-", withdrawn: null };
    const frozen = await race((writer) => figures.freeze({ ...state, state: `of ${writer}` }));
    expect(await figures.findFrozen("f", 1)).toEqual({ ...state, state: `of ${winner(frozen)}` });
    const said = await race((writer) => figures.withdraw("f", 1, { at: "4", reason: both(`of ${writer}`) }));
    expect((await figures.frozenOf("f"))[0]?.withdrawn?.reason.en).toBe(`of ${winner(said)}`);
    const settings = publicationSettings.parse({ questions: ["needs.masks"] });
    await race(() => figures.publish("flood", settings));
    expect(await figures.publication("flood")).toEqual(settings);
  });

  test("to freeze a claim freeze it once, and to withdraw it withdraw it once", async () => {
    const claims = createClaimStore(store.connection);
    await claims.prepare();
    const content = claimContent.parse({ kind: "estimate", request });
    const claim = { claim: "c", study: "flood", visibility: "private", madeAt: "1", content } as const;
    await claims.add({ ...claim, frozen: null, withdrawn: null });
    const frozen = await race((writer) => claims.freeze("c", { frozenAt: "2", sha256: "-", state: `of ${writer}` }));
    const said = await race((writer) => claims.withdraw("c", { at: "3", reason: both(`of ${writer}`) }));
    expect(await claims.list("flood", 50)).toEqual([
      {
        ...claim,
        frozen: { frozenAt: "2", sha256: "-", state: `of ${winner(frozen)}` },
        withdrawn: { at: "3", reason: both(`of ${winner(said)}`) },
      },
    ]);
  });

  test("with what the public is shown first, and then next, leave one of each", async () => {
    const shown = createShownStore(store.connection);
    await shown.prepare();
    const to = { study: "flood", request: "r" };
    for (const [moves, from] of [null, 0, 1].entries()) {
      const { revision } = await shown.all("flood");
      const told = await race((writer) => shown.moveOn(to, { revision, from }, `of ${writer}`));
      expect(await shown.last(to)).toEqual({ moves, content: `of ${winner(told)}` });
      expect(await shown.moves(to)).toBe(moves);
    }
  });

  test("with what was held against the same others leave one answer of them, whichever it was", async () => {
    const shown = createShownStore(store.connection);
    await shown.prepare();
    const { revision } = await shown.all("drought");
    const told = await race((writer) =>
      shown.moveOn({ study: "drought", request: `r${writer}` }, { revision, from: null }, `of ${writer}`),
    );
    expect(await shown.all("drought")).toEqual({ revision: 0, answers: [{ request: `r${winner(told)}`, moves: 0 }] });
  });

  test("or one who fell over while showing an answer leave it to be found by the next", async () => {
    const shown = createShownStore(store.connection);
    await shown.prepare();
    const step = { revision: 0, request: "r", moves: 0, content: "shown" };
    await store.connection.collection<{ _id: string }>("shownSteps").insertOne({ _id: "frost", ...step });
    expect(await shown.all("frost")).toEqual({ revision: 0, answers: [{ request: "r", moves: 0 }] });
    expect(await shown.last({ study: "frost", request: "r" })).toEqual({ moves: 0, content: "shown" });
  });

  test("to choose the usual weights are all heard, one after the other", async () => {
    const choices = createUsualSchemeStore(store.connection);
    await choices.prepare();
    await race((writer) => choices.choose("flood", { scheme: null, by: `writer ${writer}`, since: "2020-02-01" }));
    const kept = store.connection.collection("usual_schemes").find({ study: "flood" }).sort({ number: 1 });
    const found = await kept.toArray();
    expect(found.map(({ number }) => number as number)).toEqual(Array.from({ length: writers }, (_, at) => at + 1));
    expect(new Set(found.map(({ by }) => by as string)).size).toBe(writers);
    expect((await choices.of("flood"))?.by).toBe(found.at(-1)?.["by"]);
  });
});

describe("what is put in place of one of its name", () => {
  test("is there once, and gone when it is removed: collectors, indicators and outlines", async () => {
    const collectors = createCollectorStore(store.connection);
    const indicators = createIndicatorStore(store.connection);
    const outlines = createOutlineStore(store.connection);
    for (const each of [collectors, indicators, outlines]) await each.prepare();
    const collector = { collector: "paper", title: "晚报", gridUnit: null };
    expect(await collectors.put("flood", { ...collector, title: "-" })).toBe(true);
    expect(await collectors.put("flood", collector)).toBe(false);
    expect(await collectors.list("flood")).toEqual([collector]);
    expect([await collectors.remove("flood", "paper"), await collectors.remove("flood", "paper")]).toEqual([
      true,
      false,
    ]);
    const content = indicatorContent.parse({
      title: both("-"),
      of: { kind: "code", variable: "needs.masks", codes: [1] },
      worse: "higher",
    });
    const made = ["second", "first"].map((indicator) => ({ study: "flood", indicator, ...content }));
    for (const each of made) expect(await indicators.put(each)).toBe(true);
    expect(await indicators.put({ study: "flood", indicator: "second", ...content })).toBe(false);
    expect(await indicators.list("flood")).toEqual(made);
    const outline = {
      approval: "GS(2026)2号",
      heightPx: 500,
      regions: [{ code: "330602", rings: [[[0, 0.5] as const]] }],
    };
    for (const approval of ["-", outline.approval]) await outlines.put("flood", { ...outline, approval });
    expect(await outlines.of("flood")).toEqual(outline);
    await outlines.remove("flood");
    expect(await outlines.of("flood")).toBeNull();
  });
});

describe("who opened records", () => {
  test("is told newest first, of one moment in the order in which it was written", async () => {
    const openings = createRecordOpeningStore(store.connection);
    await openings.prepare();
    const opening = { study: "flood", by: "li", query: { variables: ["needs.masks"] }, isFurtherPage: false };
    const all = ["1", "2", "2"].map((at, records) => ({ ...opening, at, records }));
    for (const each of all) await openings.add(each);
    expect(await openings.list("flood", 2)).toEqual([all[2], all[1]]);
  });
});
