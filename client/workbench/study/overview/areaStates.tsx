import type { JSX } from "preact";
import { useState } from "preact/hooks";
import { formatCount } from "../../../../charts/format.ts";
import type { DayState, WatchedArea } from "../../../../server/warnings/warningsApi.ts";
import { useReader, useWords } from "../../reader.ts";
import { useRested } from "../../useRested.ts";
import { DayStrip } from "./dayStrip.tsx";
import type { IndicatorTold } from "./indicatorTold.ts";
import { overviewTexts } from "./overviewTexts.ts";
import { shownState, StateBadge, stateSigns, type ShownState } from "./stateBadge.tsx";
import { whyState } from "./whyState.ts";

const inOrder: readonly ShownState[] = ["red", "amber", "quiet", "cannotTell"];

/** Where an indicator stands in its areas: how many in each state, and on request each with its reason. */
export function AreaStates({ told: { watched, warnings } }: { told: IndicatorTold }): JSX.Element | null {
  const { read, language } = useReader();
  const words = useWords(overviewTexts);
  const [isOpen, setOpen] = useState(false);
  // Hundreds of reasons and strips would hold up the page that they are folded away in.
  const isRested = useRested(watched.indicator);
  const areas = watched.series.filter(({ area }) => area !== null);
  const stateOf = ({ states }: WatchedArea): ShownState => shownState(states.at(-1));
  const inStates = inOrder.map((state) => ({ state, of: areas.filter((each) => stateOf(each) === state) }));
  const amiss = inStates.filter(({ state }) => state === "red" || state === "amber").flatMap(({ of }) => of);
  if (areas.length === 0) return null;
  return (
    <details
      class="overview-areas"
      onToggle={({ currentTarget }) => {
        setOpen(currentTarget.open);
      }}
    >
      <summary>
        {words("areas")}:{" "}
        {inStates
          .filter(({ of }) => of.length > 0)
          .map(({ state, of }) => (
            <span key={state} class={`overview-tally ${state}`}>
              <span aria-hidden="true">{stateSigns[state]}</span> {formatCount(of.length, language)} {words(state)}
            </span>
          ))}
        <span class="overview-amiss">{amiss.map(({ area }) => read(area?.label ?? "")).join(", ")}</span>
      </summary>
      {(isOpen || isRested) && (
        <ul>
          {inStates.flatMap(({ state, of }) =>
            of.map((each) => (
              <li key={String(each.area?.code)}>
                <StateBadge state={state} />
                <span>
                  <b>{read(each.area?.label ?? "")}</b>{" "}
                  <span class="soft">{whyState(each, warnings, { words, language })}</span>
                  {each.states.some(isTold) && <DayStrip states={each.states} />}
                </span>
              </li>
            )),
          )}
        </ul>
      )}
    </details>
  );
}

/** A strip of days of which nothing could be told says nothing. */
function isTold(state: DayState): boolean {
  return shownState(state) !== "cannotTell";
}
