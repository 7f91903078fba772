import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { ArticleCheck } from "../../../server/claims/check/checkApi.ts";
import type { Definition } from "../../../surveys/definition.ts";
import { startApplication, type TestApplication } from "../../support/application.ts";
import { claimMaker, claimOf } from "../../support/claims.ts";
import { send } from "../../support/client.ts";
import { figureMaker } from "../../support/figures.ts";
import { fieldStudy, keepResponses } from "../../support/fieldStudy.ts";

const choice = (value: string, chinese: string, english: string) => ({
  value,
  text: { "zh-cn": chinese, en: english },
});
const question = (name: string, [chinese, english]: [string, string], choices: ReturnType<typeof choice>[]) => ({
  type: "radiogroup" as const,
  name,
  title: { "zh-cn": chinese, en: english },
  choices,
});
const definition: Definition = {
  elements: [
    question("sex", ["您的性别", "Your sex"], [choice("male", "男", "Male"), choice("female", "女", "Female")]),
    question(
      "age_band",
      ["您的年龄", "Your age"],
      [choice("18-59", "18–59 岁", "18 to 59"), choice("60+", "60 岁及以上", "60 or older")],
    ),
    question(
      "education",
      ["您的最高学历", "Your schooling"],
      [choice("school", "中学", "Secondary school"), choice("university", "大学", "University")],
    ),
    question(
      "home",
      ["您住在哪里？", "Where do you live?"],
      [choice("town", "越城区", "Yuecheng"), choice("hills", "新昌县", "Xinchang")],
    ),
    question(
      "worried",
      ["您担心吗？", "Are you worried?"],
      [choice("yes", "担心", "Yes"), choice("no", "不担心", "No")],
    ),
  ],
};

/**
 * Of 800, half of them women, half of either sex 60 or older: of women half are worried, of men a quarter; of women who are
 * 60 or older three quarters, of men none.
 */
function said(number: number) {
  const sex = number % 2 === 0 ? "female" : "male";
  const isOlder = number % 4 < 2;
  const among = Math.floor(number / 4) % 4;
  const worried = sex === "female" ? among < (isOlder ? 3 : 1) : !isOlder && among < 2;
  return {
    day: "2026-03-03",
    answers: {
      sex,
      age_band: isOlder ? "60+" : "18-59",
      education: number % 3 === 0 ? "university" : "school",
      home: number % 5 === 0 ? "hills" : "town",
      worried: worried ? "yes" : "no",
    },
  };
}

let application: TestApplication;
let cookie = "";

beforeAll(async () => {
  application = await startApplication({ studyClock: () => new Date("2026-03-04T02:00:00Z") });
  ({ cookie } = await application.signIn());
  const study = await fieldStudy(application.services, definition);
  await keepResponses(
    application.services,
    study,
    Array.from({ length: 800 }, (_, number) => said(number)),
  );
  await figureMaker(application.address, cookie).publish({ questions: ["worried", "sex", "age_band", "home"] });
  // What a public claim is broken down by, sentences may name.
  const claims = claimMaker(application.address, cookie);
  const { claim } = await claims.make(claimOf({ request: { question: "worried", by: ["home"] }, group: ["hills"] }));
  await claims.show(claim, "public");
}, 60_000);
afterAll(() => application.close());

const found = async (text: string, language: "en" | "zh-CN"): Promise<string[]> => {
  const path = `/api/studies/flood/article-check?lang=${language}`;
  const answer = await send(application.address, path, { method: "POST", cookie, value: { text } });
  if (answer.status !== 200) throw new Error(answer.text);
  return (JSON.parse(answer.text) as ArticleCheck).numbers.map(
    ({ quote, verdict, of }) => `${quote.number} ${verdict} ${of?.kind === "question" ? of.whom : "-"}`,
  );
};

