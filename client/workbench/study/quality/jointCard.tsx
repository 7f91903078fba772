import type { JSX } from "preact";
import { formatCoefficient, formatCount, formatDay, formatPValue } from "../../../../charts/format.ts";
import type { JointTest, StudyPatterns } from "../../../../server/quality/qualityApi.ts";
import { ResultFrame } from "../../parts/resultFrame.tsx";
import { useReader, useWords, type PageReader } from "../../reader.ts";
import { fill } from "../overview/fill.ts";
import { countsProvenance } from "./countsProvenance.ts";
import { qualityTexts } from "./qualityTexts.ts";

/** So many lines show where the others stand; what stands out is always listed. */
const fewest = 8;

/** Whether groups' answers go together as everybody else's do, and days with a burst of arrivals. */
export function JointCard({ patterns }: { patterns: StudyPatterns }): JSX.Element {
  const reader = useReader();
  const { language } = reader;
  const words = useWords(qualityTexts);
  const { tested, cannotTell, listed } = patterns.joint;
  const out = listed.filter(({ verdict }) => verdict !== "as-others");
  const shown = listed.slice(0, Math.max(fewest, out.length));
  const columns = (["group", "verdict", "ofGroup", "ofOthers", "adjustedP", "battery"] as const).map((name) =>
    words(name),
  );
  const count = (number: number): string => formatCount(number, language);
  return (
    <section class="card" id="quality-joint">
      <ResultFrame
        name="quality-joint"
        title={words("joint")}
        table={
          tested === 0 ? null : { title: words("joint"), columns, rows: listed.map((test) => cellsOf(test, reader)) }
        }
        provenance={countsProvenance(patterns, patterns.responses, language)}
      >
        <h2>{words("joint")}</h2>
        <p class="soft base">{words("jointNote")}</p>
        <p class="soft base">{words("jointLimits")}</p>
        <p>
          <strong>
            {tested + cannotTell === 0
              ? words("noBatteries")
              : fill(words("jointTested"), {
                  tested: count(tested),
                  out: count(out.length),
                  cannot: count(cannotTell),
                })}
          </strong>
        </p>
        {tested > 0 && (
          <div class="table-frame" tabIndex={0} role="region" aria-label={words("joint")}>
            <table class="quality-joint">
              <thead>
                <tr>
                  {columns.map((column, place) => (
                    <th key={column} scope="col" class={isNumber(place) ? "number" : ""}>
                      {column}
                    </th>
                  ))}
                </tr>
              </thead>
              <tbody>
                {shown.map((test) => (
                  <tr key={`${test.battery} ${test.of} ${test.name}`} class={test.verdict}>
                    {cellsOf(test, reader).map((cell, place) =>
                      place === 0 ? (
                        <th key={place} scope="row">
                          {cell}
                        </th>
                      ) : (
                        <td key={place} class={isNumber(place) ? "number" : ""}>
                          {cell}
                        </td>
                      ),
                    )}
                  </tr>
                ))}
              </tbody>
            </table>
          </div>
        )}
        <h3>{words("bursts")}</h3>
        <p class="soft base">{words("burstsNote")}</p>
        {patterns.bursts.length === 0 ? (
          <p>{words("noRepeats")}</p>
        ) : (
          <ul class="quality-bursts">
            {patterns.bursts.map(({ of, name, label, day, responses, usual }) => (
              <li key={`${of} ${name} ${day}`}>
                {formatDay(day, language)} · {words(of)} {reader.read(label ?? name)}:{" "}
                <strong>{count(responses)}</strong>{" "}
                <span class="soft">
                  ({words("usual")} {count(Math.round(usual))})
                </span>
              </li>
            ))}
          </ul>
        )}
      </ResultFrame>
    </section>
  );
}

function isNumber(place: number): boolean {
  return place >= 2 && place <= 4;
}

function cellsOf(test: JointTest, { language, read }: PageReader): string[] {
  const { of, name, label, title, group, others, adjustedP, verdict } = test;
  const hOf = (found: JointTest["group"]): string =>
    found.kind === "scalability"
      ? `${formatCoefficient(found.h, language)} ± ${formatCoefficient(1.96 * found.standardError, language)} (n ${formatCount(found.n, language)})`
      : `– (n ${formatCount(found.n, language)})`;
  return [
    `${qualityTexts[of][language]} ${of === "day" ? formatDay(name, language) : read(label ?? name)}`,
    qualityTexts[verdict][language],
    hOf(group),
    hOf(others),
    adjustedP === null ? "–" : formatPValue(adjustedP, language),
    read(title),
  ];
}
