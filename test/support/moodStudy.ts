import type { Study } from "../../server/fielding/study.ts";
import type { Services } from "../../server/services.ts";
import type { Definition } from "../../surveys/definition.ts";
import { instruments } from "../../surveys/instruments/registry.ts";
import { fieldStudy, keepResponses } from "./fieldStudy.ts";

const items = ["i1", "i2", "i3", "i4", "i5", "i6", "i7"];
const claims = ["garlic", "pets"];
const topics = ["masks", "food", "school"];

/** A questionnaire with a scale, claims and needs, none of them named as in the demonstration. */
const moodDefinition: Definition = {
  elements: [
    { type: "radiogroup", name: "gender", choices: ["f", "m"] },
    { type: "radiogroup", name: "schooling", choices: ["less", "more", "rare"] },
    {
      type: "matrix",
      name: "worries",
      rows: items,
      columns: (instruments["gad7"]?.options ?? []).map(({ code, label }) => ({ value: code, text: label.en })),
    },
    { type: "matrix", name: "came_across", title: "Rumours you came across", rows: claims, columns: ["no", "yes"] },
    ...claims.map((claim) => ({
      type: "radiogroup" as const,
      name: `opinion_${claim}`,
      visibleIf: `{came_across.${claim}} = 'yes'`,
      choices: ["false", "true"],
    })),
    { type: "checkbox", name: "wants", title: "What you need", choices: topics },
    ...topics.map((topic) => ({
      type: "rating" as const,
      name: `served_${topic}`,
      visibleIf: `{wants} contains '${topic}'`,
      rateMin: 1,
      rateMax: 5,
    })),
  ],
  instruments: { gad7: items.map((item) => `worries.${item}`) },
};

const days = ["2026-02-23", "2026-02-24", "2026-03-02", "2026-03-03"];

/** What person `number` says, so that every share and mean can be counted. Believing garlic goes with worry. */
export function moodAnswers(number: number) {
  const garlic = number % 3 !== 0;
  const believesGarlic = garlic && number % 2 === 0;
  const level = ((number * 13) % 9) / 3 + (believesGarlic ? 0.9 : 0);
  const worries = items.map((item, place): [string, string] => [
    item,
    String(Math.min(3, Math.floor((level * (4 + ((number * 7 + place * 5) % 4))) / 5))),
  ]);
  // One in eleven leaves the last item out and still has a score.
  const answered = number % 11 === 0 ? worries.slice(0, -1) : worries;
  const wants = topics.filter((_, place) => (number + place) % (place + 2) !== 0);
  return {
    gender: number % 5 < 3 ? "f" : "m",
    schooling: number % 40 === 1 ? "rare" : number % 10 < 6 ? "less" : "more",
    worries: Object.fromEntries(answered),
    came_across: { garlic: garlic ? "yes" : "no", pets: number % 4 === 0 ? "no" : "yes" },
    ...(garlic && { opinion_garlic: believesGarlic ? "true" : "false" }),
    ...(number % 4 !== 0 && { opinion_pets: number % 5 === 0 ? "true" : "false" }),
    ...(wants.length > 0 && { wants }),
    ...Object.fromEntries(wants.map((topic, place) => [`served_${topic}`, 1 + ((number * 3 + place * 2) % 5)])),
  };
}

/** The study with `many` responses over four days in two weeks; weights go from 0.5 to 2. */
export async function fieldMoodStudy(services: Services, many: number): Promise<Study> {
  const study = await fieldStudy(services, moodDefinition);
  await keepResponses(
    services,
    study,
    Array.from({ length: many }, (_, number) => ({
      day: days[number % days.length] ?? "",
      weight: 0.5 + (number % 7) / 4,
      answers: moodAnswers(number),
    })),
  );
  return study;
}