describe("a sentence about a group", () => {
  test.each([
    ["Of women, 50% are worried.", ["50% holds among: Female"]],
    ["50% of women are worried, and 25% of men.", ["50% holds among: Female", "25% holds among: Male"]],
    ["37.5% of women are worried.", ["37.5% drifted among: Female"]],
    [
      "Among men and women alike, worry differs: 25% of men and 50% of women are worried.",
      ["25% holds among: Male", "50% holds among: Female"],
    ],
    ["Women are worried (50%), men less so (25%).", ["50% holds among: Female", "25% holds among: Male"]],
    ["Among those aged 60 or older, 38% are worried.", ["38% holds among: 60 or older"]],
    ["75% of women aged 60 and over are worried.", ["75% holds among: Female, 60 or older"]],
    ["Among women, 50% are worried and 50% are not worried.", ["50% holds among: Female", "50% holds among: Female"]],
    ["In Xinchang 37.5% are worried.", ["37.5% holds among: Xinchang"]],
    ["- Female: 50% worried", ["50% holds among: Female"]],
  ])("is held against that group: %s", async (sentence, expected) => {
    expect(await found(sentence, "en")).toEqual(expected);
  });

  test.each([
    ["女性中50%担心。", ["50% holds 其中：女"]],
    ["50%的女性担心，男性则为25%的人担心。", ["50% holds 其中：女", "25% holds 其中：男"]],
    ["女性中有37.5%的人担心。", ["37.5% drifted 其中：女"]],
    ["60岁及以上的受访者中，38%的人担心。", ["38% holds 其中：60 岁及以上"]],
    ["60岁以上的女性中，75%担心。", ["75% holds 其中：60 岁及以上、女"]],
    ["18至59岁的人中有37.5%担心。", ["37.5% holds 其中：18–59 岁"]],
    ["在新昌县，37.5%的居民担心。", ["37.5% holds 其中：新昌县"]],
  ])("is held against that group in Chinese: %s", async (sentence, expected) => {
    expect(await found(sentence, "zh-CN")).toEqual(expected);
  });

  test.each([
    "Of nurses, 37.5% are worried.",
    "37.5% of people who live alone are worried.",
    "Among them, 37.5% are worried.",
    "37.5% of women and men under 30 are worried.",
    "Among those aged 25 to 34, 37.5% are worried.",
    // Of a question that is not public.
    "37.5% of University graduates are worried.",
    "Women are more worried than men: 37.5% are worried.",
  ])("is compared with nobody where it cannot be told which: %s", async (sentence) => {
    expect(await found(sentence, "en")).toEqual(["37.5% unclear of whom is unclear"]);
  });

  test.each([
    "护士中37.5%的人担心。",
    "独居老人中有37.5%担心。",
    "其中37.5%担心。",
    "37.5%的医务人员担心。",
    "25至34岁的人中，37.5%担心。",
    "在听说过谣言的人中，37.5%担心。",
  ])("is compared with nobody in Chinese where it cannot be told which: %s", async (sentence) => {
    expect(await found(sentence, "zh-CN")).toEqual(["37.5% unclear 哪一部分人不明"]);
  });

  test("says why it was not compared, on the page for everyone, too", async () => {
    const page = await send(application.address, "/check?lang=en", {
      method: "POST",
      value: new URLSearchParams({ text: "Of nurses, 37.5% are worried.", study: "flood" }).toString(),
      headers: { "Content-Type": "application/x-www-form-urlencoded" },
    });
    expect(page.text).toContain("Cannot tell which group");
    expect(page.text).toContain("it cannot be told which group: it was not compared");
  });
});

describe("a sentence about everyone", () => {
  test.each([
    "Of those asked, 37.5% are worried.",
    "37.5% of respondents who took part are worried.",
    "Some 37.5% of people in our survey are worried.",
    "Among all participants, 37.5% are worried.",
    "Women worry more than men, but overall 37.5% are worried.",
    "37.5% are worried, women above all.",
  ])("is held against everyone: %s", async (sentence) => {
    expect(await found(sentence, "en")).toEqual(["37.5% holds of all who answered"]);
  });

  test.each([
    "调查显示，37.5%的人担心。",
    "全部受访者中，37.5%的人担心。",
    "调查显示受访者中37.5%担心。",
    "37.5%的受访居民担心。",
    "总体上37.5%担心。",
  ])("is held against everyone in Chinese: %s", async (sentence) => {
    expect(await found(sentence, "zh-CN")).toEqual(["37.5% holds 所有答题者"]);
  });

  test("may be about how many are of a group", async () => {
    expect(await found("Where people live: 20% live in Xinchang.", "en")).toEqual(["20% holds of all who answered"]);
  });
});
