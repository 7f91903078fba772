import type { Study } from "../fielding/study.ts";
import type { Account, Role } from "./account.ts";
import type { Action } from "./accountsApi.ts";

/** Who may do what. The only place that decides it: a new role is a new row. */
const allowed: Readonly<Record<Role, readonly Action[]>> = {
  researcher: [
    "see-studies",
    "change-studies",
    "see-estimates",
    "weight-responses",
    "screen-responses",
    "read-texts",
    "code-texts",
    "export-responses",
    "publish-figures",
    "read-responses",
  ],
};

/** Whether an account may do something at all. */
export function may(account: Account, action: Action): boolean {
  return allowed[account.role].includes(action);
}

/** Everything an account may do. */
export function actionsOf(account: Account): readonly Action[] {
  return allowed[account.role];
}

/** Whether an account may use a study: its own, or one that came with the installation. */
export function mayUseStudy(account: Account, study: Pick<Study, "owner">): boolean {
  return study.owner === null || study.owner === account.name;
}
