import type { JSX } from "preact";
import { formatCount } from "../../../../charts/format.ts";
import { useReader, useWords } from "../../reader.ts";
import { HelpLink } from "./helpLink.tsx";
import type { Provenance } from "./provenance.ts";
import { momentInWords, periodInWords } from "./provenanceText.ts";
import { problemsInWords } from "../../../../charts/problemsInWords.ts";
import { screeningInWords } from "../../../../charts/screeningInWords.ts";
import { weightInWords } from "../../../../charts/weightInWords.ts";
import { resultWords } from "./resultWords.ts";

/** How a result was made, a line a decision. */
export function HowComputed({ provenance, id }: { provenance: Provenance; id: string }): JSX.Element {
  const { language } = useReader();
  const words = useWords(resultWords);
  const { statistic, base, responses, answered, interval, weight, screening, problems, filter, period, asOf, pages } =
    provenance;
  const count = (number: number): string => formatCount(number, language);
  const lost = answered === null ? 0 : responses - answered;
  const sizes =
    answered === null
      ? `${count(responses)}; ${words("ownBase")}`
      : language === "zh-CN"
        ? `${count(responses)} ${words("ofResponses")} n = ${count(answered)}`
        : `n = ${count(answered)} ${words("ofResponses")} ${count(responses)}`;
  const lines: [string, string][] = [
    [words("statistic"), statistic],
    [words("base"), base],
    [words("counts"), lost > 0 ? `${sizes}; ${count(lost)} ${words("without")}` : sizes],
    [
      words("interval"),
      interval === null
        ? words("noInterval")
        : `${Math.round(interval.level * 100)}% · ${[interval.method, ...(interval.also ?? [])].map(words).join("; ")}`,
    ],
    [words("weight"), weightInWords(weight, language)],
    [words("screening"), screeningInWords(screening, language)],
    [words("problem"), problemsInWords(problems, language)],
    [words("filter"), filter === "" ? words("everyone") : filter],
    [words("period"), periodInWords(period, language)],
    [words("asOf"), momentInWords(asOf, language)],
  ];
  return (
    <dl id={id} class="how-computed">
      {lines.map(([name, value]) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd>{value}</dd>
        </div>
      ))}
      <div>
        <dt>{words("pages")}</dt>
        <dd>
          {pages.map((page) => (
            <HelpLink key={page} page={page} />
          ))}
        </dd>
      </div>
    </dl>
  );
}
