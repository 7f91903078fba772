import type { JSX } from "preact";
import type { Counts, RulesContent } from "../../../../server/quality/qualityApi.ts";
import { useReader, useWords } from "../../reader.ts";
import { LimitFields } from "./limitFields.tsx";
import { countsTexts, reasonTexts, shownReasons } from "./reasonTexts.ts";
import { rulesTexts } from "./rulesTexts.ts";

/** What a measure has when it is taken first. */
const usual = {
  rush: { share: 0.3 },
  speed: { index: 1.75, share: 0.4 },
  "straight-line": { share: 0.8 },
  distance: {},
  repeat: { share: 0.9 },
  burst: {},
} as const;

/** Chooses what each measure does, and its limits; attention has questions of its own. */
export function MeasureFields({
  rules,
  onChange,
}: {
  rules: RulesContent;
  onChange: (part: Partial<RulesContent>) => void;
}): JSX.Element {
  const { language } = useReader();
  const words = useWords(rulesTexts);
  return (
    <div class="quality-measures">
      {shownReasons
        .filter((reason) => reason !== "attention")
        .map((reason) => (
          <fieldset key={reason}>
            <legend>{reasonTexts[reason].name[language]}</legend>
            <select
              aria-label={reasonTexts[reason].name[language]}
              value={rules[reason]?.counts ?? "off"}
              onChange={({ currentTarget }) => {
                const counts = currentTarget.value as Counts | "off";
                onChange({ [reason]: counts === "off" ? null : { ...usual[reason], ...rules[reason], counts } });
              }}
            >
              <option value="off">{words("off")}</option>
              {(Object.keys(countsTexts) as Counts[]).map((counts) => (
                <option key={counts} value={counts}>
                  {countsTexts[counts][language]}
                </option>
              ))}
            </select>
            <LimitFields reason={reason} rules={rules} onChange={onChange} />
          </fieldset>
        ))}
    </div>
  );
}
