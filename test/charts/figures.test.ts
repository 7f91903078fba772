import { describe, expect, test } from "vitest";
import { describe as words } from "../../charts/describe.ts";
import { gridStack } from "../../charts/figures/gridStack.ts";
import { groupedBars } from "../../charts/figures/groupedBars.ts";
import { numberHistogram } from "../../charts/figures/numberHistogram.ts";
import { responsesPerDay } from "../../charts/figures/responsesPerDay.ts";
import { scoreColumns } from "../../charts/figures/scoreColumns.ts";
import { shareBars } from "../../charts/figures/shareBars.ts";
import { choiceOf, estimatesOf, readerOf } from "./estimated.ts";

const english = readerOf("en");
const chinese = readerOf("zh-CN");
const common = { type: "", askedIf: null, answered: 1_000, unanswered: 0 };

describe("shareBars", () => {
  test("draws each share with the interval its estimate has", () => {
    const question = choiceOf([273, 727]);
    const figure = shareBars(question, english);
    const [first] = question.rows;
    if (first?.estimate.kind !== "estimate") throw new Error("273 of 1,000 must be estimable");
    const { value, interval } = first.estimate;
    expect(value).toBeCloseTo(0.273, 12);
    expect(figure.series[0]?.marks[0]).toEqual({ value, interval, whyNoInterval: null });
    expect(interval?.lower).toBeLessThan(value);
    expect(interval?.upper).toBeGreaterThan(value);
    expect(figure.places.map(({ label, text }) => [label, text])).toEqual([
      ["Answer 0", "27.3%"],
      ["Answer 1", "72.7%"],
    ]);
    expect(figure.n).toBe(1_000);
  });

  test("draws a share of 0 and of 1 as what they are", () => {
    const { places, series } = shareBars(choiceOf([0, 1_000]), english);
    expect(places.map(({ text }) => text)).toEqual(["0.0%", "100.0%"]);
    expect(series[0]?.marks.map((mark) => mark?.value)).toEqual([0, 1]);
    expect(series[0]?.marks[0]?.interval?.lower).toBe(0);
    expect(series[0]?.marks[1]?.interval?.upper).toBe(1);
  });

  test.each([
    ["nobody answered", [0, 0], ["no answers", "无人回答"]],
    ["one person answered", [1, 0], ["too few answers", "回答太少"]],
    ["fewer than thirty answered", [12, 13], ["too few answers", "回答太少"]],
    ["the interval is too wide", [15, 25], ["too uncertain", "误差太大"]],
  ])("says why there is no bar when %s, and draws none of length 0", (_, counts, [inEnglish, inChinese]) => {
    const question = choiceOf(counts);
    const figure = shareBars(question, english);
    expect(figure.places.map(({ text }) => text)).toEqual([inEnglish, inEnglish]);
    expect(figure.series.flatMap(({ marks }) => marks)).toEqual([null, null]);
    expect(shareBars(question, chinese).places[0]?.text).toBe(inChinese);
  });

  test("colours what has an order from little to much", () => {
    const { series } = shareBars(choiceOf([300, 300, 400], { ordered: true }), english);
    expect(series.map(({ colour }) => colour)).toEqual([
      { place: 0, of: 3 },
      { place: 1, of: 3 },
      { place: 2, of: 3 },
    ]);
    expect(series.map(({ marks }) => marks.findIndex((mark) => mark !== null))).toEqual([0, 1, 2]);
  });
});

describe("gridStack", () => {
  const columns = [
    { code: "yes", label: "Yes" },
    { code: "no", label: "No" },
  ];
  const rowOf = (name: string, counts: readonly number[]) => ({
    name,
    label: name,
    shares: estimatesOf(counts).map((estimate, place) => ({ code: "", label: "", ...columns[place], estimate })),
    net: null,
  });
  const figure = gridStack(
    {
      ...common,
      name: "grid",
      title: "Grid",
      shape: "grid",
      columns,
      netOf: null,
      rows: [rowOf("A", [600, 400]), rowOf("B", [3, 4])],
    },
    english,
  );

  test("divides each row among the columns, and names its n", () => {
    const ofFirst = figure.series.map(({ marks }) => marks[0]?.value ?? 0);
    expect(ofFirst).toEqual([0.6, 0.4]);
    expect(figure.places[0]).toEqual({ label: "A", text: "n 1,000" });
  });

  test("leaves out a row that too few answered, and says so", () => {
    expect(figure.series.map(({ marks }) => marks[1])).toEqual([null, null]);
    expect(figure.places[1]?.text).toBe("too few answers");
  });
});

