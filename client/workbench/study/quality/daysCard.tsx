import type { JSX } from "preact";
import { useMemo } from "preact/hooks";
import { excludedPerDay } from "../../../../charts/figures/excludedPerDay.ts";
import { formatDay } from "../../../../charts/format.ts";
import type { StudyQuality } from "../../../../server/quality/qualityApi.ts";
import { FigureView } from "../../parts/figureView.tsx";
import { ResultFrame } from "../../parts/resultFrame.tsx";
import { useReader, useWords } from "../../reader.ts";
import { countsProvenance } from "./countsProvenance.ts";
import { qualityTexts } from "./qualityTexts.ts";
import { reasonTexts, shownReasons } from "./reasonTexts.ts";

/** How many were valid and excluded on each day; the file has every reason. */
export function DaysCard({
  quality,
  screening,
}: {
  quality: StudyQuality;
  screening: NonNullable<StudyQuality["screening"]>;
}): JSX.Element {
  const { language } = useReader();
  const words = useWords(qualityTexts);
  const figure = useMemo(() => excludedPerDay(screening, language), [screening, language]);
  return (
    <section class="card" id="quality-days">
      <ResultFrame
        name="quality-days"
        title={figure.title}
        figures={[figure]}
        table={{
          title: figure.title,
          columns: [
            ...(["day", "rulesVersion", "responses", "screened", "excluded"] as const).map((name) => words(name)),
            ...shownReasons.map((reason) => reasonTexts[reason].name[language]),
          ],
          rows: screening.days.map(({ day, rulesVersion, responses, screened, excluded, marked }) => [
            formatDay(day, language),
            rulesVersion,
            responses,
            screened,
            excluded,
            ...shownReasons.map((reason) => marked[reason]),
          ]),
        }}
        provenance={countsProvenance(quality, screening.all.responses, language)}
      >
        <h2>{words("days")}</h2>
        <FigureView figure={figure} />
      </ResultFrame>
    </section>
  );
}
