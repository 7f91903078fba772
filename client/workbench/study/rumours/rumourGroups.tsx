import type { JSX } from "preact";
import type { AnalysisResult } from "../../../../server/analysis/analysisApi.ts";
import type { Codebook } from "../../../../surveys/codebook/codebook.ts";
import { EstimateCell } from "../../parts/estimateCell.tsx";
import { Choice } from "../../parts/field.tsx";
import { headProvenance } from "../../parts/result/headProvenance.ts";
import { intervalOf, pagesOf, statisticInWords } from "../../parts/result/provenance.ts";
import { ResultFrame } from "../../parts/resultFrame.tsx";
import { useReader, useWords } from "../../reader.ts";
import { useAddressQuery } from "../../useAddressQuery.ts";
import type { Pairing } from "../../../../surveys/codebook/questionPairs.ts";
import { citableGroups } from "./citableRumours.ts";
import { requestsAClaim } from "./rumourChoice.ts";
import { rumourTexts } from "./rumourTexts.ts";

/** The measures, and where each stands among a claim's requests. */
const measures = [
  ["heard", 0],
  ["believesOfAll", 1],
  ["believesOfHeard", 3],
] as const;

/** One measure of each claim in groups of respondents. */
export function RumourGroups({
  pairing,
  results,
  codebook,
}: {
  pairing: Pairing;
  results: readonly AnalysisResult[];
  codebook: Codebook;
}): JSX.Element | null {
  const reader = useReader();
  const words = useWords(rumourTexts);
  const { query, change } = useAddressQuery();
  const [measure, at] = measures.find(([name]) => name === query.get("measure")) ?? measures[1];
  const [first] = results;
  // Answers to the request before this one have no groups.
  if (first === undefined || first.breakdowns.length === 0) return null;
  const title = `${words("groups")}: ${reader.read(first.breakdowns[0]?.title ?? "")}`;
  const groups = first.groups.map(({ labels: [label] }) =>
    label === undefined ? words("together") : reader.read(label),
  );
  const rows = pairing.pairs.map(({ label }, place) => ({
    label: reader.read(label),
    estimates: results[place * requestsAClaim + at]?.estimates[0]?.flatMap(([estimate]) => estimate ?? []) ?? [],
  }));
  const estimates = rows.flatMap((row) => row.estimates);
  return (
    <section class="card" id="rumour-groups">
      <ResultFrame
        name="rumour-groups"
        title={title}
        table={{
          title,
          columns: [words("claim"), ...groups],
          rows: rows.map((row) => [row.label, ...groups.map((_, group) => row.estimates[group] ?? null)]),
        }}
        cites={{ study: first.study, claims: citableGroups(results, at) }}
        provenance={headProvenance(
          first,
          {
            statistic: `${words(measure)}: ${statisticInWords("share", reader)}`,
            base: words("baseAll"),
            answered: null,
            interval: intervalOf(estimates),
            pages: pagesOf(estimates),
          },
          { codebook, reader },
        )}
      >
        <div>
          <h2>{title}</h2>
          <p class="soft base">{words("groupsNote")}</p>
        </div>
        <Choice
          label={words("measure")}
          value={measure}
          options={measures.map(([name]) => ({ value: name, label: words(name) }))}
          onChoose={(name) => {
            change({ measure: [name] });
          }}
        />
        <div class="table-frame rumour-table" tabIndex={0} role="region" aria-label={title}>
          <table>
            <thead>
              <tr>
                <th scope="col">{words("claim")}</th>
                {groups.map((group) => (
                  <th key={group} scope="col" class="number">
                    {group}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {rows.map((row, line) => (
                <tr key={row.label}>
                  <th scope="row">{row.label}</th>
                  {groups.map((group, place) => (
                    <EstimateCell key={group} estimate={row.estimates[place]} at={[line, place + 1]} />
                  ))}
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      </ResultFrame>
    </section>
  );
}
