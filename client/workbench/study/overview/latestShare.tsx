import type { JSX } from "preact";
import { formatCount, formatDay, formatUncertainty } from "../../../../charts/format.ts";
import { judge } from "../../../../charts/judgement.ts";
import { textOf } from "../../../../charts/mark.ts";
import type { AnalysisResult } from "../../../../server/analysis/analysisApi.ts";
import type { StudyWarnings } from "../../../../server/warnings/warningsApi.ts";
import type { Estimate } from "../../../../stats/estimate.ts";
import { Caution } from "../../parts/result/caution.tsx";
import { useReader, useWords } from "../../reader.ts";
import { overviewTexts } from "./overviewTexts.ts";

const nothing: Estimate = { kind: "not-estimable", reason: "no-data", n: 0 };

/** The share of the last day with responses, with its interval and n, or why it is not shown. */
export function LatestShare({
  byDay: { estimates, windows },
  warnings,
}: {
  byDay: AnalysisResult;
  warnings: Pick<StudyWarnings, "days" | "isLastDayOpen">;
}): JSX.Element {
  const { language } = useReader();
  const words = useWords(overviewTexts);
  const latest = estimates[0]?.[0]?.at(-1) ?? nothing;
  const day = windows.at(-1)?.to ?? "";
  const isToday = warnings.isLastDayOpen && day === warnings.days.at(-1);
  const judgement = judge(latest);
  const isShown = judgement.kind === "shown";
  const n = `n = ${formatCount(latest.n, language)}`;
  return (
    <div>
      <dt>{isToday ? words("today") : formatDay(day, language)}</dt>
      <dd>
        {textOf(latest, language)}
        {isShown && judgement.needsCaution && <Caution />}
      </dd>
      <dd class="soft">
        {isShown && `${formatUncertainty(judgement.estimate, "share", { language, n: latest.n })} · `}
        <span class="overview-whole">{n}</span>
      </dd>
    </div>
  );
}
