import type { WantedAnalysis } from "../../useAnalysis.ts";
import type { Codebook } from "../../../../surveys/codebook/codebook.ts";
import type { ChoiceCode } from "../../../../surveys/definition.ts";
import { instruments } from "../../../../surveys/instruments/registry.ts";
import { closedVariables } from "../lens/closedVariables.ts";
import {
  codesIn,
  likeliest,
  pairingsOf,
  type Pairing,
  type QuestionPair,
} from "../../../../surveys/codebook/questionPairs.ts";
import { believedCodes, heardCodes, isOfRumours, usualDivisions } from "../../../../surveys/codebook/usualChoices.ts";

type Condition = NonNullable<WantedAnalysis["filter"]>;

/** Which questions are about rumours and what of them counts, as the address says or as it is likely. */
export interface RumourChoice {
  readonly pairings: readonly Pairing[];
  readonly pairing: Pairing | null;
  readonly heardIf: readonly ChoiceCode[];
  readonly believesIf: readonly ChoiceCode[];
  /** What is compared between those who believe and those who do not; `null` where there is no score or number. */
  readonly outcome: string | null;
  readonly outcomes: readonly { readonly name: string; readonly label: string }[];
  /** Variables that are held fixed. */
  readonly fixed: readonly string[];
}

/** Stands in the address where nothing is held fixed, since nothing said means the usual. */
export const nothingFixed = "-";

/** Reads the choice from the address's query; what it does not say is guessed from the codebook. */
export function rumourChoice(query: URLSearchParams, codebook: Codebook): RumourChoice {
  const pairings = pairingsOf(codebook);
  const pairing = pairings.find(({ name }) => name === query.get("rumours")) ?? likeliest(pairings, isOfRumours);
  const [pair] = pairing?.pairs ?? [];
  const outcomes = outcomesOf(codebook);
  const wantedFixed = query.getAll("fixed");
  const known = closedVariables(codebook).map(({ name }) => name);
  return {
    pairings,
    pairing,
    heardIf: pair?.first.kind === "category" ? codesOr(query.getAll("heard"), pair.first.values, heardCodes) : [],
    believesIf: pair === undefined ? [] : codesOr(query.getAll("believes"), pair.second.values, believedCodes),
    outcome: outcomes.find(({ name }) => name === query.get("outcome"))?.name ?? outcomes[0]?.name ?? null,
    outcomes,
    fixed:
      wantedFixed.length === 0
        ? usualDivisions(codebook).map(({ name }) => name)
        : wantedFixed.filter((name) => known.includes(name)),
  };
}

function codesOr(
  texts: readonly string[],
  values: readonly { readonly code: ChoiceCode }[],
  usual: (values: readonly { readonly code: ChoiceCode }[]) => readonly ChoiceCode[],
): readonly ChoiceCode[] {
  const chosen = codesIn(texts, values);
  return chosen.length > 0 ? chosen : usual(values);
}

/** Anxiety first, then other scales, then numbers. */
function outcomesOf({ questions, scores }: Codebook): { name: string; label: string }[] {
  const scales = [...scores].sort((one, other) => rankOf(one.instrument) - rankOf(other.instrument));
  return [
    ...scales.map(({ name, instrument }) => ({ name, label: instruments[instrument]?.name ?? name })),
    ...questions.flatMap(({ variables }) =>
      variables.flatMap(({ kind, name }) => (kind === "number" ? [{ name, label: name }] : [])),
    ),
  ];
}

function rankOf(instrument: string): number {
  return instrument.startsWith("gad") ? 0 : 1;
}

/** The conditions of one claim. */
export interface ClaimConditions {
  readonly heard: Condition;
  readonly believes: Condition;
}

/** Whether a claim was heard, and whether it is believed. */
export function conditionsOf(
  { first, second }: QuestionPair,
  { heardIf, believesIf }: Pick<RumourChoice, "heardIf" | "believesIf">,
): ClaimConditions {
  return {
    heard:
      first.kind === "tick"
        ? { kind: "ticked", variable: first.name }
        : { kind: "code", variable: first.name, codes: [...heardIf] },
    believes: { kind: "code", variable: second.name, codes: [...believesIf] },
  };
}

/** What is asked about a claim: heard, believes of all, heard and does not believe, believes of those who heard. */
export function claimRequests({ heard, believes: held }: ClaimConditions, through: WantedAnalysis): WantedAnalysis[] {
  const amongHeard: Condition = through.filter === undefined ? heard : { kind: "all", of: [through.filter, heard] };
  return [
    { ...through, indicator: heard },
    { ...through, indicator: { kind: "all", of: [heard, held] } },
    { ...through, indicator: { kind: "all", of: [heard, { kind: "not", of: held }] } },
    { ...through, filter: amongHeard, indicator: held },
  ];
}

/** How many requests a claim takes. */
export const requestsAClaim = 4;
