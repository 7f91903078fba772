import type { JSX } from "preact";
import { formatCount } from "../../../../charts/format.ts";
import type { TermRisen, TermsFound, TextPeriod } from "../../../../server/texts/textsApi.ts";
import { Notice } from "../../parts/notice.tsx";
import { useReader, useWords } from "../../reader.ts";
import { openTextWords } from "./openTextWords.ts";
import { InContext, Share, Span } from "./termCells.tsx";

/** The terms that more people wrote than in the period before, or why there are none. */
export function Risen({ risen }: Pick<TermsFound, "risen">): JSX.Element {
  const words = useWords(openTextWords);
  const { language } = useReader();
  return (
    <section>
      <h2>{words("risen")}</h2>
      {risen === null ? (
        <p class="soft">{words("noPeriods")}</p>
      ) : (
        <>
          <p class="soft base">
            <Span period={risen.period} /> {language === "en" ? "against" : "，对比"} <Span period={risen.before} />
            {language === "en" ? "; " : "；"}
            {formatCount(risen.tested, language)} {words("tested")}
          </p>
          {risen.terms.length === 0 ? (
            <Notice title={words("noRise")} />
          ) : (
            <div class="table-frame" tabIndex={0} role="region" aria-label={words("risen")}>
              <table>
                <thead>
                  <tr>
                    <th scope="col">{words("term")}</th>
                    <th scope="col" class="number">
                      {words("people")}
                    </th>
                    <th scope="col" class="number">
                      {words("shareOfWriters")}
                    </th>
                    <th scope="col" class="number">
                      {words("earlier")}
                    </th>
                    <th scope="col" class="number">
                      {words("q")}
                    </th>
                  </tr>
                </thead>
                <tbody>
                  {risen.terms.map((term) => (
                    <RisenRow key={term.term} found={term} now={risen.period} past={risen.before} />
                  ))}
                </tbody>
              </table>
            </div>
          )}
          <p class="soft base">{words("risenNote")}</p>
        </>
      )}
    </section>
  );
}

function RisenRow({ found, now, past }: { found: TermRisen; now: TextPeriod; past: TextPeriod }): JSX.Element {
  const words = useWords(openTextWords);
  const { language } = useReader();
  const { term, people, before, qValue } = found;
  return (
    <tr>
      <th scope="row">
        <InContext term={term} />
      </th>
      <td class="number">{formatCount(people, language)}</td>
      <td class="number">
        <Share found={found} n={now.writers} />
      </td>
      <td class="number soft">
        {before === null ? words("fewerThanThree") : <Share found={before} n={past.writers} />}
      </td>
      <td class="number">{qValue < 0.001 ? "<0.001" : qValue.toFixed(3)}</td>
    </tr>
  );
}
