import type { ChoiceQuestion, Definition, MatrixQuestion } from "../definition.ts";
import { gad2 } from "../instruments/gad2.ts";
import type { Instrument } from "../instruments/instrument.ts";
import { phq2 } from "../instruments/phq2.ts";
import { gad2SevenDays, phq2SevenDays } from "../instruments/sevenDays.ts";
import { choicesOf, says } from "./bilingual.ts";
import { states } from "./householdPulse/states.ts";

/**
 * The part of the US Census Bureau's Household Pulse Survey that its mental-health figures are made from, in our own
 * wording, so that its public-use files can be read into a study.
 *
 * Weeks 1 to 33 asked the items of the GAD-2 and PHQ-2 about the last 7 days, later ones about the last 2 weeks: these
 * are different instruments, and so different questionnaires.
 */
export const householdPulse = pulse({ anxiety: gad2SevenDays, depression: phq2SevenDays });

/** The same as asked from week 34 on. */
export const householdPulseTwoWeeks = pulse({ anxiety: gad2, depression: phq2 });

function pulse({ anxiety, depression }: { anxiety: Instrument; depression: Instrument }): Definition {
  return {
    title: says("美国家庭脉搏调查：心理健康", "Household Pulse Survey: mental health"),
    pages: [
      {
        name: "person",
        elements: [
          picked("state", says("您住在哪个州？", "In which state do you live?"), states),
          {
            type: "text",
            name: "birth_year",
            title: says("您哪一年出生？", "In which year were you born?"),
            inputType: "number",
          },
          picked("sex", says("您的性别？", "What is your sex?"), { male: ["男", "Male"], female: ["女", "Female"] }),
          picked("hispanic", says("您是否为西班牙裔或拉丁裔？", "Are you Hispanic or Latino?"), {
            no: ["否", "No"],
            yes: ["是", "Yes"],
          }),
          picked("race", says("您的种族？", "What is your race?"), {
            white: ["白人", "White"],
            black: ["黑人", "Black"],
            asian: ["亚裔", "Asian"],
            other: ["其他或多种族", "Another, or more than one"],
          }),
          picked("education", says("您的最高学历？", "What is the highest degree you have completed?"), {
            below_high_school: ["高中以下", "Less than high school"],
            some_high_school: ["高中肄业", "Some high school"],
            high_school: ["高中毕业", "High school or equivalent"],
            some_college: ["大学肄业", "Some college, no degree"],
            associate: ["大专", "Associate's degree"],
            bachelor: ["本科", "Bachelor's degree"],
            graduate: ["研究生", "Graduate degree"],
          }),
        ],
      },
      {
        name: "feelings",
        elements: [
          scale("anxiety", anxiety, ["nervous", "uncontrolled"]),
          scale("depression", depression, ["interest", "down"]),
        ],
      },
    ],
    instruments: {
      [anxiety.id]: ["anxiety.nervous", "anxiety.uncontrolled"],
      [depression.id]: ["depression.interest", "depression.down"],
    },
  };
}

function picked(
  name: string,
  title: ReturnType<typeof says>,
  wordings: Readonly<Record<string, readonly [string, string]>>,
): ChoiceQuestion {
  return { type: "radiogroup", name, title, choices: choicesOf(wordings) };
}

function scale(name: string, { stem, items, options }: Instrument, rows: readonly string[]): MatrixQuestion {
  return {
    type: "matrix",
    name,
    title: says(stem["zh-CN"], stem.en),
    columns: options.map(({ code, label }) => ({ value: code, text: says(label["zh-CN"], label.en) })),
    rows: rows.map((value, place) => ({
      value,
      text: says(items?.[place]?.["zh-CN"] ?? value, items?.[place]?.en ?? value),
    })),
  };
}
