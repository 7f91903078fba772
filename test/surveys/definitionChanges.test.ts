import { describe, expect, test } from "vitest";
import type { Definition, Element } from "../../surveys/definition.ts";
import { dailyTracking } from "../../surveys/questionnaires/dailyTracking.v1.ts";
import type { DeclaredChange, DefinitionChange } from "../../surveys/revision/definitionChange.ts";
import { definitionChanges } from "../../surveys/revision/definitionChanges.ts";
import { outOfOrder } from "../../surveys/revision/outOfOrder.ts";
import { relationOf } from "../../surveys/revision/relationOf.ts";

const sex: Element = {
  type: "radiogroup",
  name: "sex",
  title: { default: "您的性别", en: "Your sex" },
  choices: [
    { value: "f", text: { default: "女", en: "Woman" } },
    { value: "m", text: { default: "男", en: "Man" } },
  ],
};
const sleep: Element = { type: "rating", name: "sleep", rateMax: 3 };
const words: Element = { type: "comment", name: "words" };
const trust: Element = {
  type: "matrix",
  name: "trust",
  rows: ["local", "national"],
  columns: ["open", "closed"],
};
const before: Definition = { pages: [{ name: "one", elements: [sex, sleep] }, { elements: [words, trust] }] };

/** Each change as `kind question member part: before > after`, with texts in English. */
function said(after: Definition, former = before): string[] {
  return definitionChanges(former, after).map(({ kind, question, member, part, before: was, after: is }) => {
    const about = [kind, question, member, part].filter((each) => each !== null).join(" ");
    return was === null && is === null ? about : `${about}: ${english(was)} > ${english(is)}`;
  });
}

function english(text: DefinitionChange["before"]): string {
  return typeof text === "object" && text !== null ? (text["en"] ?? "?") : (text ?? "-");
}

function withFirst(element: Element): Definition {
  return { pages: [{ name: "one", elements: [element, sleep] }, { elements: [words, trust] }] };
}

