import type { JSX } from "preact";
import type { SchemeList } from "../../../../server/weighting/weightingApi.ts";
import type { Codebook } from "../../../../surveys/codebook/codebook.ts";
import type { Refusal } from "../../api.ts";
import { Field } from "../../parts/field.tsx";
import { HelpLink } from "../../parts/result/helpLink.tsx";
import { useReader, useWords } from "../../reader.ts";
import { useKnownAnswer } from "../../useAnswer.ts";
import { ExclusionsChoice } from "./exclusionsChoice.tsx";
import { FilterChips } from "./filterChips.tsx";
import { useLens } from "./lens.ts";
import { lensTexts } from "./lensTexts.ts";

/** Chooses the days, weights and people of a view; what is chosen stands in the address. */
export function LensBar({
  study,
  codebook,
  refusal,
  hasWeights = true,
}: {
  study: string;
  codebook: Codebook;
  refusal: Refusal | null;
  /** Whether the view has numbers that are weighted. */
  hasWeights?: boolean;
}): JSX.Element {
  const { texts } = useReader();
  const words = useWords(lensTexts);
  const { lens, change } = useLens();
  const { answer: schemes } = useKnownAnswer<SchemeList>(hasWeights ? `/api/studies/${study}/weighting` : null);
  const usual = schemes?.schemes.find(({ scheme }) => scheme === schemes.usual?.scheme);
  const isAll =
    lens.from === "" && lens.to === "" && lens.weight === "" && lens.exclusions === "" && lens.only.length === 0;
  return (
    <section class="lens" aria-label={words("lens")}>
      {(["from", "to"] as const).map((end) => (
        <Field
          key={end}
          name={end}
          label={texts(end === "from" ? "from" : "until")}
          type="date"
          refusal={refusal}
          value={lens[end]}
          onChange={({ currentTarget }) => {
            change({ [end]: currentTarget.value });
          }}
        />
      ))}
      {hasWeights && (
        <label>
          {words("weights")}
          <select
            value={lens.weight}
            onChange={({ currentTarget }) => {
              change({ weight: currentTarget.value });
            }}
          >
            <option value="">{usual === undefined ? words("usual") : `${words("usual")}: ${usual.name}`}</option>
            <option value="none">{words("unweighted")}</option>
            {schemes?.schemes
              .filter(({ current }) => current !== null)
              .map(({ scheme, name }) => (
                <option key={scheme} value={`scheme:${scheme}`}>
                  {name}
                </option>
              ))}
          </select>
        </label>
      )}
      {hasWeights && <ExclusionsChoice study={study} />}
      {hasWeights && (
        <p class="lens-help">
          <HelpLink page="weighting.md" />
        </p>
      )}
      <FilterChips
        codebook={codebook}
        only={lens.only}
        onChange={(only) => {
          change({ only });
        }}
      />
      {!isAll && (
        <button
          type="button"
          class="quiet"
          onClick={() => {
            change({ from: "", to: "", weight: "", exclusions: "", only: [] });
          }}
        >
          {words("clear")}
        </button>
      )}
    </section>
  );
}
