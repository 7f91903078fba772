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

function checkMember(
  { name, isAsked, isRequired, check, commentKey }: Member,
  {
    value,
    values,
    note,
    path,
    at,
  }: Omit<Given, "value"> & { value: Record<string, unknown>; at: (name: string) => string },
): void {
  const isGiven = Object.hasOwn(value, name);
  const hasComment = commentKey !== null && Object.hasOwn(value, commentKey);
  if (!isGiven && !hasComment) {
    if (isAsked(values) && isRequired(values)) note(path, "required");
    return;
  }
  if (!isAsked(values)) {
    note(path, "hidden-question");
    return;
  }
  const answer = value[name];
  if (isGiven) check({ value: answer, path, values, note });
  if (isGiven && Array.isArray(answer) && answer.length === 0 && isRequired(values)) note(path, "required");
  if (commentKey === null) return;
  const picksOther = isGiven && (answer === "other" || (Array.isArray(answer) && answer.includes("other")));
  if (hasComment && !picksOther) note(at(commentKey), "comment-without-other");
  else if (picksOther && !hasComment) note(at(commentKey), "comment-needed");
  else if (hasComment) checkComment({ value: value[commentKey], path: at(commentKey), values, note });
}
