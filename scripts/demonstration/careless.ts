import { gad7Rows } from "../../surveys/questionnaires/dailyTracking/mood.ts";
import type { Random } from "./random.ts";

/** How an answer is invalid: too fast, not read, all the same, or another's copy. */
export type Carelessness = "speeder" | "inattentive" | "straight-liner";

/** Draws a way of not answering in earnest. */
export function drawCarelessness(random: Random): Carelessness {
  return random.pick({ speeder: 0.4, inattentive: 0.4, "straight-liner": 0.2 });
}

/** Makes answers invalid: the questionnaire still admits them, and it is for the researcher to see it. */
export function spoil(
  answers: Readonly<Record<string, unknown>>,
  kind: Carelessness,
  random: Random,
): Record<string, unknown> {
  const straight = String(Math.floor(random.uniform() * 4));
  switch (kind) {
    case "speeder":
      return { ...answers, attention: random.pick({ much: 0.3, some: 0.3, little: 0.25, none_at_all: 0.15 }) };
    case "inattentive":
      return { ...answers, attention: random.pick({ much: 0.4, some: 0.4, none_at_all: 0.2 }) };
    case "straight-liner":
      return { ...answers, gad7: Object.fromEntries(gad7Rows.map((row) => [row, straight])) };
  }
}
