import type { JSX } from "preact";
import type { DayState } from "../../../../server/warnings/warningsApi.ts";
import { useWords } from "../../reader.ts";
import { overviewTexts } from "./overviewTexts.ts";

/** What a state is shown as: why nothing can be told is said beside it. */
export type ShownState = "red" | "amber" | "quiet" | "cannotTell";

/** How a state is shown. */
export function shownState(state: DayState | undefined): ShownState {
  return state === "red" || state === "amber" || state === "quiet" ? state : "cannotTell";
}

/** Shapes tell states apart where colours do not. */
export const stateSigns: Readonly<Record<ShownState, string>> = { red: "▲▲", amber: "▲", quiet: "●", cannotTell: "○" };

/** A state in a word, with its sign and colour. */
export function StateBadge({ state }: { state: ShownState }): JSX.Element {
  const words = useWords(overviewTexts);
  return (
    <span class={`overview-state ${state}`}>
      <span aria-hidden="true">{stateSigns[state]}</span> {words(state)}
    </span>
  );
}
