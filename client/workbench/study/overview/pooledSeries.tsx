import type { JSX } from "preact";
import { formatShortDay } from "../../../../charts/format.ts";
import { markOf, textOf } from "../../../../charts/mark.ts";
import type { AnalysisResult } from "../../../../server/analysis/analysisApi.ts";
import type { StudyWarnings } from "../../../../server/warnings/warningsApi.ts";
import { useReader, useWords } from "../../reader.ts";
import { overviewTexts } from "./overviewTexts.ts";
import { Sparkline } from "./sparkline.tsx";

/** The course of an indicator, seven days pooled, over what was told on the last day of each seven. */
export function PooledSeries({
  pooled: { estimates, windows },
  watched,
  days,
}: {
  pooled: AnalysisResult;
  watched: StudyWarnings["indicators"][number];
  /** Those that the states are of: they begin before the first seven are complete. */
  days: readonly string[];
}): JSX.Element {
  const { language } = useReader();
  const words = useWords(overviewTexts);
  const series = estimates[0]?.[0] ?? [];
  const ends = windows.map(({ to }) => to);
  const told = watched.series[0]?.states ?? [];
  const spoken = series.map(
    (each, place) => `${formatShortDay(ends[place] ?? "", language)} ${textOf(each, language)}`,
  );
  return (
    <figure class="overview-series">
      <Sparkline
        marks={series.map(markOf)}
        states={ends.map((end) => told[days.indexOf(end)] ?? "no-data")}
        label={`${watched.title[language]}, ${words("sevenDays")}: ${spoken.join("; ")}`}
      />
      <figcaption class="soft">
        <span>{ends.length > 0 && formatShortDay(ends[0] ?? "", language)}</span>
        <span>{words("sevenDays")}</span>
        <span>{ends.length > 0 && formatShortDay(ends.at(-1) ?? "", language)}</span>
      </figcaption>
    </figure>
  );
}
