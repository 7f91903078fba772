import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { ClaimFile, ClaimSummary } from "../../../server/claims/claimsApi.ts";
import type { ArticleCheck } from "../../../server/claims/check/checkApi.ts";
import { claimsInText } from "../../../server/claims/claimsInText.ts";
import type { Contrast, ContrastsResult } from "../../../server/contrasts/contrastsApi.ts";
import { contentHash } from "../../../server/fielding/answers/contentHash.ts";
import type { NeedsResult } from "../../../server/needs/needsApi.ts";
import { startApplication, type TestApplication } from "../../support/application.ts";
import { claimMaker } from "../../support/claims.ts";
import { send } from "../../support/client.ts";
import { figureMaker } from "../../support/figures.ts";
import { fieldMoodStudy, moodAnswers } from "../../support/moodStudy.ts";
import { researcherPost } from "../../support/researcher.ts";

const many = 600;

let application: TestApplication;
let claims: ReturnType<typeof claimMaker>;
let publish: (questions: readonly string[]) => Promise<unknown>;
let cookie = "";
let answered = many;

const all = ["gender", "schooling", "gad7_score", "opinion_garlic", "wants", "served_masks", "served_food"];

beforeAll(async () => {
  application = await startApplication({ studyClock: () => new Date("2026-03-04T02:00:00Z") });
  ({ cookie } = await application.signIn());
  await fieldMoodStudy(application.services, many);
  claims = claimMaker(application.address, cookie);
  publish = (questions) => figureMaker(application.address, cookie).publish({ questions });
  await publish(all);
}, 60_000);
afterAll(() => application.close());

const masks = { need: { kind: "ticked", variable: "wants.masks" }, satisfaction: "served_masks" };
const needs = { topics: [masks], satisfiedIf: [4, 5], weight: "none" };
const gap = { kind: "gap", request: needs };
const garlic = { kind: "code", variable: "opinion_garlic", codes: ["true"] };
const worry = { outcome: "gad7_score", contrasts: [garlic], weight: "none" };
const contrast = (number: string, more: object = {}) => ({ kind: "contrast", request: { ...worry, ...more }, number });
const adjustedFor = ["gender", "schooling"];

/** Lets the next people answer as they do in the study. */
const answer = async (count: number): Promise<void> => {
  const study = await application.services.studies.find("flood");
  if (study === null) throw new Error("no study");
  const further = Array.from({ length: count }, (_, place) => answered + place);
  answered += count;
  const kept = await application.services.admission.admitMany(
    study,
    further.map((number) => ({
      day: "2026-03-03",
      submission: { submissionKey: `further-answer-${number}`, answers: moodAnswers(number) },
    })),
  );
  expect(kept.every(({ outcome }) => outcome === "kept")).toBe(true);
};
const found = async <Answer>(path: string, body: object): Promise<Answer> =>
  (await (await researcherPost(application, `/api/studies/flood/${path}`, { body })).json()) as Answer;
const shown = async (content: object): Promise<string> => {
  const { claim } = await claims.make(content);
  expect((await claims.show(claim, "public")).status).toBe(200);
  return claim;
};
const fileOf = async (claim: string): Promise<ClaimFile> =>
  JSON.parse((await send(application.address, `/c/${claim}/claim.json`)).text) as ClaimFile;
const check = async (text: string): Promise<ArticleCheck["numbers"]> => {
  const path = "/api/studies/flood/article-check?lang=en";
  return (
    JSON.parse(
      (await send(application.address, path, { method: "POST", cookie, value: { text } })).text,
    ) as ArticleCheck
  ).numbers;
};
const editionOf = ({ says }: ClaimSummary, language: "zh-CN" | "en" = "en") => {
  const edition = says?.state.editions[language];
  if (edition === undefined) throw new Error("The claim must say something");
  return edition;
};

