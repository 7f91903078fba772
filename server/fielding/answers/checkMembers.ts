import type { Condition } from "./conditions.ts";
import type { Check, Given } from "./questionChecks.ts";
import { commentCheck, mostTextUnits } from "./textChecks.ts";

/** A question compiled: when it is asked, whether it must be answered, and what an answer must be. */
export interface Member {
  readonly name: string;
  readonly isAsked: Condition;
  readonly isRequired: Condition;
  readonly check: Check;
  /** The key of the words beside "other"; `null` when the question has no such choice. */
  readonly commentKey: string | null;
}

const checkComment = commentCheck({ maxLength: mostTextUnits });

/** Checks an object of answers: each known, asked, as it must be, and none missing that is required. */
export function checkMembers(
  members: readonly Member[],
  { value, path, values, note }: Given & { value: Record<string, unknown> },
): void {
  const at = (name: string): string => (path === "" ? name : `${path}.${name}`);
  const known = new Set<string>();
  for (const member of members) {
    known.add(member.name);
    if (member.commentKey !== null) known.add(member.commentKey);
    checkMember(member, { value, values, note, path: at(member.name), at });
  }
  const unknown = path === "" ? "unknown-question" : "unknown-part";
  for (const name of Object.keys(value)) if (!known.has(name)) note(at(name), unknown);
}

/** An object of answers, and the path of a name in it. */
type Among = Omit<Given, "value"> & { value: Record<string, unknown>; at: (name: string) => string };

function checkMember(member: Member, among: Among): void {
  const { name, isAsked, isRequired, check, commentKey } = member;
  const { value, values, note, path } = among;
  const isGiven = Object.hasOwn(value, name);
  const hasComment = commentKey !== null && Object.hasOwn(value, commentKey);
  const answer = isGiven ? value[name] : undefined;
  if (!isAsked(values)) {
    if (isGiven || hasComment) note(path, "hidden-question");
    return;
  }
  if (isGiven) check({ value: answer, path, values, note });
  if (isNoAnswer(answer) && !hasComment && isRequired(values)) note(path, "required");
  if (commentKey !== null) checkOther(answer, commentKey, among);
}

/** Whether a value says nothing: a text without letters in it, a list without items. */
function isNoAnswer(answer: unknown): boolean {
  return answer === undefined || answer === "" || (Array.isArray(answer) && answer.length === 0);
}

/** Checks that the choice "other" and the words beside it stand together. */
function checkOther(answer: unknown, commentKey: string, { value, values, note, at }: Among): void {
  const path = at(commentKey);
  const comment = Object.hasOwn(value, commentKey) ? value[commentKey] : undefined;
  const picksOther = answer === "other" || (Array.isArray(answer) && answer.includes("other"));
  if (comment !== undefined && !picksOther) note(path, "comment-without-other");
  else if (picksOther && isNoAnswer(comment)) note(path, "comment-needed");
  else if (comment !== undefined) checkComment({ value: comment, path, values, note });
}
