import type { JSX } from "preact";
import type { Reason, RulesContent } from "../../../../server/quality/qualityApi.ts";
import { useWords } from "../../reader.ts";
import { rulesTexts } from "./rulesTexts.ts";

/** The limits of a measure, as far as it has any; shares as percentages. */
export function LimitFields({
  reason,
  rules,
  onChange,
}: {
  reason: Reason;
  rules: RulesContent;
  onChange: (part: Partial<RulesContent>) => void;
}): JSX.Element | null {
  const words = useWords(rulesTexts);
  switch (reason) {
    case "rush": {
      const { rush } = rules;
      if (rush === null) return null;
      return (
        <Percent
          label={words("shareOfMedian")}
          share={rush.share}
          onInput={(share) => {
            onChange({ rush: { ...rush, share } });
          }}
        />
      );
    }
    case "speed": {
      const { speed } = rules;
      if (speed === null) return null;
      return (
        <label>
          {words("index")}
          <input
            type="number"
            min={1.05}
            max={2.95}
            step={0.05}
            required
            value={speed.index}
            onInput={({ currentTarget }) => {
              onChange({ speed: { ...speed, index: currentTarget.valueAsNumber } });
            }}
          />
        </label>
      );
    }
    case "straight-line": {
      const rule = rules["straight-line"];
      if (rule === null) return null;
      return (
        <Percent
          label={words("shareOfBattery")}
          share={rule.share}
          onInput={(share) => {
            onChange({ "straight-line": { ...rule, share } });
          }}
        />
      );
    }
    case "repeat": {
      const { repeat } = rules;
      if (repeat === null) return null;
      return (
        <Percent
          label={words("shareOfAnswers")}
          share={repeat.share}
          least={80}
          onInput={(share) => {
            onChange({ repeat: { ...repeat, share } });
          }}
        />
      );
    }
    case "attention":
    case "distance":
    case "burst":
      return null;
  }
}

function Percent({
  label,
  share,
  least = 1,
  onInput,
}: {
  label: string;
  share: number;
  least?: number;
  onInput: (share: number) => void;
}): JSX.Element {
  return (
    <label>
      {label}
      <span class="quality-percent">
        <input
          type="number"
          min={least}
          max={100}
          step={1}
          required
          value={Math.round(100 * share)}
          onInput={({ currentTarget }) => {
            onInput(currentTarget.valueAsNumber / 100);
          }}
        />{" "}
        %
      </span>
    </label>
  );
}
