import type { JSX } from "preact";
import { useEffect } from "preact/hooks";
import type { StudyQuality } from "../../../../server/quality/qualityApi.ts";
import type { Codebook } from "../../../../surveys/codebook/codebook.ts";
import { Answered } from "../../parts/answered.tsx";
import { Notice } from "../../parts/notice.tsx";
import { useWords } from "../../reader.ts";
import { useAnswer } from "../../useAnswer.ts";
import { useSettled } from "../../useSettled.ts";
import type { StudyViewProps } from "../studyViewProps.ts";
import { WithCodebook } from "../withCodebook.tsx";
import { DaysCard } from "./daysCard.tsx";
import { Headlines } from "./headlines.tsx";
import { PatternsCards } from "./patternsCards.tsx";
import { PlacesCard } from "./placesCard.tsx";
import { QualitySummary } from "./qualitySummary.tsx";
import { qualityTexts } from "./qualityTexts.ts";
import { ReasonsCard } from "./reasonsCard.tsx";
import { RulesCard } from "./rulesCard.tsx";
import "./quality.css";

/** Counts follow what comes in at this distance. */
const everyMs = 30_000;

/** How good the answers are: whom the rules mark and exclude, what that does to the numbers, and the rules. */
export function QualityView({ study, days }: StudyViewProps): JSX.Element {
  const responses = useSettled(days?.responses ?? study.responses, everyMs);
  return (
    <WithCodebook study={study}>
      {(codebook) => <QualityOf study={study.study} codebook={codebook} responses={responses} />}
    </WithCodebook>
  );
}

function QualityOf({
  study,
  codebook,
  responses,
}: {
  study: string;
  codebook: Codebook;
  responses: number;
}): JSX.Element {
  const reading = useAnswer<StudyQuality>(`/api/studies/${study}/quality`);
  const { again } = reading;
  useEffect(again, [responses, again]);
  return (
    <Answered reading={reading}>
      {(quality) => (
        <div class="quality">
          <Standing quality={quality} onChanged={again} />
          {quality.screening !== null && (
            <>
              <Headlines study={study} codebook={codebook} screening={quality.screening.version} />
              <ReasonsCard quality={quality} screening={quality.screening} />
              <DaysCard quality={quality} screening={quality.screening} />
              <div class="quality-pair">
                <PlacesCard of="collectors" quality={quality} places={quality.screening.collectors} />
                <PlacesCard of="gridUnits" quality={quality} places={quality.screening.gridUnits} />
              </div>
            </>
          )}
          <PatternsCards study={study} responses={responses} />
          <RulesCard quality={quality} codebook={codebook} onChanged={again} />
        </div>
      )}
    </Answered>
  );
}

function Standing({ quality, onChanged }: { quality: StudyQuality; onChanged: () => void }): JSX.Element {
  const words = useWords(qualityTexts);
  if (quality.rules.length === 0)
    return (
      <Notice title={words("noRules")}>
        <p>{words("noRulesNote")}</p>
      </Notice>
    );
  return <QualitySummary quality={quality} onChanged={onChanged} />;
}
