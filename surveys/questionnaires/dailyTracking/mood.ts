import type { Page } from "../../definition.ts";
import { gad7 } from "../../instruments/gad7.ts";
import { choicesOf, says } from "../bilingual.ts";

/** The rows of the GAD-7 in this questionnaire, in the order of its items. */
export const gad7Rows = [
  "nervous",
  "uncontrolled",
  "worrying",
  "trouble_relaxing",
  "restless",
  "irritable",
  "afraid",
] as const;

/** How people feel: GAD-7, confidence, and a question that shows whether the page was read. */
export const mood: Page = {
  name: "mood",
  title: says("最近的心情", "How you feel"),
  elements: [
    {
      type: "matrix",
      name: "gad7",
      title: says(gad7.stem["zh-CN"], gad7.stem.en),
      description: says("不想回答可以跳过。", "You may skip this."),
      columns: gad7.options.map(({ code, label }) => ({ value: code, text: says(label["zh-CN"], label.en) })),
      rows: gad7Rows.map((value, place) => ({
        value,
        text: says(gad7.items?.[place]?.["zh-CN"] ?? value, gad7.items?.[place]?.en ?? value),
      })),
    },
    {
      type: "radiogroup",
      name: "attention",
      title: says(
        "为确认题目有人在认真看，这一题请选择“比较少”。",
        "To show that this page is being read, please choose “Rather little” here.",
      ),
      isRequired: true,
      choices: choicesOf({
        much: ["很多", "Much"],
        some: ["一般", "Some"],
        little: ["比较少", "Rather little"],
        none_at_all: ["没有", "None"],
      }),
    },
    {
      type: "rating",
      name: "confidence",
      title: says(
        "您对自己和家人应对这次疫情有多大信心？",
        "How confident are you that you and your family will cope?",
      ),
      rateMin: 1,
      rateMax: 5,
      minRateDescription: says("没有信心", "Not at all"),
      maxRateDescription: says("很有信心", "Very"),
    },
  ],
};
