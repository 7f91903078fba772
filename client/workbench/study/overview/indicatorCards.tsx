import type { JSX } from "preact";
import type { AnalysisResult } from "../../../../server/analysis/analysisApi.ts";
import type { Indicator } from "../../../../server/indicators/indicatorsApi.ts";
import type { StudyWarnings } from "../../../../server/warnings/warningsApi.ts";
import { useAgainWhen } from "../../useAgainWhen.ts";
import { useAnalyses, type WantedAnalysis } from "../../useAnalysis.ts";
import type { Reading } from "../../useAnswer.ts";
import { IndicatorCard } from "./indicatorCard.tsx";
import type { IndicatorTold } from "./indicatorTold.ts";

/** The indicators of a study and what their cards are made from. */
interface CardsShown {
  readonly study: string;
  /** The same for as long as the cards are there. */
  readonly indicators: readonly Indicator[];
  /** The latest day with responses. */
  readonly latestDay: string | undefined;
  readonly warnings: StudyWarnings | null;
}

type Numbers = Reading<readonly AnalysisResult[]>;

/** The cards of all indicators. Their numbers are asked for together, and each alone where one of them cannot be answered. */
export function IndicatorCards({
  shown: { study, indicators, latestDay, warnings },
  responses,
  onRemove,
}: {
  shown: CardsShown;
  /** The numbers are asked for anew when it changes. */
  responses: number;
  onRemove: (indicator: Indicator) => void;
}): JSX.Element {
  const requests = indicators.map((indicator) => requestsFor(indicator, latestDay));
  const together = useAnalyses(study, requests.length === 0 ? null : requests.flat());
  useAgainWhen(responses, together.again);
  return (
    <div class="overview-cards">
      {indicators.map((indicator, place) => {
        const each = {
          indicator,
          told: toldOf(indicator, warnings),
          onRemove: () => {
            onRemove(indicator);
          },
        };
        const asked = requests[place] ?? [];
        return together.refusal === null ? (
          <Card key={indicator.indicator} {...each} reading={partOf(together, place * asked.length, asked.length)} />
        ) : (
          <CardAlone key={indicator.indicator} {...each} study={study} asked={asked} responses={responses} />
        );
      })}
    </div>
  );
}

interface CardProps {
  readonly indicator: Indicator;
  readonly told: IndicatorTold | null;
  readonly onRemove: () => void;
}

function Card({ onRemove, ...shown }: CardProps & { readonly reading: Numbers }): JSX.Element {
  return <IndicatorCard shown={shown} onRemove={onRemove} />;
}

function CardAlone({
  study,
  asked,
  responses,
  ...card
}: CardProps & {
  readonly study: string;
  readonly asked: readonly WantedAnalysis[];
  readonly responses: number;
}): JSX.Element {
  const reading = useAnalyses(study, asked);
  useAgainWhen(responses, reading.again);
  return <Card {...card} reading={reading} />;
}

function partOf({ answer, ...reading }: Numbers, from: number, count: number): Numbers {
  return { ...reading, answer: answer?.slice(from, from + count) ?? null };
}

function requestsFor({ of, among }: Indicator, latestDay: string | undefined): WantedAnalysis[] {
  const asked = { indicator: of, ...(among !== null && { filter: among }) };
  return [
    { ...asked, every: "day", ...(latestDay !== undefined && { from: latestDay }) },
    { ...asked, every: "7-days", also: ["change"] },
  ];
}

/** What is told of an indicator; `null` before it is known. */
function toldOf({ indicator }: Indicator, warnings: StudyWarnings | null): IndicatorTold | null {
  const watched = warnings?.indicators.find((each) => each.indicator === indicator);
  return warnings === null || watched === undefined ? null : { watched, warnings };
}
