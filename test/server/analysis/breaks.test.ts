import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { AnalysisResult } from "../../../server/analysis/analysisApi.ts";
import type { ComparisonResult } from "../../../server/analysis/comparisonApi.ts";
import type { Draft } from "../../../server/drafts/draftsApi.ts";
import type { ScaleStatistics } from "../../../server/scales/scalesApi.ts";
import type { TextFrame } from "../../../server/texts/textsApi.ts";
import type { StudyWarnings } from "../../../server/warnings/warningsApi.ts";
import type { Definition } from "../../../surveys/definition.ts";
import { startApplication, type TestApplication } from "../../support/application.ts";
import { send } from "../../support/client.ts";
import { fieldStudy, keepResponses } from "../../support/fieldStudy.ts";

const definition: Definition = {
  elements: [
    { type: "radiogroup", name: "sex", title: "Sex", choices: ["f", "m"] },
    { type: "radiogroup", name: "worried", title: "Worried", choices: ["yes", "no"] },
    { type: "comment", name: "why", title: "Why", visibleIf: "{worried} = 'yes'" },
    { type: "matrix", name: "mood", title: "Mood", rows: ["nervous", "uncontrolled"], columns: ["0", "1", "2", "3"] },
    { type: "comment", name: "words", title: "Words" },
  ],
  instruments: { gad2: ["mood.nervous", "mood.uncontrolled"] },
};
const title = (name: string, text: string): Definition => ({
  ...definition,
  elements: (definition.elements ?? []).map((each) => (each.name === name ? { ...each, title: text } : each)),
});

const days = Array.from({ length: 31 }, (_, day) => `2026-03-${String(day + 1).padStart(2, "0")}`);
/** The place of the first day on which the second version was answered. */
const breakAt = 16;
const breakDay = days[breakAt] ?? "";

function answersOf(day: number) {
  return Array.from({ length: 40 }, (_, person) => ({
    day: days[day] ?? "",
    answers: {
      sex: person % 2 === 0 ? "f" : "m",
      worried: person % 5 < 2 + (day % 2) ? "yes" : "no",
      ...(person % 5 < 2 + (day % 2) && { why: "rain" }),
      mood: { nervous: String((person + day) % 4), uncontrolled: String((person * 3 + day) % 4) },
      words: person % 3 === 0 ? "masks" : "school",
    },
  }));
}

let application: TestApplication;
let cookie = "";

async function asked<Answer>(path: string, options: { method?: string; value?: unknown } = {}): Promise<Answer> {
  const answer = await send(application.address, `/api/studies/${path}`, { cookie, ...options });
  if (answer.status >= 300) throw new Error(`${answer.status} ${answer.text}`);
  return JSON.parse(answer.text) as Answer;
}

/** A study that is answered before and after a version whose changes are all breaks, with a theme and two indicators. */
async function studyBroken(study: string, next: Definition): Promise<void> {
  const fielded = await fieldStudy(application.services, definition, study);
  const [before, after] = [days.slice(0, breakAt), days.slice(breakAt)];
  await keepResponses(
    application.services,
    fielded,
    before.flatMap((_, day) => answersOf(day)),
  );
  const { basedOn, revision } = await asked<Draft>(`${study}/draft`);
  const draft = { text: JSON.stringify(next), basedOn, revision };
  const seen = await asked<Draft>(`${study}/draft`, { method: "PUT", value: draft });
  const declared = Object.fromEntries((seen.changes ?? []).map(({ change }) => [change, "break"]));
  const ready = await asked<Draft>(`${study}/draft`, {
    method: "PUT",
    value: { ...draft, revision: seen.revision, declared },
  });
  await asked(`${study}/draft/fielding`, { method: "POST", value: { revision: ready.revision } });
  const kept = await application.services.admission.admitMany(
    fielded,
    after
      .flatMap((_, place) => answersOf(before.length + place))
      .map(({ day, answers }, number) => ({
        day,
        submission: { submissionKey: `after-the-break-${number}`, questionnaireVersion: 2, answers },
      })),
  );
  expect(kept.every(({ outcome }) => outcome === "kept")).toBe(true);
  const { frameVersion } = await asked<TextFrame>(`${study}/texts/frame`);
  const theme = { label: "x", rule: "", without: [] };
  const themes = [
    { ...theme, name: "masks", question: "words", terms: ["masks"] },
    { ...theme, name: "rain", question: "why", terms: ["rain"] },
  ];
  await asked(`${study}/texts/frame`, {
    method: "PUT",
    value: { basedOn: frameVersion, themes, words: [], ignored: [] },
  });
  for (const [name, codes] of [
    ["worried", ["yes"]],
    ["sex", ["f"]],
  ] as const)
    await asked(`${study}/indicators/${name}`, {
      method: "PUT",
      value: { title: { "zh-CN": name, en: name }, of: { kind: "code", variable: name, codes }, worse: "higher" },
    });
}

const analysed = (study: string, value: object): Promise<AnalysisResult> =>
  asked(`${study}/estimates`, {
    method: "POST",
    value: { every: "7-days", weight: "none", also: ["trend", "change"], ...value },
  });

/** Of which questions an answer's series are interrupted; "everything" for the questionnaire as a whole. */
async function brokenFor(study: string, value: object): Promise<readonly string[] | "everything"> {
  const { breaks, windows, estimates, trends } = await analysed(study, value);
  const isAcross = windows.map(({ from, to }) => breaks.length > 0 && from < breakDay && to >= breakDay);
  for (const ofItem of estimates)
    for (const ofGroup of ofItem)
      expect(ofGroup.map((each) => each.kind === "not-estimable" && each.reason === "crosses-break")).toEqual(isAcross);
  for (const ofItem of trends ?? []) for (const ofGroup of ofItem) expect(ofGroup).toHaveLength(1 + breaks.length);
  expect(breaks.map(({ day }) => day)).toEqual(breaks.map(() => breakDay));
  return breaks.flatMap(({ of }) => (of === null ? ["everything"] : of.map(({ name }) => name)));
}

