import type { SchemeContent } from "../../server/weighting/weightingApi.ts";

/** The name of the demonstration's scheme in addresses. */
export const demonstrationScheme = "national";

/**
 * How the demonstration is weighted to the nation: sex and age together, province and education.
 *
 * Shares of education are the census's, of all ages: the nearest there is. Small provinces go into their neighbours in
 * weeks in which too few answer there.
 */
export const demonstrationWeighting: SchemeContent = {
  name: "全国 National",
  note: "",
  margins: [
    {
      name: "sex and age",
      target: { population: "china-2020-adults", margin: "sex_age" },
      categories: {
        "male|60-69": "male|60+",
        "male|70+": "male|60+",
        "female|60-69": "female|60+",
        "female|70+": "female|60+",
      },
      variables: [
        { variable: "sex", codes: { refused: null } },
        {
          variable: "age_band",
          codes: { "60-69": "60+", "70+": "60+" },
        },
      ],
      neighbours: {},
    },
    {
      name: "province",
      target: { population: "china-2020", margin: "province" },
      categories: {},
      // Of the mainland: who was elsewhere keeps their own share.
      variables: [{ variable: "province", codes: { "71": null, "81": null, "82": null, abroad: null } }],
      neighbours: { "54": "63", "63": "62", "64": "62", "46": "44", "12": "11", "11": "13", "31": "32", "62": "61" },
    },
    {
      name: "education",
      target: { population: "china-2020", margin: "education" },
      categories: { other: null, primary: "up to junior middle", junior_middle: "up to junior middle" },
      variables: [
        {
          variable: "education",
          codes: {
            primary: "up to junior middle",
            middle: "up to junior middle",
            high: "high_school",
            college: "university",
            university: "university",
          },
        },
      ],
      neighbours: {},
    },
  ],
  baseWeights: "none",
  excludedFlags: [],
  exclusions: "applied",
  blocks: { rule: "day-or-week", respondents: 500, inEachCategory: 10 },
  trimming: { lower: 0.2, upper: 5 },
  fewestInCategory: 10,
  emptyCategory: "fail",
  missing: "own-share",
};
