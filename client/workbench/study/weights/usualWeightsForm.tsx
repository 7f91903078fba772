import type { JSX } from "preact";
import { useState } from "preact/hooks";
import type { SchemeList, UsualWeights } from "../../../../server/weighting/weightingApi.ts";
import { Choice } from "../../parts/field.tsx";
import { RefusalNotice } from "../../parts/notice.tsx";
import { momentInWords } from "../../parts/result/provenanceText.ts";
import { useReader, useWords } from "../../reader.ts";
import { useSending } from "../../useSending.ts";
import { weightsTexts } from "./weightsTexts.ts";

/** Chooses the weights that every estimate has where none are named. */
export function UsualWeightsForm({
  study,
  list: { schemes, usual, weightsExist },
  onChosen,
}: {
  study: string;
  list: SchemeList;
  onChosen: () => void;
}): JSX.Element {
  const { language } = useReader();
  const words = useWords(weightsTexts);
  const { isSending, refusal, send } = useSending<UsualWeights>();
  const now = usual?.scheme ?? "";
  const [chosen, setChosen] = useState(now);
  const withWeights = schemes.filter(({ current }) => current !== null);
  return (
    <form
      class="card weights-usual"
      onSubmit={(event) => {
        event.preventDefault();
        const usualScheme = chosen === "" ? null : chosen;
        send(`/api/studies/${study}/weighting`, { method: "PATCH", body: { usualScheme } }, onChosen);
      }}
    >
      <h2>{words("usualTitle")}</h2>
      <p class="soft">{words("usualNote")}</p>
      <Choice
        label={words("scheme")}
        value={chosen}
        options={[
          ...withWeights.map(({ scheme, name, current }) => ({
            value: scheme,
            label: (
              <>
                {name}{" "}
                <small class="soft">
                  {words("version")} {current?.version}
                </small>
              </>
            ),
          })),
          {
            value: "",
            label: (
              <>
                {words("noScheme")} <small class="soft">{words(weightsExist ? "noSchemeGiven" : "noSchemeNone")}</small>
              </>
            ),
          },
        ]}
        onChoose={setChosen}
      />
      {refusal !== null && <RefusalNotice refusal={refusal} />}
      <p class="weights-actions">
        <button type="submit" class="main" disabled={isSending || chosen === now}>
          {words(chosen === now ? "applied" : "apply")}
        </button>
        {usual !== null && (
          <small class="soft">
            {words("chosenBy")} {usual.by} · {momentInWords(usual.since, language)}
          </small>
        )}
      </p>
    </form>
  );
}
