import type { JSX } from "preact";
import type { Codebook } from "../../../../surveys/codebook/codebook.ts";
import { useReader, useWords } from "../../reader.ts";
import { fill } from "./fill.ts";
import { subjectsOf, type IndicatorSubject } from "./indicatorSubjects.ts";
import { overviewTexts } from "./overviewTexts.ts";

/** Chooses what an indicator is the share of: a question and its answers, or a scale. */
export function SubjectChoice({
  codebook,
  subject,
  codes,
  onChoose,
  onTick,
}: {
  codebook: Codebook;
  subject: IndicatorSubject | null;
  codes: readonly string[];
  onChoose: (subject: IndicatorSubject | null) => void;
  onTick: (codes: readonly string[]) => void;
}): JSX.Element {
  const { read } = useReader();
  const words = useWords(overviewTexts);
  const subjects = subjectsOf(codebook);
  return (
    <>
      <label>
        {words("shareOf")}
        <select
          value={subject?.name ?? ""}
          onChange={({ currentTarget }) => {
            onChoose(subjects.find(({ name }) => name === currentTarget.value) ?? null);
            onTick([]);
          }}
        >
          <option value="">{words("chooseQuestion")}</option>
          {subjects.map(({ name, title, part, positive }) => (
            <option key={name} value={name}>
              {read(title)}
              {part !== null && ` – ${read(part)}`}
              {positive !== null && fill(words("positive"), { scores: positive.join("–") })}
            </option>
          ))}
        </select>
      </label>
      {subject !== null && subject.values.length > 0 && (
        <fieldset class="choice">
          <legend>{words("whoAnswered")}</legend>
          {subject.values.map(({ code, label }) => (
            <label key={String(code)}>
              <input
                type="checkbox"
                checked={codes.includes(String(code))}
                onChange={({ currentTarget }) => {
                  const others = codes.filter((each) => each !== String(code));
                  onTick(currentTarget.checked ? [...others, String(code)] : others);
                }}
              />
              <span>{read(label)}</span>
            </label>
          ))}
        </fieldset>
      )}
    </>
  );
}
