import type { JSX } from "preact";
import { formatCount, formatShare } from "../../../../charts/format.ts";
import type { Arrivals } from "../../../../server/overview/overviewApi.ts";
import { useReader } from "../../reader.ts";

/** The share of what came in without a flag, with its two counts: of all that came, so without an interval. */
export function ValidShare({ arrivals: { responses, flagged } }: { arrivals: Arrivals }): JSX.Element {
  const { language } = useReader();
  if (responses === 0) return <>–</>;
  const valid = responses - flagged;
  return (
    <>
      {formatShare(valid / responses, { language, n: responses })}
      <small class="soft overview-valid">
        {formatCount(valid, language)} / {formatCount(responses, language)}
      </small>
    </>
  );
}