describe("a claim of a need's gap", () => {
  test("is the share of those asked who need it and are not satisfied, as the needs have it", async () => {
    const { topics } = await found<NeedsResult>("needs", needs);
    const counted = topics[0]?.gap;
    if (counted?.kind !== "estimate") throw new Error("There must be a gap");
    const made = await claims.make(gap);
    expect(made.says?.state.estimate).toMatchObject({
      kind: "estimate",
      statistic: "gap",
      value: Math.round(counted.value * 1000) / 1000,
      standardError: null,
    });
    const { about, wording, value, words, methods } = editionOf(made);
    expect(about).toBe("What you need – masks: Chosen · Gap (need it and are not satisfied, of those asked)");
    expect(wording).toBe("What you need – masks: Chosen; counted as satisfied – served_masks: 4 / 5");
    expect(value).toBe(`${(counted.value * 100).toFixed(1)}%`);
    expect(words).toMatch(
      new RegExp(`^${value} \\(95% interval \\d\\d\\.\\d to \\d\\d\\.\\d, n = \\d+, as of 2026-03-04\\)$`),
    );
    expect(methods.find(({ label }) => label === "Base")?.text).toContain("satisfaction of those who need it");
    expect(methods.find(({ label }) => label === "Interval")?.text).toBe(
      "95% confidence interval: Student’s t with linearised standard errors",
    );
    expect(editionOf(made, "zh-CN").about).toContain("缺口（需要而未满足，占被问者）");
    expect(editionOf(made, "zh-CN").words).toMatch(/^\d+\.\d%（95% 区间 [\d.]+ 至 [\d.]+，n = \d+，截至 2026-03-04）$/);
  });

  test("says of whom it is by filter and days, and is refused for several topics or what the study does not have", async () => {
    const among = { ...needs, filter: { kind: "code", variable: "gender", codes: ["f"] }, from: "2026-02-23" };
    expect(editionOf(await claims.make({ kind: "gap", request: among })).about).toMatch(
      / · gender: f · 23 February 2026 – $/,
    );
    for (const [field, request] of [
      ["request.topics", { ...needs, topics: [masks, { ...masks, satisfaction: "served_food" }] }],
      ["topics.0.satisfaction", { ...needs, topics: [{ ...masks, satisfaction: "gad7_score" }] }],
    ] as const) {
      const { status, text } = await claims.at("", { method: "POST", value: { kind: "gap", request } });
      expect({ field, status }).toEqual({ field, status: 400 });
      expect(text).toContain(`"field":"${field}"`);
    }
  });

  test("has no number of too few, and cannot be public while a question of it is held back", async () => {
    const rare = { ...needs, filter: { kind: "code", variable: "schooling", codes: ["rare"] } };
    const { says, claim } = await claims.make({ kind: "gap", request: rare });
    expect(says?.state.estimate).toEqual({ kind: "not-estimable", reason: "withheld", n: 0 });
    await publish(all.filter((name) => name !== "served_masks"));
    const refused = await claims.show(claim, "public");
    expect(refused.status).toBe(409);
    expect(refused.text).toContain('"field":"served_masks"');
    await publish(all);
  });

  test("stands in texts and articles, moves on in steps, and drifts once it is frozen", async () => {
    const claim = await shown(gap);
    const before = await fileOf(claim);
    expect(contentHash(before.state)).toBe(before.sha256);
    const page = await send(application.address, `/c/${claim}?lang=en`);
    expect(page.text).toContain(`<strong>${before.state.editions.en.value}</strong> (95% interval`);
    const said = (id: string) => application.services.claims.said("flood", id, "zh-CN");
    const { words, value } = before.state.editions["zh-CN"];
    expect(await claimsInText(`缺口{{claim:${claim}|value}}`, { form: "plain", origin: "", said })).toBe(
      `缺口${value}`,
    );
    expect(await check(`${words} /c/${claim}\n\n3% /c/${claim}`)).toMatchObject([
      { verdict: "holds" },
      { verdict: "drifted" },
    ]);
    await answer(9);
    expect(await fileOf(claim)).toMatchObject({ sha256: before.sha256 });
    await answer(30);
    expect((await fileOf(claim)).state.estimate.n).toBeGreaterThan(before.state.estimate.n + 20);
    await claims.freeze(claim);
    expect((await fileOf(claim)).now).toMatchObject({ standing: { kind: "holds" } });
  });
});

