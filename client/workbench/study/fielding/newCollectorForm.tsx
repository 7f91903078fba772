import type { JSX } from "preact";
import { useState } from "preact/hooks";
import type { Collector } from "../../../../server/collectors/collectorsApi.ts";
import { Field } from "../../parts/field.tsx";
import { RefusalNotice } from "../../parts/notice.tsx";
import { useWords } from "../../reader.ts";
import { useSending } from "../../useSending.ts";
import { fieldingTexts } from "./fieldingTexts.ts";

const empty = { title: "", collector: "", gridUnit: "" };
const fields = [
  { name: "title", label: "title", rule: "titleRule", required: true },
  { name: "collector", label: "code", rule: "codeRule", required: true },
  { name: "gridUnit", label: "gridUnit", rule: "gridUnitRule", required: false },
] as const;

/** Makes a collector. */
export function NewCollectorForm({ study, onAdded }: { study: string; onAdded: () => void }): JSX.Element {
  const words = useWords(fieldingTexts);
  const { isSending, refusal, send } = useSending<Collector>();
  const [given, setGiven] = useState(empty);
  return (
    <form
      class="fielding-new"
      onSubmit={(event) => {
        event.preventDefault();
        const { title, collector, gridUnit } = given;
        const body = { title, gridUnit: gridUnit.trim() === "" ? null : gridUnit };
        const path = `/api/studies/${study}/collectors/${encodeURIComponent(collector)}`;
        send(path, { method: "PUT", body }, () => {
          setGiven(empty);
          onAdded();
        });
      }}
    >
      <h3>{words("add")}</h3>
      {refusal !== null && <RefusalNotice refusal={refusal} beside={fields.map(({ name }) => name)} />}
      <div class="fields">
        {fields.map(({ name, label, rule, required }) => (
          <Field
            key={name}
            name={name}
            label={words(label)}
            rule={words(rule)}
            required={required}
            refusal={refusal}
            value={given[name]}
            onInput={({ currentTarget }) => {
              setGiven({ ...given, [name]: currentTarget.value });
            }}
          />
        ))}
      </div>
      <p class="actions">
        <button type="submit" class="main" disabled={isSending}>
          {words("add")}
        </button>
      </p>
    </form>
  );
}
