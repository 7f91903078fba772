import type { JSX } from "preact";
import { useState } from "preact/hooks";
import type { LoggedProblem, ProblemContent } from "../../../../server/problems/problemsApi.ts";
import type { Codebook } from "../../../../surveys/codebook/codebook.ts";
import { Field } from "../../parts/field.tsx";
import { RefusalNotice } from "../../parts/notice.tsx";
import { useReader, useWords } from "../../reader.ts";
import { useSending } from "../../useSending.ts";
import { PlacesFields } from "./placesFields.tsx";
import { problemsTexts } from "./problemsTexts.ts";
import { QuestionsFields } from "./questionsFields.tsx";
import { WordsFields } from "./wordsFields.tsx";

/** What is known of a study, by which a problem is said. */
export interface Sayable {
  readonly codebook: Codebook;
  /** What its places can be said by, as a codebook. */
  readonly places: Codebook;
}

/** Logs a problem, or corrects what was said of one. */
export function ProblemForm({
  study,
  problem,
  day,
  sayable: { codebook, places },
  onEnd,
}: {
  study: string;
  /** `null` for a new one. */
  problem: LoggedProblem | null;
  /** The day that stands in the form of a new one at first. */
  day: string;
  sayable: Sayable;
  onEnd: () => void;
}): JSX.Element {
  const { texts } = useReader();
  const words = useWords(problemsTexts);
  const { isSending, refusal, send } = useSending<LoggedProblem>();
  const [said, setSaid] = useState<ProblemContent>(contentOf(problem, day));
  const change = (part: Partial<ProblemContent>): void => {
    setSaid({ ...said, ...part });
  };
  const isWhole =
    said.questions?.length !== 0 && said.places.every(({ variable, codes }) => variable !== "" && codes.length > 0);
  return (
    <section class="card">
      <h2>{words(problem === null ? "log" : "correctOf")}</h2>
      <form
        class="problems-form"
        onSubmit={(event) => {
          event.preventDefault();
          const path = `/api/studies/${study}/problems`;
          if (problem === null) send(path, { method: "POST", body: said }, onEnd);
          else
            send(`${path}/${problem.problem}`, { method: "PUT", body: { ...said, version: problem.version } }, onEnd);
        }}
      >
        {refusal !== null && <RefusalNotice refusal={refusal} beside={besideFields} />}
        <div class="fields">
          {(["from", "to"] as const).map((end) => (
            <Field
              key={end}
              name={end}
              label={words(end)}
              type="date"
              required
              refusal={refusal}
              value={said[end]}
              onInput={({ currentTarget }) => {
                change({ [end]: currentTarget.value });
              }}
            />
          ))}
        </div>
        <WordsFields
          name="what"
          value={said.what}
          refusal={refusal}
          onInput={(what) => {
            change({ what });
          }}
        />
        <QuestionsFields
          codebook={codebook}
          chosen={said.questions}
          onChoose={(questions) => {
            change({ questions: questions === null ? null : [...questions] });
          }}
        />
        <PlacesFields
          places={places}
          value={said.places}
          onChange={(chosen) => {
            change({ places: chosen });
          }}
        />
        <div class="actions">
          <button type="submit" class="main" disabled={isSending || !isWhole}>
            {words("save")}
          </button>
          <button type="button" onClick={onEnd}>
            {texts("cancel")}
          </button>
        </div>
      </form>
    </section>
  );
}

const besideFields = ["from", "to", "what.zh-CN", "what.en"];

function contentOf(problem: LoggedProblem | null, day: string): ProblemContent {
  if (problem === null) return { from: day, to: day, questions: null, places: [], what: { "zh-CN": "", en: "" } };
  const { from, to, questions, places, what } = problem;
  return { from, to, questions, places, what };
}
