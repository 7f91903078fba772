import { chinaProvinceFigures2020, type ProvinceFigures } from "./chinaProvinceFigures2020.ts";
import type { Population } from "./population.ts";

/** The 31 provinces of mainland China by the census of 2020, by their codes; of all ages. */
export const chinaProvinces2020: ReadonlyMap<string, Population> = new Map(
  Object.entries(chinaProvinceFigures2020).map(([code, of]) => [code, provinceOf(of)]),
);

function provinceOf({ name, population, sex, age, education }: ProvinceFigures): Population {
  const [university, highSchool, juniorMiddle, primary] = education;
  const schooled = university + highSchool + juniorMiddle + primary;
  return {
    name: `${name} 2020`,
    covers: `${population} residents of all ages`,
    date: "2020-11-01",
    source: "National Bureau of Statistics, Seventh National Population Census, bulletins 3 to 6, 11 May 2021",
    margins: [
      { variable: "sex", counts: { male: sex[0], female: sex[1] } },
      { variable: "age", counts: { "0-14": age[0], "15-59": age[1], "60+": age[2] } },
      {
        variable: "education",
        counts: {
          university,
          high_school: highSchool,
          junior_middle: juniorMiddle,
          primary,
          // No schooling, pre-school and not stated.
          other: 100_000 - schooled,
        },
      },
    ],
  };
}
