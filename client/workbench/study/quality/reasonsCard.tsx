import type { JSX } from "preact";
import { formatCount } from "../../../../charts/format.ts";
import type { Reason, StudyQuality } from "../../../../server/quality/qualityApi.ts";
import { ResultFrame } from "../../parts/resultFrame.tsx";
import { useReader, useWords } from "../../reader.ts";
import { countsProvenance } from "./countsProvenance.ts";
import { qualityTexts } from "./qualityTexts.ts";
import { countsTexts, reasonTexts } from "./reasonTexts.ts";

/** Why responses are marked, each reason in plain words, and how many that marks and excludes. */
export function ReasonsCard({
  quality,
  screening: { reasons, all },
}: {
  quality: StudyQuality;
  screening: NonNullable<StudyQuality["screening"]>;
}): JSX.Element {
  const { language } = useReader();
  const words = useWords(qualityTexts);
  const inForce = quality.rules.find(({ rulesVersion }) => rulesVersion === quality.inForce);
  const doesOf = (reason: Reason): string => {
    const counts = inForce?.[reason]?.counts;
    return counts === undefined ? words("off") : countsTexts[counts][language];
  };
  const badge = (reason: Reason): JSX.Element => (
    <span class={`badge quality-${inForce?.[reason]?.counts ?? "off"}`}>{doesOf(reason)}</span>
  );
  const columns = (["reason", "does", "marked", "excluded", "alone"] as const).map((name) => words(name));
  return (
    <section class="card" id="quality-reasons">
      <ResultFrame
        name="quality-reasons"
        title={words("reasons")}
        table={{
          title: words("reasons"),
          columns,
          rows: reasons.map(({ reason, marked, excluded, excludedByItAlone }) => [
            reasonTexts[reason].name[language],
            doesOf(reason),
            marked,
            excluded,
            excludedByItAlone,
          ]),
        }}
        provenance={countsProvenance(quality, all.screened, language)}
      >
        <h2>{words("reasons")}</h2>
        <div class="table-frame" tabIndex={0} role="region" aria-label={words("reasons")}>
          <table class="quality-reasons">
            <thead>
              <tr>
                {columns.map((column, place) => (
                  <th key={column} scope="col" class={place >= 2 ? "number" : place === 1 ? "quality-does" : ""}>
                    {column}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {reasons.map(({ reason, marked, excluded, excludedByItAlone }) => (
                <tr key={reason}>
                  <th scope="row">
                    {reasonTexts[reason].name[language]}
                    <span class="quality-does-here">{badge(reason)}</span>
                    <small class="soft">{reasonTexts[reason].note[language]}</small>
                  </th>
                  <td class="quality-does">{badge(reason)}</td>
                  {[marked, excluded, excludedByItAlone].map((count, place) => (
                    <td key={place} class="number">
                      {formatCount(count, language)}
                    </td>
                  ))}
                </tr>
              ))}
            </tbody>
          </table>
        </div>
        <p class="soft base">{words("reasonsNote")}</p>
      </ResultFrame>
    </section>
  );
}
