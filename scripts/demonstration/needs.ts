import { needTopics } from "../../surveys/questionnaires/dailyTracking/information.ts";
import type { Random } from "./random.ts";
import { truths } from "./truths.ts";

/** How much more or less than the average a topic is needed, and how well the need is met. */
const topics: Readonly<Record<string, readonly [number, number]>> = {
  cases: [0.22, 3.9],
  spread: [0.18, 4],
  protection: [0.1, 4.1],
  symptoms: [0.02, 3.8],
  treatment: [0.08, 3.3],
  supplies: [0.12, 2.3],
  food: [-0.08, 3.6],
  transport: [-0.02, 3.2],
  work: [-0.06, 2.9],
  school: [-0.16, 2.8],
  policy: [-0.14, 3.1],
  rumours: [-0.12, 2.9],
};

/**
 * What a person needs to know on a day (counted from 0), and how well each need is met. Needs rise steeply in the first
 * week and slowly after; masks are the need that is met worst, and better towards the end.
 */
export function needAnswers(day: number, random: Random): Record<string, unknown> {
  const [first, last] = truths.needs;
  const level = last - (last - first) * Math.exp(-day / 4.3);
  const needs = needTopics.filter((topic) => random.happens(level + (topics[topic]?.[0] ?? 0)));
  if (needs.length === 0) return { needs: ["none"] };
  const met = needs.map((topic): [string, number] => {
    const level = (topics[topic]?.[1] ?? 3) + (topic === "supplies" ? day / 35 : 0.3 * (day / 35));
    return [`met_${topic}`, Math.min(5, Math.max(1, Math.round(level + random.normal())))];
  });
  return { needs, ...Object.fromEntries(met) };
}
