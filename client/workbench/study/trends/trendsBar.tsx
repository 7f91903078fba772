import type { JSX } from "preact";
import type { Codebook } from "../../../../surveys/codebook/codebook.ts";
import { Choice } from "../../parts/field.tsx";
import { useReader, useWords } from "../../reader.ts";
import { VariableSelect } from "../lens/variableSelect.tsx";
import { followablesOf, type Followable } from "./followables.ts";
import type { Following, FollowingChange, Step } from "./following.ts";
import { trendsTexts } from "./trendsTexts.ts";

const steps = [
  { value: "day", text: "day" },
  { value: "7-days", text: "sevenDays" },
  { value: "week", text: "week" },
] as const satisfies readonly { value: Step; text: keyof typeof trendsTexts }[];

/** Chooses what is followed over time, in which groups, and how its points are made. */
export function TrendsBar({
  codebook,
  following,
  onChange,
}: {
  codebook: Codebook;
  following: Following;
  onChange: (change: FollowingChange) => void;
}): JSX.Element {
  const words = useWords(trendsTexts);
  const { of, as, by, every } = following;
  return (
    <section class="card trends-bar" aria-label={words("controls")}>
      <div class="trends-choices">
        <label class="trends-question">
          {words("question")}
          <select
            value={of.name}
            onChange={({ currentTarget }) => {
              onChange({ q: currentTarget.value, as: "", code: [] });
            }}
          >
            <Followables codebook={codebook} />
          </select>
        </label>
        {of.as.length > 1 && (
          <label>
            {words("as")}
            <select
              value={as}
              onChange={({ currentTarget }) => {
                onChange({ as: currentTarget.value });
              }}
            >
              {of.as
                .filter((way) => way !== "shares" || by === "" || of.values.length > 0)
                .map((way) => (
                  <option key={way} value={way}>
                    {words(way === "shares" && of.values.length === 0 ? "bands" : way)}
                  </option>
                ))}
            </select>
          </label>
        )}
        {!of.hasRows && (
          <VariableSelect
            codebook={codebook}
            value={by}
            none={words("byNone")}
            label={words("by")}
            onChoose={(chosen) => {
              onChange({ by: chosen });
            }}
          />
        )}
      </div>
      {as === "shares" && of.values.length > 1 && <Answers following={following} onChange={onChange} />}
      <Choice
        label={words("every")}
        value={every}
        options={steps.map(({ value, text }) => ({ value, label: words(text) }))}
        onChoose={(step) => {
          onChange({ every: step === "day" ? "" : step });
        }}
      />
    </section>
  );
}

function Followables({ codebook }: { codebook: Codebook }): JSX.Element {
  const { read } = useReader();
  const words = useWords(trendsTexts);
  const all = followablesOf(codebook);
  const options = (some: readonly Followable[]): JSX.Element[] =>
    some.map(({ name, title, part }) => (
      <option key={name} value={name}>
        {part === null ? read(title) : `${read(title)} – ${read(part)}`}
      </option>
    ));
  const scales = all.filter(({ isScale }) => isScale);
  if (scales.length === 0) return <>{options(all)}</>;
  return (
    <>
      <optgroup label={words("scales")}>{options(scales)}</optgroup>
      <optgroup label={words("questions")}>{options(all.filter(({ isScale }) => !isScale))}</optgroup>
    </>
  );
}

function Answers({
  following: { of, codes, by },
  onChange,
}: {
  following: Following;
  onChange: (change: FollowingChange) => void;
}): JSX.Element {
  const { read } = useReader();
  const words = useWords(trendsTexts);
  const ticked = codes.map(({ code }) => String(code));
  return (
    <fieldset class="choice trends-answers">
      <legend>{words("answers")}</legend>
      {of.values.map(({ code, label }) => (
        <label key={String(code)}>
          <input
            type="checkbox"
            checked={ticked.includes(String(code))}
            onChange={({ currentTarget }) => {
              const others = ticked.filter((each) => each !== String(code));
              onChange({ code: currentTarget.checked ? [...others, String(code)] : others });
            }}
          />
          <span>{read(label)}</span>
        </label>
      ))}
      <p class="soft">{words(by !== "" || of.hasRows ? "answersNoteTogether" : "answersNote")}</p>
    </fieldset>
  );
}
