import type { JSX } from "preact";
import { formatNet } from "../../../../charts/format.ts";
import type { AnalysisChange } from "../../../../server/analysis/analysisApi.ts";
import { useReader, useWords } from "../../reader.ts";
import { overviewTexts } from "./overviewTexts.ts";

/** How the last seven days differ from the seven before, with the interval of the difference, or why that is not known. */
export function WeekChange({
  change,
  worse,
}: {
  change: AnalysisChange | undefined;
  worse: "higher" | "lower";
}): JSX.Element {
  const { language } = useReader();
  const words = useWords(overviewTexts);
  if (change?.kind !== "change")
    return (
      <div>
        <dt>{words("weekChange")}</dt>
        <dd>–</dd>
        <dd class="soft">{words(whyNone(change))}</dd>
      </div>
    );
  const { value, interval, n } = change.estimate;
  const style = { language, n };
  const isClear = interval !== null && (interval.lower > 0 || interval.upper < 0);
  const isWorse = worse === "higher" ? value > 0 : value < 0;
  const tone = isClear ? (isWorse ? "worse" : "better") : "unclear";
  return (
    <div>
      <dt title={words("weekChangeNote")}>{words("weekChange")}</dt>
      <dd class={`overview-change ${tone}`}>
        {formatNet(value, style)} <small>{language === "en" ? "pts" : "百分点"}</small>
      </dd>
      <dd class="soft">
        {interval === null
          ? "–"
          : `${formatNet(interval.lower, style)} ${language === "en" ? "to" : "至"} ${formatNet(interval.upper, style)}`}
        {interval !== null && !isClear && ` · ${words("cannotExclude")}`}
      </dd>
    </div>
  );
}

function whyNone(change: AnalysisChange | undefined): "noWeekBefore" | "noChange" | "crossesBreak" {
  if (change === undefined || change.kind === "change") return "noChange";
  if (change.reason === "no-week-before") return "noWeekBefore";
  return change.reason === "crosses-break" ? "crossesBreak" : "noChange";
}
