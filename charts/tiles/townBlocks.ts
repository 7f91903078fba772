import type { Language, Translated } from "../../surveys/language.ts";
import { shaoxingUnits } from "./regionTiles.ts";

/** A county's towns together: their county's code and name, and where the block stands among those of its neighbours. */
export interface TownBlock {
  readonly county: string;
  /** Empty where the county's name is not known. */
  readonly label: string;
  readonly column: number;
  readonly row: number;
}

const names: Readonly<Record<string, Translated>> = {
  "330602": { "zh-CN": "越城区", en: "Yuecheng" },
  "330603": { "zh-CN": "柯桥区", en: "Keqiao" },
  "330604": { "zh-CN": "上虞区", en: "Shangyu" },
  "330624": { "zh-CN": "新昌县", en: "Xinchang" },
  "330681": { "zh-CN": "诸暨市", en: "Zhuji" },
  "330683": { "zh-CN": "嵊州市", en: "Shengzhou" },
};

/**
 * The county of a town or street, by its code of the National Bureau of Statistics: nine digits, or the same with three
 * zeros; `null` for any other code.
 */
export function countyOfTown(code: string): string | null {
  return /^\d{9}(?:000)?$/.test(code) ? code.slice(0, 6) : null;
}

/**
 * A block for each county of which there are towns; `null` where half of the codes or more are of no town. Where towns
 * are is not among the public divisions: only that a county's are together, and the counties of Shaoxing about where they
 * are. Other counties stand in a row of their own, in the order of their codes.
 */
export function townBlocksOf(codes: readonly string[], language: Language): TownBlock[] | null {
  const counties = codes.flatMap((code) => countyOfTown(code) ?? []);
  if (counties.length * 2 <= codes.length) return null;
  const found = [...new Set(counties)].sort();
  const others = found.filter((county) => !(county in shaoxingUnits));
  return found
    .map((county): TownBlock => {
      const [column, row] = shaoxingUnits[county] ?? [
        others.indexOf(county) % 3,
        2 + Math.floor(others.indexOf(county) / 3),
      ];
      return { county, label: names[county]?.[language] ?? "", column, row };
    })
    .sort((one, other) => one.row - other.row || one.column - other.column);
}
