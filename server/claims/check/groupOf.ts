import type { ChoiceCode } from "../../../surveys/definition.ts";
import type { Group } from "./groups.ts";
import type { Mention } from "./groupMentions.ts";

/** Of whom a number is: the groups that it is in at once, none for everyone; or that it cannot be told. */
export type OfWhom = { readonly kind: "groups"; readonly groups: readonly Group[] } | { readonly kind: "unclear" };

/** Where a number stands in its sentence, and where the clause that it stands in ends. */
export interface NumberPlace {
  readonly from: number;
  readonly to: number;
  readonly clauseEnd: number;
}

/** More breakdowns cannot be asked at once. */
const mostGroups = 2;

const everyone: OfWhom = { kind: "groups", groups: [] };

/** What begins the next of two that are told side by side: "31% of men and 27% of women". */
const conjunction = /\b(?:and|while|but|whereas|against|than|versus|compared)\b|[和而与比]/i;

/**
 * Of whom each number of a sentence is, in their order. A number is of those who are named behind it in its clause ("31% of
 * women") and before it, behind the last number ("Of women, 31%"); where nobody is, of those whom the number before is of.
 */
export function ofWhomEach(
  sentence: string,
  { mentions, numbers }: { mentions: readonly Mention[]; numbers: readonly NumberPlace[] },
): OfWhom[] {
  const all: OfWhom[] = [];
  let read = 0;
  for (const [place, number] of numbers.entries()) {
    const end = endBehind(sentence, number, numbers[place + 1]);
    const before = mentions.filter(({ from, to }) => from >= read && to <= number.from);
    const behind = mentions.filter(({ from, to }) => from >= number.to && to <= end);
    read = behind.at(-1)?.to ?? number.to;
    all.push(before.length + behind.length > 0 ? resolved(before, behind) : (all.at(-1) ?? everyone));
  }
  return all;
}

function endBehind(sentence: string, { to, clauseEnd }: NumberPlace, next: NumberPlace | undefined): number {
  if (next === undefined || next.from >= clauseEnd) return clauseEnd;
  const between = sentence.slice(to, next.from).search(conjunction);
  return between < 0 ? next.from : to + between;
}

/** What is named behind a number says more of it than what is before, of the same breakdown. */
function resolved(before: readonly Mention[], behind: readonly Mention[]): OfWhom {
  if (behind.length === 0 && before.at(-1)?.of === "everyone") return everyone;
  if ([...before, ...behind].some(({ of }) => of === null)) return { kind: "unclear" };
  const named = new Map([...byBreakdown(before), ...byBreakdown(behind)]);
  const groups = [...named.values()].flatMap((codes) => (codes.size === 1 ? [...codes.values()] : []));
  if (groups.length < named.size || groups.length > mostGroups) return { kind: "unclear" };
  return { kind: "groups", groups };
}

/** The groups that are named of each breakdown, by their codes. */
function byBreakdown(mentions: readonly Mention[]): Map<string, Map<ChoiceCode, Group>> {
  const all = new Map<string, Map<ChoiceCode, Group>>();
  for (const { of } of mentions) {
    if (of === null || of === "everyone") continue;
    const codes = all.get(of.variable) ?? new Map<ChoiceCode, Group>();
    all.set(of.variable, codes.set(of.code, of));
  }
  return all;
}
