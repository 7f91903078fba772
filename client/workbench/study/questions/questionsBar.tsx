import type { JSX } from "preact";
import { formatCount } from "../../../../charts/format.ts";
import type { StudyEstimates } from "../../../../server/estimates/estimatesApi.ts";
import type { Codebook } from "../../../../surveys/codebook/codebook.ts";
import { momentInWords } from "../../parts/result/provenanceText.ts";
import { weightInWords } from "../../../../charts/weightInWords.ts";
import { useReader, useWords } from "../../reader.ts";
import type { AddressQuery } from "../../useAddressQuery.ts";
import { VariableSelect } from "../lens/variableSelect.tsx";
import { questionsTexts } from "./questionsTexts.ts";

/** Which questions, by which groups, and what the numbers below are of. */
export function QuestionsBar({
  estimates,
  codebook,
  shown,
  address: { query, change },
}: {
  /** `null` before they are there. */
  estimates: StudyEstimates | null;
  codebook: Codebook;
  shown: number;
  address: AddressQuery;
}): JSX.Element {
  const { texts, language } = useReader();
  const words = useWords(questionsTexts);
  return (
    <section class="results-bar questions-bar">
      <label>
        {texts("findQuestion")}
        <input
          type="search"
          value={query.get("find") ?? ""}
          onInput={({ currentTarget: { value } }) => {
            change({ find: value === "" ? [] : [value] }, "replace");
          }}
        />
      </label>
      <VariableSelect
        codebook={codebook}
        value={query.get("by") ?? ""}
        none={words("together")}
        label={words("breakdown")}
        onChoose={(variable) => {
          change({ by: variable === "" ? [] : [variable] });
        }}
      />
      <p class="soft as-of" role="status">
        {estimates === null
          ? "…"
          : [
              `${formatCount(estimates.responses, language)} ${words("responses")}`,
              weightInWords(estimates.weight, language),
              `${texts("asOf")} ${momentInWords(estimates.asOf, language)}`,
              `${formatCount(shown, language)} ${words("shown")}`,
            ].join(" · ")}
      </p>
    </section>
  );
}
