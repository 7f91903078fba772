import type { JSX } from "preact";
import { useState } from "preact/hooks";
import { withAnswer } from "../../../../charts/conditionInWords.ts";
import { problemDays } from "../../../../charts/problemsInWords.ts";
import type { LoggedProblem, ProblemVersion } from "../../../../server/problems/problemsApi.ts";
import { momentInWords } from "../../parts/result/provenanceText.ts";
import { useReader, useWords } from "../../reader.ts";
import { closedVariables } from "../lens/closedVariables.ts";
import { namedQuestions } from "../namedQuestions.ts";
import type { Sayable } from "./problemForm.tsx";
import { problemsTexts } from "./problemsTexts.ts";
import { ResolutionForm } from "./resolutionForm.tsx";

/** A problem of the ledger: what it is said to be now, what can be done with it, and all that was said before. */
export function ProblemCard({
  study,
  problem,
  sayable,
  onCorrect,
  onChanged,
}: {
  study: string;
  problem: LoggedProblem;
  sayable: Sayable;
  onCorrect: () => void;
  onChanged: () => void;
}): JSX.Element {
  const { language } = useReader();
  const words = useWords(problemsTexts);
  const [isResolving, setResolving] = useState(false);
  const { what, history, done } = problem;
  const [first] = history;
  const days = problemDays({ days: problem }, language);
  return (
    <article class={`card problems-card ${done === null ? "open" : "resolved"}`} id={`problem-${problem.problem}`}>
      <header>
        <h3>{days}</h3>
        {first !== undefined && (
          <p class="soft">
            {words("logged")} <Said version={first} />
          </p>
        )}
      </header>
      <p class="problems-what" lang={language}>
        {what[language]}
      </p>
      <Concerned version={problem} sayable={sayable} />
      {isResolving ? (
        <ResolutionForm
          study={study}
          problem={problem}
          onEnd={() => {
            setResolving(false);
            onChanged();
          }}
        />
      ) : (
        <div class="result-tools" role="group" aria-label={days}>
          <button type="button" class="quiet" onClick={onCorrect}>
            {words("correct")}
          </button>
          <button
            type="button"
            class="quiet"
            onClick={() => {
              setResolving(true);
            }}
          >
            {words(done === null ? "resolve" : "changeDone")}
          </button>
        </div>
      )}
      {history.length > 1 && (
        <details>
          <summary>{words("history").replace("{count}", String(history.length))}</summary>
          <ol class="problems-history">
            {[...history].reverse().map((version) => (
              <li key={version.version}>
                <p class="soft">
                  {words("version").replace("{version}", String(version.version))} · <Said version={version} /> ·{" "}
                  {problemDays({ days: version }, language)}
                </p>
                <p>{version.what[language]}</p>
                <Concerned version={version} sayable={sayable} />
              </li>
            ))}
          </ol>
        </details>
      )}
    </article>
  );
}

/** When something was said, and by whom. */
function Said({ version: { at, by } }: { version: ProblemVersion }): JSX.Element {
  const { language } = useReader();
  const words = useWords(problemsTexts);
  return (
    <>
      {momentInWords(at, language)}
      {by !== null && (
        <>
          {" "}
          {words("by")} <bdi>{by}</bdi>
        </>
      )}
    </>
  );
}

/** Which questions and responses a problem was said to concern, and what was done about it. */
function Concerned({
  version: { questions, places, done },
  sayable,
}: {
  version: ProblemVersion;
  sayable: Sayable;
}): JSX.Element {
  const { language, read } = useReader();
  const words = useWords(problemsTexts);
  const titles = new Map(namedQuestions(sayable.codebook).map(({ name, title }) => [name, read(title)]));
  const variables = closedVariables(sayable.places);
  const limits = places.map(({ variable, codes }) => {
    const found = variables.find(({ name }) => name === variable);
    const labels = codes.map((code) => read(found?.values.find((each) => each.code === code)?.label ?? String(code)));
    return withAnswer(read(found?.part ?? found?.title ?? variable), labels.join(" / "), language);
  });
  return (
    <dl class="problems-concerned">
      <div>
        <dt>{words("questions")}</dt>
        <dd>
          {questions === null ? words("allQuestions") : questions.map((name) => titles.get(name) ?? name).join(" · ")}
        </dd>
      </div>
      <div>
        <dt>{words("places")}</dt>
        <dd>{limits.length === 0 ? words("everyone") : limits.join(" · ")}</dd>
      </div>
      {done !== null && (
        <div>
          <dt>{words("done")}</dt>
          <dd>{done[language]}</dd>
        </div>
      )}
    </dl>
  );
}
