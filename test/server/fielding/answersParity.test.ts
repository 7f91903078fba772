import { readFileSync } from "node:fs";
import fc from "fast-check";
import { Model } from "survey-core";
import { describe, expect, test } from "vitest";
import { compileAnswers } from "../../../server/fielding/answers/compileAnswers.ts";
import { checkDefinition } from "../../../server/fielding/definition/checkDefinition.ts";
import { Problem, type FieldFault } from "../../../server/problem.ts";
import type { Choice, ChoiceQuestion, Definition, Question } from "../../../surveys/definition.ts";
import { codeOf, questionsOf, ratingPoints, specialItems } from "../../../surveys/questions.ts";
import { dailyTracking } from "../../../surveys/questionnaires/dailyTracking.v1.ts";
import { sharedPath } from "../../support/shared.ts";

const runs = 2_000;

const own = readDefinition(new URL("../../support/corpus/fixture-survey.json", import.meta.url));
const larger = sharedPath("bad-inputs/fixture-survey.json");
const questionnaires: readonly [string, Definition][] = [
  ["the daily questionnaire", dailyTracking],
  ["the questionnaire of our corpus", own],
  ...(larger === null
    ? []
    : [["the questionnaire of the larger corpus", readDefinition(larger)] as [string, Definition]]),
];

function readDefinition(path: string | URL): Definition {
  const { survey } = JSON.parse(readFileSync(path, "utf8")) as { survey: unknown };
  return checkDefinition(Buffer.from(JSON.stringify(survey)));
}

describe.each(questionnaires)("the compiled check of %s", (_name, definition) => {
  const check = compileAnswers(definition);
  const model = new Model(definition);
  const answers = answersTo(definition);

  test("accepts nothing that SurveyJS refuses, and only what SurveyJS shows", () => {
    let accepted = 0;
    fc.assert(
      // Setting SurveyJS's data takes tens of milliseconds: one in ten is made fit, the others are as they come.
      fc.property(answers, fc.nat(9), (anything, turn) => {
        const given = turn === 0 ? asAPersonWould(model, anything) : anything;
        if (faultsOf(check, given).length > 0) return;
        accepted += 1;
        model.data = given;
        expect({ given, isValid: model.validate(false), errors: errorsOf(model) }).toMatchObject({ isValid: true });
        for (const name of topLevelNames(given)) expect(isShown(model, name)).toBe(true);
      }),
      { numRuns: runs, seed: 20200130 },
    );
    expect(accepted).toBeGreaterThan(runs / 100);
  });

  test("says of a question that it is hidden or missing exactly where SurveyJS does", () => {
    fc.assert(
      fc.property(answers, (given) => {
        model.data = given;
        const faults = faultsOf(check, given);
        // A caller is told of ten faults at most; a longer list says nothing about the rest.
        if (faults.length >= 10) return;
        const shown = questionsOf(definition).map(({ question }) => question.name);
        const saysHidden = namesWith(faults, "hidden-question");
        const isHidden = topLevelNames(given).filter((name) => !isShown(model, name));
        expect(new Set(saysHidden)).toEqual(new Set(isHidden));
        const saysMissing = namesWith(faults, "required").filter((name) => !Object.hasOwn(given, name));
        const isMissing = shown.filter((name) => isNeeded(model, name) && !Object.hasOwn(given, name));
        expect(new Set(saysMissing)).toEqual(new Set(isMissing));
      }),
      { numRuns: runs / 5, seed: 20200131 },
    );
  });
});

/** The answers without those to what SurveyJS does not show, and without choices that it does not offer. */
function asAPersonWould(model: Model, anything: Record<string, unknown>): Record<string, unknown> {
  let given = anything;
  for (let round = 0; round < 3; round++) {
    model.data = given;
    const kept = Object.entries(given).flatMap(([name, value]): [string, unknown][] => {
      const question = model.getQuestionByName(name.replace(/-Comment$/, ""));
      if (!isShown(model, question.name)) return [];
      if (!Array.isArray(value) || question["visibleChoices"] === undefined) return [[name, value]];
      const offered = new Set((question["visibleChoices"] as { value: unknown }[]).map((choice) => choice.value));
      return [[name, value.filter((code) => offered.has(code))]];
    });
    if (JSON.stringify(kept) === JSON.stringify(Object.entries(given))) return given;
    given = Object.fromEntries(kept);
  }
  return given;
}

function faultsOf(check: (answers: unknown) => unknown, given: unknown): readonly FieldFault[] {
  try {
    check(given);
    return [];
  } catch (error) {
    if (error instanceof Problem) return error.faults;
    throw error;
  }
}

function namesWith(faults: readonly FieldFault[], code: string): string[] {
  const names = faults.filter((fault) => fault.code === code).map(({ field }) => field.replace(/^answers\./, ""));
  return names.filter((name) => !name.includes("."));
}

function topLevelNames(given: object): string[] {
  return Object.keys(given).filter((name) => !name.endsWith("-Comment"));
}