describe("groupedBars", () => {
  const [low, high] = [estimatesOf([300, 700]), estimatesOf([600, 400])];
  const [few] = estimatesOf([3, 2]);
  const result = {
    title: "Trust",
    responses: 2_005,
    groups: [
      { codes: ["f"], labels: ["Women"] },
      { codes: ["m"], labels: ["Men"] },
      { codes: ["x"], labels: ["Others"] },
      { codes: [], labels: [] },
    ],
    estimates: [0, 1].map((item) => [low[item], high[item], few, low[item]].flatMap((each) => (each ? [[each]] : []))),
  };
  const figure = groupedBars(result, { labels: ["Yes", "No"], unit: "share" }, english);

  test("puts a bar with its interval for each group at each item, and leaves all together to the table", () => {
    expect(figure.series.map(({ label }) => label)).toEqual(["Women", "Men", "Others"]);
    expect(figure.series.map(({ marks }) => marks.map((mark) => mark?.value ?? null))).toEqual([
      [0.3, 0.7],
      [0.6, 0.4],
      [null, null],
    ]);
    expect(figure.series[0]?.marks[0]?.interval?.lower).toBeLessThan(0.3);
  });

  test("is said in words with every group's interval", () => {
    // R: binom.test(300, 1000) and binom.test(600, 1000).
    expect(words(figure, "en")).toContain(
      "Yes: Women 30.0% (95% interval 27.2%–32.9%), Men 60.0% (95% interval 56.9%–63.1%); No:",
    );
  });
});

describe("scoreColumns", () => {
  test("puts every score into the colour of its band", () => {
    const atEach = estimatesOf([500, 300, 200]);
    const [mean] = estimatesOf([1]);
    if (mean === undefined) throw new Error("One category has one estimate");
    const band = { label: { "zh-CN": "轻", en: "Low" }, estimate: mean };
    const figure = scoreColumns(
      {
        ...common,
        name: "score",
        title: "Scale",
        shape: "score",
        instrument: "scale",
        instrumentVersion: "1.0",
        mean,
        cutOff: 2,
        direction: "higher-is-worse",
        screenPositive: null,
        bands: [
          { ...band, name: "low", from: 0, to: 1 },
          { ...band, name: "high", from: 2, to: 2 },
        ],
        scores: atEach.map((estimate, score) => ({ score, estimate })),
      },
      english,
    );
    expect(figure.series.map(({ label }) => label)).toEqual(["Low 0–1", "Low 2–2"]);
    expect(figure.series.map(({ marks }) => marks.map((mark) => mark?.value ?? null))).toEqual([
      [0.5, 0.3, null],
      [null, null, 0.2],
    ]);
  });
});

describe("numberHistogram", () => {
  test("names a bin of one whole number by it, and others by their ends", () => {
    const [low, high, mean] = estimatesOf([500, 300, 200]);
    if (low === undefined || high === undefined || mean === undefined)
      throw new Error("Three categories, three estimates");
    const bins = [
      { from: 1, to: 2, estimate: low },
      { from: 2, to: 4.5, estimate: high },
    ];
    const figure = numberHistogram({ name: "age", label: "Age", mean, bins }, english);
    expect(figure.places.map(({ label }) => label)).toEqual(["1", "2–4.5"]);
    expect(figure.series[0]?.marks.map((mark) => mark?.value)).toEqual([0.5, 0.3]);
  });
});

describe("responsesPerDay", () => {
  const days = [
    { day: "2020-01-30", responses: 816, excluded: 16 },
    { day: "2020-01-31", responses: 0, excluded: 0 },
  ];

  test("puts the excluded on top of the rest, so that the column is the day's count", () => {
    const { series, places } = responsesPerDay(
      { study: "s", timeZone: "Asia/Shanghai", responses: 816, days },
      "zh-CN",
    );
    expect(series.map(({ marks }) => marks.map((mark) => mark?.value))).toEqual([
      [800, 0],
      [16, 0],
    ]);
    expect(places).toEqual([
      { label: "1月30日", text: "816" },
      { label: "1月31日", text: "0" },
    ]);
  });

  test("has one series when nobody is excluded", () => {
    const counted = days.map((day) => ({ ...day, excluded: 0 }));
    const { series } = responsesPerDay({ study: "s", timeZone: "UTC", responses: 816, days: counted }, "en");
    expect(series.map(({ label }) => label)).toEqual(["Responses per day"]);
  });
});
