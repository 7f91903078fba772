import type { JSX } from "preact";
import { useState } from "preact/hooks";
import { formatCount } from "../../../../charts/format.ts";
import type { TermsFound } from "../../../../server/texts/textsApi.ts";
import { useReader, useWords } from "../../reader.ts";
import { openTextWords } from "./openTextWords.ts";
import { InContext, Share, Span } from "./termCells.tsx";

/** The terms that most people wrote, each with a way to count it no more. */
export function Frequent({
  frequent,
  period,
  onLeaveOut,
}: Pick<TermsFound, "frequent" | "period"> & { onLeaveOut: (term: string) => void }): JSX.Element {
  const words = useWords(openTextWords);
  const { language } = useReader();
  const [shown, setShown] = useState(30);
  const most = frequent[0]?.share ?? 1;
  return (
    <section>
      <h2>{words("frequent")}</h2>
      {period !== null && (
        <p class="soft base">
          <Span period={period} />
        </p>
      )}
      {frequent.length === 0 || period === null ? (
        <p class="soft">{words("noTerms")}</p>
      ) : (
        <div class="table-frame" tabIndex={0} role="region" aria-label={words("frequent")}>
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
                <th scope="col">
                  <span class="hidden">{words("doNotCount")}</span>
                </th>
              </tr>
            </thead>
            <tbody>
              {frequent.slice(0, shown).map((found) => (
                <tr key={found.term}>
                  <th scope="row">
                    <InContext term={found.term} />
                    <span class="texts-bar" style={{ width: `${(100 * found.share) / most}%` }} />
                  </th>
                  <td class="number">{formatCount(found.people, language)}</td>
                  <td class="number">
                    <Share found={found} n={period.writers} />
                  </td>
                  <td class="number">
                    <button
                      type="button"
                      class="quiet texts-out"
                      aria-label={`${words("doNotCount")}: ${found.term}`}
                      title={words("doNotCount")}
                      onClick={() => {
                        onLeaveOut(found.term);
                      }}
                    >
                      ×
                    </button>
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
      {frequent.length > shown && (
        <button
          type="button"
          class="texts-more"
          onClick={() => {
            setShown(frequent.length);
          }}
        >
          {words("more")}
        </button>
      )}
      <p class="soft base">{words("countedNote")}</p>
    </section>
  );
}
