import type { JSX } from "preact";
import { formatCount } from "../../../../charts/format.ts";
import type { StudyEstimates } from "../../../../server/estimates/estimatesApi.ts";
import type { Refusal } from "../../api.ts";
import { Field } from "../../parts/field.tsx";
import { useReader } from "../../reader.ts";

/** What the reader wants to see; empty for no limit, and the server's own choice of weight. */
export interface Wanted {
  readonly from: string;
  readonly to: string;
  readonly weight: "" | "none" | "given";
  readonly containing: string;
}

/** Period, weight and search, and what the numbers below are of. */
export function ResultsBar({
  estimates,
  wanted,
  refusal,
  onChange,
}: {
  estimates: StudyEstimates;
  wanted: Wanted;
  refusal: Refusal | null;
  onChange: (wanted: Wanted) => void;
}): JSX.Element {
  const { texts, language } = useReader();
  const asOf = new Intl.DateTimeFormat(language === "en" ? "en-GB" : language, {
    dateStyle: "medium",
    timeStyle: "short",
  }).format(new Date(estimates.asOf));
  return (
    <section class="results-bar">
      <label>
        {texts("findQuestion")}
        <input
          type="search"
          value={wanted.containing}
          onInput={({ currentTarget }) => {
            onChange({ ...wanted, containing: currentTarget.value });
          }}
        />
      </label>
      {(["from", "to"] as const).map((end) => (
        <Field
          key={end}
          name={end}
          label={texts(end === "from" ? "from" : "until")}
          type="date"
          refusal={refusal}
          value={wanted[end]}
          onInput={({ currentTarget }) => {
            onChange({ ...wanted, [end]: currentTarget.value });
          }}
        />
      ))}
      {(wanted.from !== "" || wanted.to !== "") && (
        <button
          type="button"
          onClick={() => {
            onChange({ ...wanted, from: "", to: "" });
          }}
        >
          {texts("wholePeriod")}
        </button>
      )}
      {estimates.weightsExist && (
        <label>
          {texts("weighting")}
          <select
            value={estimates.weight}
            onChange={({ currentTarget }) => {
              onChange({ ...wanted, weight: currentTarget.value === "none" ? "none" : "given" });
            }}
          >
            <option value="given">{texts("weighted")}</option>
            <option value="none">{texts("unweighted")}</option>
          </select>
        </label>
      )}
      <p class="soft as-of">
        n = {formatCount(estimates.responses, language)} ·{" "}
        {texts(estimates.weight === "none" ? "unweighted" : "weighted")} · {texts("asOf")} {asOf}
      </p>
    </section>
  );
}
