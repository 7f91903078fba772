import type { Submission } from "../../server/fielding/fieldingApi.ts";
import { drawCarelessness, spoil, type Carelessness } from "./careless.ts";
import { moodAnswers } from "./moodAnswers.ts";
import { needAnswers } from "./needs.ts";
import { authorityAnswers, newsAnswers } from "./opinions.ts";
import { drawPerson, type Person } from "./person.ts";
import { createRandom, type Random } from "./random.ts";
import { rumourAnswers } from "./rumourAnswers.ts";
import { demonstrationStudy } from "./study.ts";
import { truths } from "./truths.ts";
import { writtenAnswer } from "./words.ts";

/** A simulated submission and when it came. */
export interface Simulated {
  readonly at: Date;
  readonly gridUnit: string | null;
  /** What was planted in it, for the tests that look for it: nothing of it is sent. `null` for a valid one. */
  readonly planted: Carelessness | "copy" | null;
  readonly submission: Submission;
}

const dayMs = 86_400_000;
const firstMidnight = Date.parse(`${demonstrationStudy.firstDay}T00:00:00+08:00`);

/** Simulates the study: the same submissions, with the same keys, for the same seed. */
export function* simulateResponses(seed: number): Generator<Simulated> {
  const random = createRandom(seed);
  const all = truths.validResponses + truths.invalidResponses;
  let before: Record<string, unknown> = {};
  for (let number = 0; number < all; number++) {
    // Invalid ones are strewn evenly among the valid.
    const isInvalid =
      Math.floor(((number + 1) * truths.invalidResponses) / all) > Math.floor((number * truths.invalidResponses) / all);
    const day = Math.min(truths.days - 1, Math.floor((number / all) * truths.days));
    const person = drawPerson(random);
    const honest = answersOf(person, day, random);
    const kind = isInvalid ? drawCarelessness(random) : null;
    const isCopy = isInvalid && random.happens(0.08);
    const answers = isCopy ? before : kind === null ? honest : spoil(honest, kind, random);
    before = answers;
    yield {
      at: new Date(firstMidnight + day * dayMs + Math.floor((7 + 16 * random.uniform()) * 3_600_000)),
      gridUnit: person.county ?? person.province,
      planted: isCopy ? "copy" : kind,
      submission: {
        submissionKey: `simulated-${seed}-${String(number).padStart(6, "0")}`,
        questionnaireVersion: 1,
        collector: random.pick({ wechat: 0.62, newspaper: 0.2, community: 0.18 }),
        language: random.happens(0.012) ? "en" : "zh-CN",
        timing: timing(kind === "speeder", random),
        answers,
      },
    };
  }
}

function answersOf(person: Person, day: number, random: Random): Record<string, unknown> {
  const { answers: rumours, fear } = rumourAnswers(person, day, random);
  const { city, county } = person;
  return {
    sex: person.sex,
    age_band: person.ageBand,
    province: person.province,
    ...(city !== null && { city }),
    ...(county !== null && { county }),
    education: person.education,
    occupation: person.occupation,
    ...(person.occupation === "other" && { "occupation-Comment": "志愿者" }),
    ...newsAnswers(person, random),
    ...needAnswers(day, random),
    ...rumours,
    attention: "little",
    ...moodAnswers(person, { day, fear }, random),
    ...authorityAnswers(person, day / (truths.days - 1), random),
    ...livingAnswers(person, day, random),
    ...writtenAnswer(random),
  };
}

function livingAnswers({ literacy }: Person, day: number, random: Random): Record<string, unknown> {
  const shares = {
    masks: 0.7 - 0.35 * (day / 35),
    disinfectant: 0.42 - 0.2 * (day / 35),
    food: 0.14,
    medicine: 0.12,
    doctor: 0.16,
    transport: 0.33,
    income: 0.15,
  };
  const lacking = Object.entries(shares).flatMap(([thing, share]) => (random.happens(share) ? [thing] : []));
  const knows = (share: number, right: string, wrong: string): string =>
    random.happens(share) ? right : random.pick({ [wrong]: 0.5, unsure: 0.5 });
  return {
    hard_to_get: lacking.length === 0 ? ["none"] : lacking,
    knowledge: {
      wash_hands: knows(0.97, "right", "wrong"),
      mask_over_nose: knows(0.9 + 0.06 * literacy, "right", "wrong"),
      antibiotics: knows(0.5 + 0.35 * literacy, "wrong", "right"),
      fever: knows(0.8 + 0.15 * literacy, "wrong", "right"),
    },
  };
}

function timing(isSpeeder: boolean, random: Random): { seconds: number; pages: number[] } {
  const usual = [40, 75, 40, 50, 25, 45];
  const pace = isSpeeder ? 0.12 + 0.12 * random.uniform() : Math.exp(0.3 * random.normal());
  const pages = usual.map((seconds) => Math.round(seconds * pace * Math.exp(0.15 * random.normal())));
  return { seconds: pages.reduce((sum, seconds) => sum + seconds, 0), pages };
}
