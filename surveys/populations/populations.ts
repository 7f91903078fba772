import { china2020 } from "./china2020.ts";
import { chinaAdults2020 } from "./chinaAdults2020.ts";
import { chinaProvinces2020 } from "./chinaProvinces2020.ts";
import type { Population } from "./population.ts";
import { shaoxing2023, shengzhou2020, xinchang2020 } from "./shaoxing.ts";
import { unitedStates2020 } from "./unitedStates2020.ts";

/** Every population a weighting scheme can name, by its code. */
export const populations: ReadonlyMap<string, Population> = new Map([
  ["china-2020", china2020],
  ["china-2020-adults", chinaAdults2020],
  ...Array.from(chinaProvinces2020, ([code, population]): [string, Population] => [`china-2020-${code}`, population]),
  ["shaoxing-2023", shaoxing2023],
  ["shengzhou-2020", shengzhou2020],
  ["xinchang-2020", xinchang2020],
  ["united-states-2020", unitedStates2020],
]);
