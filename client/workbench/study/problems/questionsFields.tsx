import type { JSX } from "preact";
import { useState } from "preact/hooks";
import type { Codebook } from "../../../../surveys/codebook/codebook.ts";
import { Choice } from "../../parts/field.tsx";
import { useReader, useWords } from "../../reader.ts";
import { namedQuestions } from "../namedQuestions.ts";
import { problemsTexts } from "./problemsTexts.ts";

/** Which questions a problem concerns: all of them, or those that are ticked. */
export function QuestionsFields({
  codebook,
  chosen,
  onChoose,
}: {
  codebook: Codebook;
  chosen: readonly string[] | null;
  onChoose: (chosen: readonly string[] | null) => void;
}): JSX.Element {
  const { read } = useReader();
  const words = useWords(problemsTexts);
  // Ticks are still there for who looks at the other choice and comes back.
  const [ticked, setTicked] = useState(chosen ?? []);
  return (
    <div class="problems-questions">
      <Choice
        label={words("questions")}
        value={chosen === null ? "all" : "some"}
        options={[
          { value: "all", label: words("allQuestions") },
          { value: "some", label: words("someQuestions") },
        ]}
        onChoose={(value) => {
          onChoose(value === "all" ? null : ticked);
        }}
      />
      {chosen !== null && (
        <fieldset class="problems-ticks">
          <legend class="hidden">{words("someQuestions")}</legend>
          <div>
            {namedQuestions(codebook).map(({ name, title }) => (
              <label key={name}>
                <input
                  type="checkbox"
                  checked={chosen.includes(name)}
                  onChange={({ currentTarget }) => {
                    const others = chosen.filter((each) => each !== name);
                    const next = currentTarget.checked ? [...others, name] : others;
                    setTicked(next);
                    onChoose(next);
                  }}
                />
                <span>
                  {read(title)} <code>{name}</code>
                </span>
              </label>
            ))}
          </div>
        </fieldset>
      )}
    </div>
  );
}
