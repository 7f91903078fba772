import type { CorpusCase, CorpusFile } from "./corpus.ts";
import type { Fixture } from "./fixture.ts";
import { allButOne, complementAcross, crossTablesAcross } from "./jointAttacks.ts";
import {
  afterwards,
  allTheSame,
  complement,
  crossTables,
  extremes,
  oneNewAnswer,
  percentages,
  smallCell,
} from "./numberAttacks.ts";
import type { Product } from "./product.ts";
import { fieldAttacked, type Attacked } from "./publicStudy.ts";
import { exactTimes, idsWithTime, orderOfRows, otherTeam, rareText, twoSurveys } from "./recordAttacks.ts";
import { faultIn, type Results } from "./results.ts";

/** What was found that should not have been; `null` for nothing. */
type Attack = (attacked: Attacked) => Promise<string | null>;

/** The attack of each case, by its words; the reason where there is nothing to attack. */
const attacks: Readonly<Record<string, Attack | string>> = {
  "one small cell": smallCell,
  "complement: total minus the shown cells": oneAfterTheOther(complement, complementAcross),
  "filter that leaves exactly one out": allButOne,
  "time difference: before and after one new answer": oneNewAnswer,
  "cross tables": oneAfterTheOther(crossTables, crossTablesAcross),
  "percentages with N": percentages,
  "minimum and maximum": extremes,
  "all the same": allTheSame,
  "rare text in a word list": rareText,
  "order of rows in an export": orderOfRows,
  "ids that carry time": idsWithTime,
  "exact times": exactTimes,
  "joining two surveys": twoSurveys,
  "combination of quasi-identifiers": "records go to their researchers alone: there is no file of them for others",
  weights: "records go to their researchers alone: there is no file of them for others",
  cache: afterwards,
  "researcher of another team": otherTeam,
};

/** Attacks what a study makes public, as somebody who wants to learn what single people have said. */
export async function runPrivacy(
  file: CorpusFile,
  { product, fixture, results }: { product: Product; fixture: Fixture; results: Results },
): Promise<void> {
  const attackOf = ({ why }: CorpusCase): Attack | string =>
    Object.hasOwn(attacks, why) ? (attacks[why] ?? "") : "an attack that is not known";
  const isTried = file.cases.some((given) => typeof attackOf(given) !== "string");
  const attacked = isTried ? await fieldAttacked(file, { product, fixture }) : null;
  for (const given of file.cases) {
    const attack = attackOf(given);
    if (typeof attack === "string" || attacked === null) results.notApplicable(given, String(attack));
    else results.judged(given, await faultIn(attack(attacked)));
  }
}

/** Both within one figure and across several. */
function oneAfterTheOther(first: Attack, second: Attack): Attack {
  return async (attacked) => (await first(attacked)) ?? second(attacked);
}
