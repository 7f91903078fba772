import type { JSX } from "preact";
import { formatCount, formatShare, formatShortDay } from "../../../../charts/format.ts";
import type { RepeatGroup, StudyPatterns } from "../../../../server/quality/qualityApi.ts";
import { ResultFrame } from "../../parts/resultFrame.tsx";
import { useReader, useWords, type PageReader } from "../../reader.ts";
import { fill } from "../overview/fill.ts";
import { countsProvenance } from "./countsProvenance.ts";
import { qualityTexts } from "./qualityTexts.ts";

/** Responses that are nearly the same, for a person to look at. */
export function RepeatsCard({ patterns }: { patterns: StudyPatterns }): JSX.Element {
  const reader = useReader();
  const { language } = reader;
  const words = useWords(qualityTexts);
  const { groups, responses, listed } = patterns.repeats;
  const count = (number: number): string => formatCount(number, language);
  const columns = (["size", "sameAnswers", "day", "collectors"] as const).map((name) => words(name));
  return (
    <section class="card" id="quality-repeats">
      <ResultFrame
        name="quality-repeats"
        title={words("repeats")}
        table={
          groups === 0
            ? null
            : {
                title: words("repeats"),
                columns: [...columns, "response"],
                rows: listed.map((group) => [...cellsOf(group, reader), group.responses.join(" ")]),
              }
        }
        provenance={countsProvenance(patterns, patterns.responses, language)}
      >
        <h2>{words("repeats")}</h2>
        <p class="soft base">{words("repeatsNote")}</p>
        <p>
          <strong>
            {groups === 0
              ? words("noRepeats")
              : fill(words("repeatsCount"), { groups: count(groups), responses: count(responses) })}
          </strong>
        </p>
        {groups > 0 && (
          <details>
            <summary>{words("showIds")}</summary>
            <div class="table-frame" tabIndex={0} role="region" aria-label={words("repeats")}>
              <table class="quality-repeats">
                <thead>
                  <tr>
                    {columns.map((column, place) => (
                      <th key={column} scope="col" class={place < 2 ? "number" : ""}>
                        {column}
                      </th>
                    ))}
                    <th scope="col">response</th>
                  </tr>
                </thead>
                <tbody>
                  {listed.map((group) => {
                    const [size, ...cells] = cellsOf(group, reader);
                    return (
                      <tr key={group.responses[0]}>
                        <td class="number">{count(size)}</td>
                        {cells.map((cell, place) => (
                          <td key={place} class={place === 0 ? "number" : ""}>
                            {cell}
                          </td>
                        ))}
                        <td>
                          {group.responses.map((id) => (
                            <code key={id}>{id}</code>
                          ))}
                        </td>
                      </tr>
                    );
                  })}
                </tbody>
              </table>
            </div>
          </details>
        )}
      </ResultFrame>
    </section>
  );
}

/** How many, with which share of equal answers, when, and through which collectors. */
function cellsOf(
  { responses, shares, days, collectors }: RepeatGroup,
  { language }: PageReader,
): [number, string, string, string] {
  const [first, last] = days.map((day) => formatShortDay(day, language));
  const [least, most] = shares.map((share) => formatShare(share, { language, n: 10 }));
  return [
    responses.length,
    least === most ? (least ?? "") : `${least ?? ""}–${most ?? ""}`,
    first === last ? (first ?? "") : `${first ?? ""} – ${last ?? ""}`,
    collectors.map((collector) => collector ?? qualityTexts.none[language]).join(", "),
  ];
}
