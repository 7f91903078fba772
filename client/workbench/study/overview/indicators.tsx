import type { JSX } from "preact";
import type { IndicatorList } from "../../../../server/indicators/indicatorsApi.ts";
import type { StudyWarnings } from "../../../../server/warnings/warningsApi.ts";
import { Answered } from "../../parts/answered.tsx";
import { Notice, RefusalNotice } from "../../parts/notice.tsx";
import { useWords } from "../../reader.ts";
import { useAgainWhen } from "../../useAgainWhen.ts";
import { useAnswer, useKnownAnswer } from "../../useAnswer.ts";
import { useSending } from "../../useSending.ts";
import { IndicatorCards } from "./indicatorCards.tsx";
import { NewIndicator } from "./newIndicator.tsx";
import { overviewTexts } from "./overviewTexts.ts";
import { shownState, StateBadge } from "./stateBadge.tsx";

const inOrder = ["red", "amber", "quiet", "cannotTell"] as const;

/** What a study is watched for and where it stands: the worst is said first. */
export function Indicators({
  study,
  latestDay,
  responses,
}: {
  study: string;
  /** The latest day with responses. */
  latestDay: string | undefined;
  responses: number;
}): JSX.Element {
  const words = useWords(overviewTexts);
  const list = useKnownAnswer<IndicatorList>(`/api/studies/${study}/indicators`);
  const reading = useAnswer<StudyWarnings>(`/api/studies/${study}/warnings`);
  const { refusal, send } = useSending<null>();
  const { again, answer: warnings } = reading;
  useAgainWhen(responses, again);
  const onChanged = (): void => {
    list.again();
    again();
  };
  return (
    <section class="overview-indicators" aria-labelledby="overview-indicators">
      <Answered reading={list}>
        {({ indicators }) => (
          <>
            <div class="page-head">
              <h2 id="overview-indicators">{words("indicators")}</h2>
              {warnings !== null && <Tallies watched={warnings.indicators} />}
            </div>
            {refusal !== null && <RefusalNotice refusal={refusal} />}
            {reading.refusal !== null && <Answered reading={reading}>{() => null}</Answered>}
            {indicators.length === 0 && (
              <Notice title={words("noIndicators")}>
                <p>{words("noIndicatorsNote")}</p>
              </Notice>
            )}
            <IndicatorCards
              key={JSON.stringify(indicators)}
              shown={{ study, indicators, latestDay, warnings }}
              responses={responses}
              onRemove={({ indicator }) => {
                send(`/api/studies/${study}/indicators/${indicator}`, { method: "DELETE" }, onChanged);
              }}
            />
            <NewIndicator study={study} taken={indicators.map(({ indicator }) => indicator)} onDone={onChanged} />
          </>
        )}
      </Answered>
    </section>
  );
}

/** How many indicators are in each state. */
function Tallies({ watched }: { watched: StudyWarnings["indicators"] }): JSX.Element {
  const states = watched.map(({ series }) => shownState(series[0]?.states.at(-1)));
  return (
    <p class="overview-tallies">
      {inOrder
        .filter((state) => states.includes(state))
        .map((state) => (
          <span key={state}>
            <StateBadge state={state} /> {states.filter((each) => each === state).length}
          </span>
        ))}
    </p>
  );
}
