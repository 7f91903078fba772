import type { Definition } from "../definition.ts";
import { gad7 } from "../instruments/gad7.ts";
import { says } from "./bilingual.ts";
import { gad7Rows, mood } from "./dailyTracking/mood.ts";

/** The GAD-7 alone, as the daily questionnaire asks it: a questionnaire to begin with. */
export const gad7Only: Definition = {
  title: says("广泛性焦虑量表（GAD-7）", `${gad7.name}: how worried have you been?`),
  pages: [{ name: "mood", title: mood.title ?? "", elements: mood.elements.filter(({ name }) => name === gad7.id) }],
  completedHtml: says("<p>谢谢您的回答。</p>", "<p>Thank you for your answers.</p>"),
  instruments: { gad7: gad7Rows.map((row) => `gad7.${row}`) },
};
