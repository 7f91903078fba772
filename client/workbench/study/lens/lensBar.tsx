import type { JSX } from "preact";
import type { Codebook } from "../../../../surveys/codebook/codebook.ts";
import type { Refusal } from "../../api.ts";
import { Field } from "../../parts/field.tsx";
import { HelpLink } from "../../parts/result/helpLink.tsx";
import { useReader, useWords } from "../../reader.ts";
import { ExclusionsChoice } from "./exclusionsChoice.tsx";
import { FilterChips } from "./filterChips.tsx";
import { useLens } from "./lens.ts";
import { lensTexts } from "./lensTexts.ts";
import { WeightSelect } from "./weightSelect.tsx";

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
        <WeightSelect
          study={study}
          value={lens.weight}
          onChoose={(weight) => {
            change({ weight });
          }}
        />
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
