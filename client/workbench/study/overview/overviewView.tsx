import type { JSX } from "preact";
import type { StudyDays } from "../../../../server/estimates/estimatesApi.ts";
import type { StudySummary } from "../../../../server/fielding/fieldingApi.ts";
import { Loading, Notice } from "../../parts/notice.tsx";
import { useReader } from "../../reader.ts";
import { useSettled } from "../../useSettled.ts";
import { Fielding } from "./fielding.tsx";
import { Indicators } from "./indicators.tsx";
import "./overview.css";

/** Estimates follow the counts at this distance, so that a busy hour does not have them all made anew every second. */
const everyMs = 10_000;

/** What a researcher opens in the morning: what has become worse, and how the fielding goes. */
export function OverviewView({ study, days }: { study: StudySummary; days: StudyDays | null }): JSX.Element {
  const { texts } = useReader();
  const responses = useSettled(days?.responses ?? 0, everyMs);
  if (days === null) return <Loading />;
  if (days.responses === 0)
    return (
      <Notice title={texts(study.questionnaireVersion === null ? "noQuestionnaire" : "noResponses")}>
        <p>{texts(study.questionnaireVersion === null ? "noQuestionnaireNote" : "noResponsesNote")}</p>
      </Notice>
    );
  return (
    <>
      <Indicators study={study.study} latestDay={days.days.at(-1)?.day} responses={responses} />
      <Fielding study={study.study} days={days} responses={responses} />
    </>
  );
}
