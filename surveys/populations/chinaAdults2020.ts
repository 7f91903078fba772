import type { Population } from "./population.ts";

/**
 * Adults of China by sex and age together, in thousands: an estimate, not the census, whose bulletins do not cross them.
 * Of the five-year group 15-19, which is not published by single years here, two fifths are taken to be 18 or 19.
 */
export const chinaAdults2020: Population = {
  name: "China 2020, adults",
  covers: "residents of China of 18 and over",
  date: "2020-07-01",
  source: "United Nations, World Population Prospects 2019, estimates by five-year groups of age; CC BY 3.0 IGO",
  margins: [
    {
      variable: "sex_age",
      counts: {
        "male|18-29": 115437.957,
        "male|30-39": 117788.735,
        "male|40-49": 110462.708,
        "male|50-59": 112306.065,
        "male|60-69": 75444.073,
        "male|70+": 44219.53,
        "female|18-29": 102645.957,
        "female|30-39": 111041.69,
        "female|40-49": 105649.055,
        "female|50-59": 109879.808,
        "female|60-69": 76219.832,
        "female|70+": 53892.878,
      },
    },
  ],
};
