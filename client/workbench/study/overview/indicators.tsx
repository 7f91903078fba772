import type { JSX } from "preact";
import type { IndicatorList } from "../../../../server/indicators/indicatorsApi.ts";
import type { StudyWarnings } from "../../../../server/warnings/warningsApi.ts";
import { Answered } from "../../parts/answered.tsx";
import { Notice, RefusalNotice } from "../../parts/notice.tsx";
import { useWords } from "../../reader.ts";
import { useAgainWhen } from "../../useAgainWhen.ts";
import { useAnswer, useKnownAnswer } from "../../useAnswer.ts";
import { useSending } from "../../useSending.ts";
import { IndicatorCard } from "./indicatorCard.tsx";
import { NewIndicator } from "./newIndicator.tsx";
import { overviewTexts } from "./overviewTexts.ts";
import { shownState, StateBadge } from "./stateBadge.tsx";

const inOrder = ["red", "amber", "quiet", "cannotTell"] as const;

/** What a study is watched for and where it stands: the worst is said first. */
export function Indicators({ study, responses }: { study: string; responses: number }): JSX.Element {
  const words = useWords(overviewTexts);
  const list = useKnownAnswer<IndicatorList>(`/api/studies/${study}/indicators`);
  const reading = useAnswer<StudyWarnings>(`/api/studies/${study}/warnings`);
  const { refusal, send } = useSending<null>();
  const { again } = reading;
  useAgainWhen(responses, again);
  const onChanged = (): void => {
    list.again();
    again();
  };
  return (
    <section class="overview-indicators" aria-labelledby="overview-indicators">
      <Answered reading={list}>
        {({ indicators }) => (
          <Answered reading={reading}>
            {(warnings) => {
              const shown = indicators.flatMap((indicator) => {
                const watched = warnings.indicators.find((each) => each.indicator === indicator.indicator);
                return watched === undefined ? [] : [{ study, indicator, watched, warnings }];
              });
              const states = shown.map(({ watched }) => shownState(watched.series[0]?.states.at(-1)));
              return (
                <>
                  <div class="page-head">
                    <h2 id="overview-indicators">{words("indicators")}</h2>
                    <p class="overview-tallies">
                      {inOrder
                        .filter((state) => states.includes(state))
                        .map((state) => (
                          <span key={state}>
                            <StateBadge state={state} /> {states.filter((each) => each === state).length}
                          </span>
                        ))}
                    </p>
                  </div>
                  {refusal !== null && <RefusalNotice refusal={refusal} />}
                  {indicators.length === 0 && (
                    <Notice title={words("noIndicators")}>
                      <p>{words("noIndicatorsNote")}</p>
                    </Notice>
                  )}
                  <div class="overview-cards">
                    {shown.map((each) => (
                      <IndicatorCard
                        key={each.indicator.indicator}
                        shown={each}
                        responses={responses}
                        onRemove={() => {
                          const path = `/api/studies/${study}/indicators/${each.indicator.indicator}`;
                          send(path, { method: "DELETE" }, onChanged);
                        }}
                      />
                    ))}
                  </div>
                  <NewIndicator study={study} taken={indicators.map(({ indicator }) => indicator)} onDone={onChanged} />
                </>
              );
            }}
          </Answered>
        )}
      </Answered>
    </section>
  );
}
