import type { JSX } from "preact";
import type { SchemeList } from "../../../../server/weighting/weightingApi.ts";
import { useWords } from "../../reader.ts";
import { useKnownAnswer } from "../../useAnswer.ts";
import { lensTexts } from "./lensTexts.ts";

/** A choice of weights: the study's own, none, or those of a scheme. Empty for the study's own. */
export function WeightSelect({
  study,
  value,
  onChoose,
}: {
  study: string;
  value: string;
  onChoose: (weight: string) => void;
}): JSX.Element {
  const words = useWords(lensTexts);
  const { answer: schemes } = useKnownAnswer<SchemeList>(`/api/studies/${study}/weighting`);
  const usual = schemes?.schemes.find(({ scheme }) => scheme === schemes.usual?.scheme);
  return (
    <label>
      {words("weights")}
      <select
        value={value}
        onChange={({ currentTarget }) => {
          onChoose(currentTarget.value);
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
  );
}
