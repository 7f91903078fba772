import type { JSX } from "preact";
import type { SchemeContent } from "../../../../server/weighting/weightingApi.ts";
import { Choice } from "../../parts/field.tsx";
import { useWords } from "../../reader.ts";
import { schemeTexts } from "./schemeTexts.ts";

type Change = (part: Partial<SchemeContent>) => void;

/** How a scheme cuts the fielding period and trims weights, and what it does with small, empty and missing. */
export function RuleFields({ draft, onChange }: { draft: SchemeContent; onChange: Change }): JSX.Element {
  const words = useWords(schemeTexts);
  const { baseWeights, excludedFlags, exclusions, fewestInCategory, emptyCategory, missing } = draft;
  return (
    <section class="card weights-rules">
      <h3>{words("rules")}</h3>
      <BlockFields blocks={draft.blocks} onChange={onChange} />
      <TrimmingFields trimming={draft.trimming} onChange={onChange} />
      <details class="weights-categories">
        <summary>{words("more")}</summary>
        <div class="weights-more">
          <Choice
            label={words("baseWeights")}
            value={baseWeights}
            options={(["none", "given"] as const).map((value) => ({ value, label: words(`base-${value}`) }))}
            onChoose={(chosen) => {
              onChange({ baseWeights: chosen });
            }}
          />
          <label class="weights-check">
            <input
              type="checkbox"
              checked={excludedFlags.includes("burst")}
              onChange={({ currentTarget }) => {
                const others = excludedFlags.filter((flag) => flag !== "burst");
                onChange({ excludedFlags: currentTarget.checked ? [...others, "burst"] : others });
              }}
            />
            <span>{words("burst")}</span>
          </label>
          <label class="weights-check">
            <input
              type="checkbox"
              checked={exclusions === "applied"}
              onChange={({ currentTarget }) => {
                onChange({ exclusions: currentTarget.checked ? "applied" : "none" });
              }}
            />
            <span>{words("exclusions")}</span>
          </label>
          <NumberField
            label={words("fewest")}
            value={fewestInCategory}
            onChange={(value) => {
              onChange({ fewestInCategory: value });
            }}
          />
          <Choice
            label={words("emptyCategory")}
            value={emptyCategory}
            options={(["fail", "renormalise"] as const).map((value) => ({ value, label: words(`empty-${value}`) }))}
            onChoose={(chosen) => {
              onChange({ emptyCategory: chosen });
            }}
          />
          <Choice
            label={words("missing")}
            value={missing}
            options={(["own-share", "drop"] as const).map((value) => ({ value, label: words(`missing-${value}`) }))}
            onChoose={(chosen) => {
              onChange({ missing: chosen });
            }}
          />
        </div>
      </details>
    </section>
  );
}

const rules = { "day-or-week": "dayOrWeek", window: "window", whole: "whole" } as const;
const firstOf: {
  readonly [Rule in SchemeContent["blocks"]["rule"]]: Extract<SchemeContent["blocks"], { rule: Rule }>;
} = {
  "day-or-week": { rule: "day-or-week", respondents: 500, inEachCategory: 10 },
  window: { rule: "window", days: 7, from: "" },
  whole: { rule: "whole" },
};

function BlockFields({ blocks, onChange }: { blocks: SchemeContent["blocks"]; onChange: Change }): JSX.Element {
  const words = useWords(schemeTexts);
  return (
    <>
      <Choice
        label={words("blocks")}
        value={blocks.rule}
        options={(["day-or-week", "window", "whole"] as const).map((value) => ({ value, label: words(rules[value]) }))}
        onChoose={(rule) => {
          onChange({ blocks: firstOf[rule] });
        }}
      />
      {blocks.rule === "day-or-week" && (
        <div class="weights-numbers-fields">
          {(["respondents", "inEachCategory"] as const).map((name) => (
            <NumberField
              key={name}
              label={words(name)}
              value={blocks[name]}
              onChange={(value) => {
                onChange({ blocks: { ...blocks, [name]: value } });
              }}
            />
          ))}
        </div>
      )}
      {blocks.rule === "window" && (
        <div class="weights-numbers-fields">
          <NumberField
            label={words("days")}
            value={blocks.days}
            onChange={(days) => {
              onChange({ blocks: { ...blocks, days } });
            }}
          />
          <label class="field">
            {words("firstDay")}
            <input
              type="date"
              required
              value={blocks.from}
              onChange={({ currentTarget }) => {
                onChange({ blocks: { ...blocks, from: currentTarget.value } });
              }}
            />
          </label>
        </div>
      )}
    </>
  );
}

function TrimmingFields({
  trimming,
  onChange,
}: {
  trimming: SchemeContent["trimming"];
  onChange: Change;
}): JSX.Element {
  const words = useWords(schemeTexts);
  return (
    <fieldset class="weights-trimming">
      <legend>{words("trimming")}</legend>
      <label class="weights-check">
        <input
          type="checkbox"
          checked={trimming !== null}
          onChange={({ currentTarget }) => {
            onChange({ trimming: currentTarget.checked ? { lower: 0.2, upper: 5 } : null });
          }}
        />
        <span>{words("trim")}</span>
      </label>
      {trimming !== null && (
        <div class="weights-numbers-fields">
          {(["lower", "upper"] as const).map((end) => (
            <NumberField
              key={end}
              label={words(end)}
              value={trimming[end]}
              step="any"
              least={end === "lower" ? 0 : 1}
              onChange={(value) => {
                onChange({ trimming: { ...trimming, [end]: value } });
              }}
            />
          ))}
        </div>
      )}
    </fieldset>
  );
}

function NumberField({
  label,
  value,
  step = "1",
  least = 1,
  onChange,
}: {
  label: string;
  value: number;
  step?: string;
  least?: number;
  onChange: (value: number) => void;
}): JSX.Element {
  return (
    <label class="field">
      {label}
      <input
        type="number"
        required
        min={least}
        step={step}
        value={value}
        onChange={({ currentTarget }) => {
          onChange(Number(currentTarget.value));
        }}
      />
    </label>
  );
}
