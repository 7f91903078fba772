import type { JSX } from "preact";
import { useState } from "preact/hooks";
import { formatDay } from "../../../../charts/format.ts";
import type { Rules, RulesContent, StudyQuality } from "../../../../server/quality/qualityApi.ts";
import type { Codebook } from "../../../../surveys/codebook/codebook.ts";
import { Field } from "../../parts/field.tsx";
import { RefusalNotice } from "../../parts/notice.tsx";
import { useReader, useWords } from "../../reader.ts";
import { useSending } from "../../useSending.ts";
import { fill } from "../overview/fill.ts";
import { AttentionChoice } from "./attentionChoice.tsx";
import { BatteriesChoice } from "./batteriesChoice.tsx";
import { MeasureFields } from "./measureFields.tsx";
import { rulesTexts } from "./rulesTexts.ts";

/** Changes the rules from a day on that is not closed, with a reason. */
export function RulesForm({
  quality,
  codebook,
  onDone,
}: {
  quality: StudyQuality;
  codebook: Codebook;
  onDone: () => void;
}): JSX.Element {
  const { language } = useReader();
  const words = useWords(rulesTexts);
  const { isSending, refusal, send } = useSending<Rules>();
  const [rules, setRules] = useState<RulesContent>(() => beginning(quality));
  const change = (part: Partial<RulesContent>): void => {
    setRules((before) => ({ ...before, ...part }));
  };
  return (
    <form
      class="quality-form"
      onSubmit={(event) => {
        event.preventDefault();
        send(`/api/studies/${quality.study}/quality/rules`, { method: "POST", body: rules }, onDone);
      }}
    >
      {refusal !== null && <RefusalNotice refusal={refusal} beside={["from", "because"]} />}
      <div class="fields">
        <Field
          name="from"
          label={words("firstDay")}
          type="date"
          required
          refusal={refusal}
          {...(quality.firstOpenDay !== null && {
            min: quality.firstOpenDay,
            rule: fill(words("firstDayRule"), { day: formatDay(quality.firstOpenDay, language) }),
          })}
          value={rules.from}
          onInput={({ currentTarget }) => {
            change({ from: currentTarget.value });
          }}
        />
        <Field
          name="because"
          label={words("because")}
          rule={words("becauseRule")}
          type="text"
          required
          maxLength={2_000}
          refusal={refusal}
          value={rules.because}
          onInput={({ currentTarget }) => {
            change({ because: currentTarget.value });
          }}
        />
      </div>
      <AttentionChoice rules={rules} codebook={codebook} onChange={change} />
      <MeasureFields rules={rules} onChange={change} />
      <BatteriesChoice chosen={rules.batteries} batteries={quality.batteries} onChange={change} />
      <p class="actions">
        <button type="submit" class="main" disabled={isSending}>
          {words("save")}
        </button>
        <button type="button" onClick={onDone}>
          {words("cancel")}
        </button>
      </p>
    </form>
  );
}

/** The newest rules, or what suits the questionnaire, without a reason. */
function beginning({ rules, suggested, firstOpenDay, firstDay }: StudyQuality): RulesContent {
  const [newest] = rules;
  const from = firstOpenDay ?? firstDay ?? "";
  if (newest === undefined) return { ...suggested, from, because: "" };
  const { study: _study, rulesVersion: _v, madeOn: _on, madeBy: _by, daysClosedUnderIt: _days, ...content } = newest;
  return { ...content, from: firstOpenDay ?? newest.from, because: "" };
}
