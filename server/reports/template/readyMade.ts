import type { Translated } from "../../../surveys/language.ts";
import { dailyBrief } from "./dailyBrief.ts";
import { finalReport } from "./finalReport.ts";

/** A template that comes with the product and suits any study. */
export interface ReadyMade {
  readonly title: Translated;
  readonly markdown: Translated;
}

/** The templates that come with the product, by their names in addresses. */
export const readyMade: Readonly<Record<string, ReadyMade>> = {
  "daily-brief": { title: { "zh-CN": "每日简报", en: "Daily brief" }, markdown: dailyBrief },
  "final-report": { title: { "zh-CN": "总报告", en: "Final report" }, markdown: finalReport },
};
