import type { JSX } from "preact";
import { useState } from "preact/hooks";
import { formatDay } from "../../../../charts/format.ts";
import type { Reason, StudyQuality } from "../../../../server/quality/qualityApi.ts";
import type { Codebook } from "../../../../surveys/codebook/codebook.ts";
import { useReader, useWords } from "../../reader.ts";
import { fill } from "../overview/fill.ts";
import { countsTexts, reasonTexts, shownReasons } from "./reasonTexts.ts";
import { RulesForm } from "./rulesForm.tsx";
import { rulesTexts } from "./rulesTexts.ts";

type RulesVersion = StudyQuality["rules"][number];

/** The rules in force, those before them with their reasons, and the form that changes them. */
export function RulesCard({
  quality,
  codebook,
  onChanged,
}: {
  quality: StudyQuality;
  codebook: Codebook;
  onChanged: () => void;
}): JSX.Element {
  const words = useWords(rulesTexts);
  const [isChanging, setChanging] = useState(false);
  const { rules, inForce } = quality;
  return (
    <section class="card" id="quality-rules">
      <h2>{words("rules")}</h2>
      <p class="soft base">{words("rulesNote")}</p>
      <ol class="quality-history">
        {rules.map((each) => (
          <RulesLine key={each.rulesVersion} rules={each} isInForce={each.rulesVersion === inForce} />
        ))}
      </ol>
      {isChanging ? (
        <RulesForm
          quality={quality}
          codebook={codebook}
          onDone={() => {
            setChanging(false);
            onChanged();
          }}
        />
      ) : (
        <p>
          <button
            type="button"
            onClick={() => {
              setChanging(true);
            }}
          >
            {words(rules.length === 0 ? "make" : "change")}
          </button>
        </p>
      )}
    </section>
  );
}

function RulesLine({ rules, isInForce }: { rules: RulesVersion; isInForce: boolean }): JSX.Element {
  const { language } = useReader();
  const words = useWords(rulesTexts);
  const { rulesVersion, from, madeOn, madeBy, because, daysClosedUnderIt } = rules;
  return (
    <li>
      <p class="badges">
        <strong>{fill(words("version"), { version: String(rulesVersion) })}</strong>
        {isInForce && <span class="badge open">{words("inForce")}</span>}
        <span class="soft">
          {fill(words("from"), { day: formatDay(from, language) })} ·{" "}
          {fill(words("made"), { who: madeBy ?? words("program"), day: formatDay(madeOn, language) })}
          {madeOn > from && ` · ${words("madeLate")}`} ·{" "}
          {fill(words("daysClosed"), { days: String(daysClosedUnderIt) })}
        </span>
      </p>
      <p>{because}</p>
      <ul class="soft quality-taken">
        {shownReasons.flatMap((reason) => {
          const rule = rules[reason];
          if (rule === null) return [];
          const limit = limitOf(rules, reason);
          return (
            <li key={reason}>
              {reasonTexts[reason].name[language]}
              {limit !== "" && ` (${limit})`}: {countsTexts[rule.counts][language]}
            </li>
          );
        })}
      </ul>
    </li>
  );
}

/** The limit of a rule as it is written; empty where it has none. */
function limitOf(rules: RulesVersion, reason: Reason): string {
  const percent = (share: number | undefined): string => (share === undefined ? "" : `${Math.round(100 * share)}%`);
  switch (reason) {
    case "attention":
      return (rules.attention?.checks ?? [])
        .map(({ variable, right }) => `${variable} = ${right.join("/")}`)
        .join(", ");
    case "speed":
      return rules.speed === null ? "" : `> ${rules.speed.index}`;
    case "rush":
      return rules.rush === null ? "" : `< ${percent(rules.rush.share)}`;
    case "straight-line":
      return `≥ ${percent(rules["straight-line"]?.share)}`;
    case "repeat":
      return `≥ ${percent(rules.repeat?.share)}`;
    case "distance":
    case "burst":
      return "";
  }
}
