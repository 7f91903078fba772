import type { JSX } from "preact";
import { formatCount, formatInterval, formatMean, formatShare } from "../../../../charts/format.ts";
import type { CodingAgreement } from "../../../../server/texts/textsApi.ts";
import type { AgreementFound } from "../../../../stats/agreement/agreement.ts";
import { Answered } from "../../parts/answered.tsx";
import { useReader, useWords } from "../../reader.ts";
import { useAgainWhen } from "../../useAgainWhen.ts";
import { useAnswer } from "../../useAnswer.ts";
import { openTextWords } from "./openTextWords.ts";
import type { TextsPartProps } from "./textsPartProps.ts";

/** How far the coders of a sample agree on each theme, and its terms with them. */
export function AgreementTable({
  study,
  question,
  coded,
}: TextsPartProps & {
  /** How many the reader has coded: with each, the numbers are others. */
  coded: number;
}): JSX.Element {
  const words = useWords(openTextWords);
  const reading = useAnswer<CodingAgreement>(`/api/studies/${study}/texts/agreement`, { question });
  const { again } = reading;
  useAgainWhen(coded, again);
  return (
    <section class="texts-agreement">
      <h2>{words("agreement")}</h2>
      <Answered reading={reading}>
        {({ themes, coders }) => (
          <>
            {coders.length < 2 && <p class="soft">{words("needTwo")}</p>}
            <div class="table-frame" tabIndex={0} role="region" aria-label={words("agreement")}>
              <table>
                <thead>
                  <tr>
                    <th scope="col">{words("theme")}</th>
                    <th scope="col" class="number">
                      {words("alpha")}
                    </th>
                    {coders.length === 2 && (
                      <th scope="col" class="number">
                        {words("kappa")}
                      </th>
                    )}
                    <th scope="col" class="number">
                      {words("observed")}
                    </th>
                    <th scope="col" class="number">
                      n
                    </th>
                    <th scope="col" class="number">
                      {words("termsKappa")}
                    </th>
                  </tr>
                </thead>
                <tbody>
                  {themes.map(({ theme, label, alpha, kappa, terms }) => (
                    <tr key={theme}>
                      <th scope="row">
                        <bdi>{label}</bdi>
                      </th>
                      <Cell found={alpha} />
                      {coders.length === 2 && <Cell found={kappa} />}
                      <Observed found={alpha} />
                      <Cell found={terms} />
                    </tr>
                  ))}
                </tbody>
              </table>
            </div>
            <p class="soft base">{words("agreementNote")}</p>
          </>
        )}
      </Answered>
    </section>
  );
}

function Cell({ found }: { found: AgreementFound | null }): JSX.Element {
  const words = useWords(openTextWords);
  const { language } = useReader();
  if (found === null) return <td class="number soft">–</td>;
  if (found.kind === "not-estimable")
    return <td class="number soft">{words(found.reason === "no-variance" ? "no-variance" : "no-data")}</td>;
  const { value, interval, n } = found;
  return (
    <td class="number">
      {formatMean(value, language)}{" "}
      {interval !== null && (
        <span class="soft texts-interval">{formatInterval(interval, "mean", { language, n })}</span>
      )}
    </td>
  );
}

function Observed({ found }: { found: AgreementFound }): JSX.Element {
  const { language } = useReader();
  return (
    <>
      <td class="number">{found.kind === "agreement" ? formatShare(found.observed, { language, n: found.n }) : "–"}</td>
      <td class="number soft">{formatCount(found.n, language)}</td>
    </>
  );
}