const isWorried = { kind: "code", variable: "worried", codes: ["yes"] };
const isWoman = { kind: "code", variable: "sex", codes: ["f"] };

beforeAll(async () => {
  application = await startApplication({ studyClock: () => new Date("2026-03-31T04:00:00Z") });
  cookie = (await application.signIn()).cookie;
  await studyBroken("worried", title("worried", "Were you worried?"));
  await studyBroken("mood", title("mood", "How was your mood?"));
  await studyBroken("words", title("words", "In your words"));
  await studyBroken("whole", { ...definition, title: "Daily" });
});
afterAll(() => application.close());

describe("a declared break", () => {
  test("interrupts the series of its question, with its words", async () => {
    const { breaks } = await analysed("worried", { question: "worried" });
    expect(breaks).toEqual([
      { day: breakDay, reason: "wording", of: [{ name: "worried", title: "Were you worried?" }] },
    ]);
    expect(await brokenFor("worried", { question: "worried" })).toEqual(["worried"]);
  });

  test("interrupts no series of another question", async () => {
    for (const question of ["sex", "mood", "gad2_score", "themes.masks"])
      expect(await brokenFor("worried", { question })).toEqual([]);
    const last = (await analysed("worried", { question: "sex" })).changes?.[0]?.[0];
    expect(last?.kind).toBe("change");
  });

  test("interrupts what is divided, filtered or counted by its question, and what is asked by its answer", async () => {
    expect(await brokenFor("worried", { question: "sex", by: ["worried"] })).toEqual(["worried"]);
    expect(await brokenFor("worried", { question: "sex", filter: isWorried })).toEqual(["worried"]);
    expect(await brokenFor("worried", { question: "themes.rain" })).toEqual(["worried"]);
    const both = { kind: "all", of: [isWoman, { kind: "not", of: isWorried }] };
    expect(await brokenFor("worried", { indicator: both })).toEqual(["worried"]);
    expect(await brokenFor("worried", { indicator: isWoman })).toEqual([]);
  });

  test("of an item interrupts its scale, and of a text its themes", async () => {
    expect(await brokenFor("mood", { question: "mood.nervous" })).toEqual(["mood"]);
    expect(await brokenFor("mood", { question: "gad2_score" })).toEqual(["mood"]);
    expect(await brokenFor("mood", { question: "sex", by: ["sex"] })).toEqual([]);
    expect(await brokenFor("words", { question: "themes.masks" })).toEqual(["words"]);
    expect(await brokenFor("words", { question: "themes.rain" })).toEqual([]);
  });

  test("of no question interrupts everything", async () => {
    for (const question of ["sex", "gad2_score", "themes.masks"])
      expect(await brokenFor("whole", { question })).toEqual(["everything"]);
  });

  test("leaves two periods comparable on what it was not declared for", async () => {
    const compared = (study: string, filter?: object): Promise<ComparisonResult> =>
      asked(`${study}/comparisons`, {
        method: "POST",
        value: {
          first: { kind: "days", from: breakDay, to: "2026-03-31" },
          second: { kind: "days", from: "2026-03-01", to: "2026-03-14" },
          filter,
          weight: "none",
        },
      });
    const brokenIn = ({ items }: ComparisonResult): string[] => [
      ...new Set(
        items
          .filter(({ difference }) => difference.kind === "not-estimable" && difference.reason === "crosses-break")
          .map(({ variable, question }) => variable?.name ?? question.name),
      ),
    ];
    expect(brokenIn(await compared("worried"))).toEqual(["worried", "themes.rain"]);
    expect(brokenIn(await compared("mood"))).toEqual(["mood.nervous", "mood.uncontrolled", "gad2_score"]);
    const all = ["sex", "worried", "mood.nervous", "mood.uncontrolled", "themes.masks", "themes.rain", "gad2_score"];
    expect(brokenIn(await compared("whole"))).toEqual(all);
    expect(brokenIn(await compared("worried", isWorried))).toEqual(all);
  });

  test("parts the reliability of a scale whose items it was declared for", async () => {
    const windowsOf = async (study: string): Promise<(string | boolean)[]> => {
      const { windows } = await asked<ScaleStatistics>(`${study}/scales/gad2_score`, {
        method: "POST",
        value: { every: "7-days", weight: "none" },
      });
      return windows.map(({ alpha }) => alpha.kind === "not-estimable" && alpha.reason);
    };
    expect(await windowsOf("worried")).not.toContain("crosses-break");
    expect((await windowsOf("mood")).filter((reason) => reason === "crosses-break")).toHaveLength(6);
  });

  test("begins the baseline of the indicators that read its question, and of no other", async () => {
    const quietFrom = async (study: string): Promise<number[]> => {
      const { indicators } = await asked<StudyWarnings>(`${study}/warnings?weight=none`);
      return indicators.map(({ series }) => series[0]?.states.lastIndexOf("baseline-too-short") ?? -1);
    };
    // 14 days of baseline, from the first day or from the break.
    expect(await quietFrom("worried")).toEqual([breakAt + 13, 13]);
    expect(await quietFrom("mood")).toEqual([13, 13]);
    expect(await quietFrom("whole")).toEqual([breakAt + 13, breakAt + 13]);
  });
});
