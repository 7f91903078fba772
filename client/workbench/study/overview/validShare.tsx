import type { JSX } from "preact";
import { formatCount, formatShare } from "../../../../charts/format.ts";
import type { Arrivals } from "../../../../server/overview/overviewApi.ts";
import { useReader, useWords } from "../../reader.ts";
import { overviewTexts } from "./overviewTexts.ts";

/** The share of what was screened that is not excluded, with its two counts: of all that came, so without an interval. */
export function ValidShare({
  arrivals: { screened, valid },
}: {
  arrivals: Pick<Arrivals, "screened" | "valid">;
}): JSX.Element {
  const { language } = useReader();
  const words = useWords(overviewTexts);
  if (screened === 0) return <span class="soft">{words("notScreened")}</span>;
  return (
    <>
      {formatShare(valid / screened, { language, n: screened })}
      <small class="soft overview-valid">
        {formatCount(valid, language)} / {formatCount(screened, language)}
      </small>
    </>
  );
}