function isShown(model: Model, name: string): boolean {
  const question = model.getQuestionByName(name);
  return question.isVisible && question.isParentVisible;
}

function isNeeded(model: Model, name: string): boolean {
  return isShown(model, name) && model.getQuestionByName(name).isRequired;
}

function errorsOf(model: Model): string[] {
  return model.getAllQuestions().flatMap(({ name, errors }) => errors.map((error) => `${name}: ${error.getText()}`));
}

/** Answers to a questionnaire: mostly what a person could give, now and then something else. */
function answersTo(definition: Definition): fc.Arbitrary<Record<string, unknown>> {
  const members = questionsOf(definition).map(({ question }) => {
    const value = fc.oneof({ weight: 60, arbitrary: valueOf(question) }, { weight: 1, arbitrary: oddValue });
    const isUsual = question.isRequired === true ? 25 : 3;
    return fc.oneof(
      { weight: isUsual, arbitrary: value.map((given): [string, unknown][] => [[question.name, given]]) },
      { weight: 1, arbitrary: fc.constant<[string, unknown][]>([]) },
    );
  });
  return fc.tuple(...members).map((parts) => withComments(Object.fromEntries(parts.flat())));
}

/** Whoever picks "other" says what it is. */
function withComments(given: Record<string, unknown>): Record<string, unknown> {
  const picksOther = ([, value]: [string, unknown]): boolean =>
    value === "other" || (Array.isArray(value) && value.includes("other"));
  const comments = Object.entries(given)
    .filter(picksOther)
    .map(([name]): [string, string] => [`${name}-Comment`, "something"]);
  return { ...given, ...Object.fromEntries(comments) };
}

/** SurveyJS asks objects for `hasOwnProperty`, which what JSON gives has. */
const plainObject = { noNullPrototype: true } as const;

const oddValue = fc.oneof(
  fc.string({ maxLength: 8 }),
  fc.integer(),
  fc.boolean(),
  fc.array(fc.string(), { maxLength: 2 }),
);
const words = fc.string({ minLength: 1, maxLength: 12 }).filter((text) => text.trim() !== "");

function codes(question: object, choices: readonly Choice[]): fc.Arbitrary<unknown> {
  return fc.constantFrom(...choices.map(codeOf), ...specialItems(question).map(({ code }) => code));
}

type SimpleType = ChoiceQuestion["type"] | "rating" | "boolean" | "text" | "comment" | "expression";

function valueOf(question: Question): fc.Arbitrary<unknown> {
  switch (question.type) {
    case "radiogroup":
    case "dropdown":
    case "buttongroup":
      return codes(question, question.choices);
    case "checkbox":
    case "tagbox":
      return fc.uniqueArray(codes(question, question.choices), { maxLength: 4 });
    case "ranking":
      return fc.shuffledSubarray(question.choices.map(codeOf), { minLength: question.choices.length });
    case "rating":
      return fc.constantFrom(...ratingPoints(question).map(({ code }) => code));
    case "boolean":
      return fc.constantFrom(question.valueTrue ?? true, question.valueFalse ?? false);
    case "text":
      return textOf(question);
    case "comment":
      return words;
    case "expression":
      return fc.constantFrom(0, 2, 4, 6, 8, 10);
    default:
      return partsOf(question);
  }
}

function partsOf(question: Exclude<Question, { type: SimpleType }>): fc.Arbitrary<unknown> {
  switch (question.type) {
    case "matrix":
      return rowsOf(
        question.rows.map((row) => String(codeOf(row))),
        fc.constantFrom(...question.columns.map(codeOf)),
      );
    case "multipletext":
      return fc.record(Object.fromEntries(question.items.map((item) => [item.name, textOf(item)])), plainObject);
    case "matrixdropdown":
    case "matrixdynamic":
      return fc.constant([]);
    case "paneldynamic":
      return fc.array(
        fc.record(
          Object.fromEntries(
            question.templateElements.flatMap((element) =>
              element.type === "html" || element.type === "panel" ? [] : [[element.name, valueOf(element)]],
            ),
          ),
          plainObject,
        ),
        { maxLength: 3 },
      );
  }
}

function textOf({
  inputType,
  min,
  max,
}: {
  inputType?: string | undefined;
  min?: unknown;
  max?: unknown;
}): fc.Arbitrary<unknown> {
  if (inputType === "number") return fc.integer({ min: Number(min ?? 0) - 1, max: Number(max ?? 100) + 1 });
  if (inputType === "date") {
    const moment = fc.date({ min: new Date("2025-12-30"), max: new Date("2027-01-02"), noInvalidDate: true });
    return moment.map((day) => day.toISOString().slice(0, 10));
  }
  return fc.oneof(words, fc.stringMatching(/^\d{3}$/));
}

function rowsOf(rows: readonly string[], code: fc.Arbitrary<unknown>): fc.Arbitrary<Record<string, unknown>> {
  return fc.record(Object.fromEntries(rows.map((row) => [row, code])), { ...plainObject, requiredKeys: rows.slice(1) });
}
