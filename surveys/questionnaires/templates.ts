import type { Definition } from "../definition.ts";
import { dailyTracking } from "./dailyTracking.v1.ts";
import { gad7Only } from "./gad7Only.v1.ts";

/** What the questionnaire of a new study can begin as. */
export const templates = {
  empty: { pages: [{ name: "page1", elements: [] }] },
  gad7: gad7Only,
  "daily-tracking": dailyTracking,
} as const satisfies Record<string, Definition>;

/** The name of a template. */
export type TemplateName = keyof typeof templates;
