import type { JSX } from "preact";
import { formatCount, formatDuration } from "../../../../charts/format.ts";
import { judge } from "../../../../charts/judgement.ts";
import { whyNotShown } from "../../../../charts/words.ts";
import type { Estimate } from "../../../../stats/estimate.ts";
import { useReader, useWords } from "../../reader.ts";
import { overviewTexts } from "./overviewTexts.ts";

/** A median of seconds with its interval and n, or why it is not shown. */
export function MedianTime({ estimate }: { estimate: Estimate }): JSX.Element {
  const { language } = useReader();
  const words = useWords(overviewTexts);
  if (estimate.n === 0) return <span class="soft">{words("notKnown")}</span>;
  const judgement = judge(estimate);
  const n = `n = ${formatCount(estimate.n, language)}`;
  if (judgement.kind === "not-shown")
    return (
      <>
        <span class="soft">{whyNotShown(judgement.why, language)}</span>
        <small class="soft">{n}</small>
      </>
    );
  const { value, interval } = judgement.estimate;
  return (
    <>
      {formatDuration(value)}
      <small class="soft">
        {interval !== null && (
          <span class="overview-whole">
            {formatDuration(interval.lower)}–{formatDuration(interval.upper)},{" "}
          </span>
        )}
        <span class="overview-whole">{n}</span>
      </small>
    </>
  );
}
