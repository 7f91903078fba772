import type { Random } from "./random.ts";
import { truths } from "./truths.ts";

/** A simulated respondent. `anxiety` has mean 0 and standard deviation 1 on a quiet day. */
export interface Person {
  readonly sex: "male" | "female" | "refused";
  readonly ageBand: keyof typeof ages;
  readonly education: keyof typeof educations;
  readonly occupation: string;
  readonly province: string;
  readonly city: string | null;
  readonly county: string | null;
  readonly isShaoxing: boolean;
  /** 0 for the oldest and least schooled, 1 for the youngest and most schooled. */
  readonly literacy: number;
}

/** Younger than the population of 2020, as those are who follow a link. */
const ages = { "18-29": 0.34, "30-39": 0.27, "40-49": 0.19, "50-59": 0.13, "60-69": 0.055, "70+": 0.015 };
const educations = { primary: 0.04, middle: 0.14, high: 0.22, college: 0.24, university: 0.36 };
const younger = { "18-29": 1, "30-39": 0.85, "40-49": 0.65, "50-59": 0.45, "60-69": 0.25, "70+": 0.1 };
const schooled = { primary: 0, middle: 0.25, high: 0.5, college: 0.75, university: 1 };

/** Population of the provinces in the census of 2020, in millions. */
const provinces = {
  "44": 126,
  "37": 101.5,
  "41": 99.4,
  "32": 84.7,
  "51": 83.7,
  "13": 74.6,
  "43": 66.4,
  "33": 57,
  "34": 61,
  "42": 57.8,
  "45": 50.1,
  "53": 47.2,
  "36": 45.2,
  "21": 42.6,
  "35": 41.5,
  "61": 39.5,
  "52": 38.6,
  "14": 34.9,
  "50": 32,
  "23": 31.9,
  "65": 25.9,
  "22": 24.1,
  "62": 25,
  "31": 24.9,
  "11": 21.9,
  "15": 24,
  "12": 13.9,
  "46": 10.1,
  "64": 7.2,
  "63": 5.9,
  "54": 3.6,
};
/** Population of Zhejiang's other cities and of Shaoxing's six units, in millions. */
const otherCities = {
  "3301": 11.9,
  "3302": 9.4,
  "3303": 9.6,
  "3304": 5.4,
  "3305": 3.4,
  "3307": 7.1,
  "3308": 2.3,
  "3309": 1.2,
  "3310": 6.6,
  "3311": 2.5,
};
const counties = { "330602": 1.0, "330603": 1.1, "330604": 0.84, "330681": 1.22, "330683": 0.68, "330624": 0.42 };

const occupations = {
  employee: 0.36,
  public: 0.14,
  medical: 0.05,
  self_employed: 0.13,
  farmer: 0.07,
  student: 0.13,
  home: 0.07,
  other: 0.01,
};

/** Draws a respondent. */
export function drawPerson(random: Random): Person {
  const ageBand = random.pick(ages);
  const education =
    ageBand === "70+"
      ? random.pick({ primary: 0.5, middle: 0.3, high: 0.15, college: 0.04, university: 0.01 })
      : random.pick(educations);
  const isRetired = ageBand === "60-69" || ageBand === "70+";
  return {
    sex: random.happens(0.01) ? "refused" : random.happens(0.54) ? "female" : "male",
    ageBand,
    education,
    occupation: isRetired && random.happens(0.8) ? "retired" : random.pick(occupations),
    literacy: 0.5 * younger[ageBand] + 0.5 * schooled[education],
    ...drawPlace(random),
  };
}

function drawPlace(random: Random): Pick<Person, "province" | "city" | "county" | "isShaoxing"> {
  if (random.happens(truths.shaoxingShare))
    return { province: "33", city: "3306", county: random.pick(counties), isShaoxing: true };
  const province = random.pick(provinces);
  return { province, city: province === "33" ? random.pick(otherCities) : null, county: null, isShaoxing: false };
}
