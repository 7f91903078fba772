import type { Codebook } from "../../surveys/codebook/codebook.ts";
import { divisionLabel } from "../estimates/divisionLabel.ts";
import { arrivalsBy, type Counted } from "./arrivals.ts";
import type { PlaceArrivals } from "./overviewApi.ts";

/**
 * What came in through each collector or from each grid unit, the busiest first.
 *
 * @param ofDay 1 for the responses of the day that is looked at.
 * @param most more than these are only counted together.
 */
export function placeArrivals(
  of: "collector" | "gridUnit",
  counted: Counted,
  { codebook, ofDay, most }: { codebook: Codebook; ofDay: Uint8Array; most: number },
): { listed: PlaceArrivals[]; others: { units: number; responses: number } } {
  const { words, collectorTitles, [of]: places } = counted.columns;
  const titles = of === "collector" ? collectorTitles : new Map<string, string>();
  const all = countsOf(places, words.length, null);
  const day = countsOf(places, words.length, ofDay);
  const busiest = Array.from(all.keys())
    .filter((place) => (all[place] ?? 0) > 0)
    .sort((one, other) => (all[other] ?? 0) - (all[one] ?? 0));
  const shown = busiest.slice(0, most);
  const placeAmong = Int16Array.from(words, (_, place) => shown.indexOf(place));
  const codes = new Int16Array(places.length);
  for (let row = 0; row < places.length; row++) codes[row] = placeAmong[places[row] ?? 0] ?? -1;
  const arrivals = arrivalsBy({ codes, categories: shown.length }, counted);
  const listed = shown.flatMap((place, at): PlaceArrivals[] => {
    const word = words[place] ?? null;
    const label = word === null ? null : (titles.get(word) ?? divisionLabel(word, codebook));
    const own = arrivals[at];
    return own === undefined ? [] : [{ place: word, label, all: own, ofDay: day[place] ?? 0 }];
  });
  const rest = busiest.slice(most);
  return {
    listed,
    others: {
      units: rest.filter((place) => typeof words[place] === "string").length,
      responses: rest.reduce((sum, place) => sum + (all[place] ?? 0), 0),
    },
  };
}

function countsOf(places: Int16Array, many: number, domain: Uint8Array | null): Int32Array {
  const counts = new Int32Array(many);
  for (let row = 0; row < places.length; row++) {
    if (domain !== null && domain[row] !== 1) continue;
    const place = places[row] ?? 0;
    counts[place] = (counts[place] ?? 0) + 1;
  }
  return counts;
}
