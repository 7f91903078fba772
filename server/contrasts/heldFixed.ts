import type { Design } from "../../stats/design.ts";
import type { Term } from "../../stats/regression/modelMatrix.ts";
import type { ChoiceCode } from "../../surveys/definition.ts";
import type { Breakdown } from "../analysis/breakdowns.ts";

/** A breakdown as a term of a model, and which of its codes are one category there. */
export interface HeldFixed {
  readonly term: Term;
  readonly together: readonly ChoiceCode[];
}

/** With fewer people in a category, that all or none of them say yes is nothing strange, and then no model can be fitted. */
const fewestPeople = 30;

/**
 * A breakdown to be held fixed in a model. Its codes that fewer than 30 have are counted together; where these are still
 * fewer than 30 they join the most frequent code, which is the reference.
 *
 * @param isUsed 1 for the rows of the model.
 */
export function heldFixed(
  { name, values, coded }: Pick<Breakdown, "name" | "values" | "coded">,
  isUsed: Uint8Array,
  { frequencies }: Design,
): HeldFixed {
  const people = new Float64Array(values.length);
  for (let row = 0; row < isUsed.length; row++) {
    const code = coded.codes[row] ?? -1;
    if (isUsed[row] !== 1 || code < 0) continue;
    people[code] = (people[code] ?? 0) + (frequencies === null ? 1 : (frequencies[row] ?? 0));
  }
  const reference = people.indexOf(Math.max(...people));
  const few = [...people.keys()].filter((place) => place !== reference && (people[place] ?? 0) < fewestPeople);
  const fewTogether = few.reduce((sum, place) => sum + (people[place] ?? 0), 0);
  const together = fewTogether < fewestPeople ? reference : values.length;
  // The first is of no answer, whose code is -1: reading before an array begins takes many times as long.
  const placeOf = Int16Array.from([-1, ...values.map((_, place) => (few.includes(place) ? together : place))]);
  const codes = new Int16Array(isUsed.length);
  for (let row = 0; row < isUsed.length; row++) codes[row] = placeOf[(coded.codes[row] ?? -1) + 1] ?? -1;
  return {
    term: { name, coded: { codes, categories: values.length + 1 }, reference },
    together: few.flatMap((place) => ((people[place] ?? 0) > 0 ? (values[place]?.code ?? []) : [])),
  };
}