describe("definitionChanges", () => {
  test("finds none in what is only written in another way", () => {
    const pages = [
      { elements: [{ ...sex, title: { en: "Your sex", "zh-cn": "您的性别" } }, sleep], name: "one" },
      { elements: [words, trust] },
    ];
    expect(said({ pages })).toEqual([]);
    expect(said(dailyTracking, JSON.parse(JSON.stringify(dailyTracking)) as Definition)).toEqual([]);
  });

  test("names questions that came, went and moved, and pages that begin elsewhere", () => {
    expect(
      said({ pages: [{ name: "one", elements: [sleep, sex] }, { elements: [words, { ...trust, name: "faith" }] }] }),
    ).toEqual(["question-moved sex", "question-added faith", "question-removed trust"]);
    expect(said({ pages: [{ name: "one", elements: [sex, sleep, words] }, { elements: [trust] }] })).toEqual([
      "pages-changed",
    ]);
  });

  test("names words, in whichever language they changed", () => {
    expect(said(withFirst({ ...sex, title: { default: "性别", en: "Your sex" } }))).toEqual([
      "reworded sex title: Your sex > Your sex",
    ]);
    expect(said({ ...before, completedHtml: "<p>谢谢</p>" })).toEqual(["reworded completedHtml: - > <p>谢谢</p>"]);
    const pages = [{ name: "one", title: "You", elements: [sex, sleep] }, { elements: [words, trust] }];
    expect(said({ pages })).toEqual(["reworded title one: - > You"]);
  });

  test("names choices that came, went, changed their words or their order, by code", () => {
    const choices = [
      { value: "m", text: { default: "男", en: "Man" } },
      { value: "f", text: { default: "女性", en: "Woman" } },
      "x",
    ];
    expect(said(withFirst({ ...sex, choices, showRefuseItem: true }))).toEqual([
      "part-reworded sex choices f: Woman > Woman",
      "part-added sex choices x: - > x",
      "part-added sex choices refused: - > Prefer not to say",
      "parts-reordered sex choices: f · m > m · f",
    ]);
    expect(said(withFirst({ ...sex, choices: sex.choices.slice(0, 1) }))).toEqual([
      "part-removed sex choices m: Man > -",
    ]);
  });

  test("names rows, columns and points of a scale as what they are", () => {
    const changed = { ...trust, rows: ["local"], columns: ["open", "closed", "unsure"] };
    const pages = [{ name: "one", elements: [sex, { ...sleep, rateMax: 4 }] }, { elements: [words, changed] }];
    expect(said({ pages })).toEqual([
      "part-added sleep rateValues 4: - > 4",
      "part-removed trust rows national: national > -",
      "part-added trust columns unsure: - > unsure",
    ]);
  });

  test("tells who is asked from what an answer must be and from looks", () => {
    expect(said(withFirst({ ...sex, visibleIf: "{sleep} > 1" }))).toEqual([
      "asked-changed sex visibleIf: - > {sleep} > 1",
    ]);
    expect(said(withFirst({ ...sex, isRequired: true, colCount: 2 }))).toEqual([
      "limits-changed sex isRequired: - > true",
      "presentation-changed sex colCount: - > 2",
    ]);
    const { name, title, choices } = sex;
    expect(said(withFirst({ type: "dropdown", name, title: title ?? "", choices }))).toEqual([
      "type-changed sex type: radiogroup > dropdown",
    ]);
  });

  test("finds the condition of a page or a panel in each question that it is about, and what stands inside blocks", () => {
    const panel: Element = { type: "panel", name: "group", visibleIf: "{sex} = 'f'", elements: [sleep] };
    const block = (inner: Element): Definition => ({
      elements: [sex, { type: "paneldynamic", name: "children", maxPanelCount: 3, templateElements: [inner] }],
    });
    const former: Definition = { elements: [sex, { ...panel, elements: [sleep] }] };
    expect(said({ elements: [sex, { ...panel, visibleIf: "{sex} = 'm'" }] }, former)).toEqual([
      "asked-changed group visibleIf: {sex} = 'f' > {sex} = 'm'",
      "asked-changed sleep visibleIf: {sex} = 'f' > {sex} = 'm'",
    ]);
    expect(said(block({ type: "text", name: "age", maxLength: 2 }), block({ type: "text", name: "age" }))).toEqual([
      "limits-changed children.age maxLength: - > 2",
    ]);
  });

  test("names scales by what they are scored from", () => {
    const scored = { ...before, instruments: { gad2: ["sleep", "sex"] } };
    expect(said(scored)).toEqual(["scale-changed gad2: - > sleep, sex"]);
  });

  test("gives every change a name of its own", () => {
    const other = { pages: [{ elements: [{ ...sex, choices: ["x", "y"], title: "?" }, words] }] };
    const names = definitionChanges(before, other).map(({ change }) => change);
    expect(new Set(names).size).toBe(names.length);
  });
});

describe("outOfOrder", () => {
  test("moves the fewest names", () => {
    expect([...outOfOrder(["a", "b", "c", "d"], ["b", "c", "d", "a"])]).toEqual(["a"]);
    expect([...outOfOrder(["a", "b", "c"], ["a", "b", "c"])]).toEqual([]);
    expect(outOfOrder(["a", "b", "c"], ["c", "b", "a"]).size).toBe(2);
    expect(outOfOrder([], []).size).toBe(0);
  });
});

describe("relationOf", () => {
  const declared = (kind: DefinitionChange["kind"], declaration: DeclaredChange["declared"]): DeclaredChange => {
    const nothing = { question: null, title: null, member: null, part: null, before: null, after: null };
    return { change: kind, kind, ...nothing, declared: declaration };
  };

  test("is a break where one change is, the same where only words changed, and else changed", () => {
    expect(relationOf([declared("reworded", "comparable"), declared("part-added", "break")])).toBe("broken");
    expect(relationOf([declared("reworded", "comparable"), declared("presentation-changed", "comparable")])).toBe(
      "same",
    );
    expect(relationOf([declared("part-added", "comparable")])).toBe("changed");
  });
});