describe("a claim of a contrast", () => {
  const contrasted = async (more: object = {}): Promise<Contrast> => {
    const { contrasts } = await found<ContrastsResult>("contrasts", { ...worry, ...more });
    const [first] = contrasts;
    if (first === undefined) throw new Error("There must be a contrast");
    return first;
  };

  test("is the difference of means as it is and adjusted, and says that it is association", async () => {
    const { difference, adjustedDifference } = await contrasted({ adjustedFor });
    if (difference.kind !== "difference-of-means" || adjustedDifference?.kind !== "adjusted-difference")
      throw new Error("Both must be estimable");
    const raw = editionOf(await claims.make(contrast("difference")));
    expect(raw.value).toBe(`+${difference.value.toFixed(2)}`);
    expect(raw.about).toBe(
      "GAD-7 · difference of means · (opinion_garlic: true) less (the others who were asked) · not adjusted",
    );
    expect(raw.words).toMatch(
      /^\+\d\.\d\d \(95% interval \+\d\.\d\d to \+\d\.\d\d, n = \d+, not adjusted, association and not cause, as of 2026-03-04\)$/,
    );
    const held = await claims.make(contrast("adjustedDifference", { adjustedFor }));
    expect(editionOf(held).about).toMatch(/ · adjusted$/);
    expect(editionOf(held).value).toBe(`+${adjustedDifference.value.toFixed(2)}`);
    expect(editionOf(held).words).toContain("adjusted for “gender” and “schooling”, association and not cause");
    expect(editionOf(held, "zh-CN").words).toMatch(
      /^\+\d\.\d\d（95% 区间 \+\d\.\d\d 至 \+\d\.\d\d，n = \d+，控制了“gender”“schooling”，只表示相关、不表示因果，截至 2026-03-04）$/,
    );
    expect(held.says?.state.estimate).toMatchObject({ statistic: "difference", standardError: null });
    expect(editionOf(held).methods[0]).toMatchObject({
      label: "Comparison",
      text: expect.stringContaining("does not show which causes which") as string,
    });
  });

  test("is the odds ratio of a positive screen, and none where that hangs on a few", async () => {
    const { oddsRatio } = await contrasted();
    if (oddsRatio?.kind !== "odds-ratio") throw new Error("It must be estimable");
    const made = await claims.make(contrast("oddsRatio"));
    expect(editionOf(made)).toMatchObject({
      about:
        "GAD-7 10–21 (screens positive) · odds ratio · (opinion_garlic: true) against (the others who were asked) · not adjusted",
      value: oddsRatio.value.toFixed(2),
    });
    expect(made.says?.state.estimate).toMatchObject({ statistic: "ratio" });
    const seldom = { positive: { kind: "number", variable: "gad7_score", from: 15, to: 15 }, adjustedFor };
    const { adjustedOddsRatio } = await contrasted(seldom);
    expect(adjustedOddsRatio).toMatchObject({ kind: "adjusted-odds-ratio", flag: "few-events" });
    expect(editionOf(await claims.make(contrast("adjustedOddsRatio", seldom))).words).toMatch(
      /^no number \(too uncertain, /,
    );
  });

  test("has no number where one of the groups is of too few, and is refused where there is none of its kind", async () => {
    const rare = { contrasts: [{ kind: "code", variable: "schooling", codes: ["rare"] }] };
    const { says } = await claims.make(contrast("difference", rare));
    expect(says?.state.estimate).toEqual({ kind: "not-estimable", reason: "withheld", n: 0 });
    for (const [field, content] of [
      ["number", contrast("adjustedDifference")],
      ["number", contrast("proof")],
      ["request.contrasts", contrast("difference", { contrasts: [garlic, garlic] })],
      ["outcome", contrast("difference", { outcome: "gender" })],
    ] as const) {
      const { status, text } = await claims.at("", { method: "POST", value: content });
      expect({ field, status }).toEqual({ field, status: 400 });
      expect(text).toContain(`"field":"${field}"`);
    }
  });

  test("cannot be public while its outcome or what is held fixed is held back", async () => {
    const { claim } = await claims.make(contrast("adjustedDifference", { adjustedFor }));
    await publish(["opinion_garlic", "gender"]);
    const refused = await claims.show(claim, "public");
    expect(refused.status).toBe(409);
    for (const name of ["gad7_score", "schooling"]) expect(refused.text).toContain(`"field":"${name}"`);
    await publish(all);
  });

  test("is checked in articles, moves on when both groups have ten more, and is held against that once frozen", async () => {
    const claim = await shown(contrast("difference"));
    const odds = await shown(contrast("oddsRatio"));
    const before = await fileOf(claim);
    const { words, value } = before.state.editions.en;
    const article = `${words} /c/${claim}\n\nThey score ${value} /c/${claim}; 0.11 /c/${odds}; {{claim:${odds}}}`;
    expect((await check(article)).map(({ verdict }) => verdict)).toEqual(["holds", "holds", "drifted", "holds"]);
    expect((await send(application.address, `/c/${claim}?lang=zh-CN`)).text).toContain("不表示因果");
    await answer(12);
    expect((await fileOf(claim)).sha256).toBe(before.sha256);
    await answer(48);
    const after = await fileOf(claim);
    expect(after.state.estimate.n).toBeGreaterThanOrEqual(before.state.estimate.n + 20);
    await claims.freeze(claim);
    expect((await fileOf(claim)).now).toMatchObject({ standing: { kind: "holds" } });
  });
});
