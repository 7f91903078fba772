import { describe, expect, test } from "vitest";
import type { Definition, Element } from "../../surveys/definition.ts";
import { definitionChanges } from "../../surveys/revision/definitionChanges.ts";
import { interruptions } from "../../surveys/revision/interruptions.ts";

const sex: Element = { type: "radiogroup", name: "sex", choices: ["f", "m"] };
const worried: Element = { type: "radiogroup", name: "worried", choices: ["yes", "no"] };
const why: Element = { type: "comment", name: "why", visibleIf: "{worried} = 'yes'" };
const mood: Element = {
  type: "matrix",
  name: "mood",
  rows: ["nervous", "uncontrolled"],
  columns: ["0", "1", "2", "3"],
};
const hours: Element = { type: "text", name: "hours", inputType: "number" };
const minutes: Element = { type: "expression", name: "minutes", expression: "{perDay} * 60" };
const contacts: Element = {
  type: "matrixdynamic",
  name: "contacts",
  maxRowCount: 2,
  columns: [{ name: "who", cellType: "text", title: "Who" }],
};
const intro: Element = { type: "html", name: "intro", html: "Welcome" };

const before: Definition = {
  pages: [
    { name: "start", elements: [intro] },
    { name: "you", title: "You", elements: [sex, { type: "panel", name: "worries", elements: [worried, why] }] },
    {
      name: "more",
      elements: [mood, { type: "html", name: "note", html: "Think of yesterday" }, hours, minutes, contacts],
    },
  ],
  calculatedValues: [{ name: "perDay", expression: "{hours} / 7" }],
  instruments: { gad2: ["mood.nervous", "mood.uncontrolled"] },
};

/** The questionnaire with a text in another's place. */
function withText(was: string, is: string): Definition {
  return JSON.parse(JSON.stringify(before).replace(was, is)) as Definition;
}

/** What is interrupted where each change to a definition is declared a break: everything that is, with what for. */
function interrupted(after: Definition): Record<string, string[]> | "everything" {
  const changes = definitionChanges(before, after).map((change) => ({ ...change, declared: "break" as const }));
  if (changes.length === 0) throw new Error("There must be a change");
  const found = interruptions(changes, [before, after]);
  return found === null
    ? "everything"
    : Object.fromEntries([...found].map(([name, declaredFor]) => [name, [...declaredFor]]));
}

describe("interruptions", () => {
  test("are of the question of a change, and of whom it decides about", () => {
    expect(interrupted(withText('"f","m"', '"f","m","x"'))).toEqual({ sex: ["sex"] });
    expect(interrupted(withText('"yes","no"', '"no"'))).toEqual({ worried: ["worried"], why: ["worried"] });
  });

  test("are of the score of an item, of what is worked out of a number, and of the table of a column", () => {
    expect(interrupted(withText('"nervous","', '"nervous","tense","'))).toEqual({
      mood: ["mood"],
      gad2_score: ["mood"],
    });
    expect(interrupted(withText('"inputType":"number"', '"inputType":"number","max":24'))).toEqual({
      hours: ["hours"],
      perDay: ["hours"],
      minutes: ["hours"],
    });
    expect(interrupted(withText('"Who"', '"Whom"'))).toEqual({ contacts: ["contacts"] });
  });

  test("are of the score alone where it is scored from other items", () => {
    const after = withText('["mood.nervous","mood.uncontrolled"]', '["mood.uncontrolled","mood.nervous"]');
    expect(interrupted(after)).toEqual({ gad2_score: ["gad2_score"] });
  });

  test("are of the questions of a panel, and those beside a text or under the words of a page", () => {
    expect(interrupted(withText('"name":"worries"', '"name":"worries","title":"Worries"'))).toEqual({
      worried: ["worried"],
      why: ["worried", "why"],
    });
    const ofPage = { you: ["sex", "worried", "why"], more: ["mood", "hours", "minutes", "contacts"] };
    expect(Object.keys(interrupted(withText('"You"', '"About you"'))).sort()).toEqual(ofPage.you.sort());
    expect(Object.keys(interrupted(withText("yesterday", "last week"))).sort()).toEqual(
      [...ofPage.more, "gad2_score", "perDay"].sort(),
    );
  });

  test("are of everything where a change is of no question, or the break was said of the version as a whole", () => {
    expect(interrupted({ ...before, title: "Daily" })).toBe("everything");
    expect(interrupted(withText("Welcome", "Good morning"))).toBe("everything");
    expect(interruptions([], [before, before])).toBeNull();
  });

  test("are of no change that was declared comparable", () => {
    const after = withText('"f","m"', '"f","m","x"').pages ?? [];
    const both = { ...before, title: "Daily", pages: after };
    const changes = definitionChanges(before, both).map((change) => ({
      ...change,
      declared: change.question === null ? ("comparable" as const) : ("break" as const),
    }));
    expect([...(interruptions(changes, [before, both])?.keys() ?? [])]).toEqual(["sex"]);
  });
});
