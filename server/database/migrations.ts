import type { Migration } from "./migrationStore.ts";

/** Every layout the store has had. A layout, once released, is never edited: a change is a new step. */
export const migrations: readonly Migration[] = [
  {
    version: 1,
    name: "studies, questionnaires, responses, accounts, sessions and exports",
    // Collections and indexes are made by their stores at every start; the first layout has nothing to move.
    apply: () => Promise.resolve(),
  },
];
