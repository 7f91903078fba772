import type { JSX } from "preact";
import { problemDays, problemWords } from "../../../../charts/problemsInWords.ts";
import type { AffectingProblem } from "../../../../server/analysis/analysisApi.ts";
import { useReader } from "../../reader.ts";
import "./problemNotes.css";

/** More would push the next result out of sight: the others open on demand. */
const mostInView = 2;

/**
 * What is known to be wrong with the answers that a result is made from: a note for each problem that is open, and how many
 * more there are, most of which were resolved.
 */
export function ProblemNotes({ problems }: { problems: readonly AffectingProblem[] }): JSX.Element | null {
  const { language } = useReader();
  if (problems.length === 0) return null;
  const open = problems.filter(({ resolved }) => resolved === null);
  const resolved = problems.filter((problem) => problem.resolved !== null);
  const others = [...open.slice(mostInView), ...resolved];
  const summary = problemWords[others.length > resolved.length ? "more" : "mended"][language];
  return (
    <div class="problem-notes">
      {open.length > 0 && <Notes problems={open.slice(0, mostInView)} />}
      {others.length > 0 && (
        <details>
          <summary>{summary.replace("{count}", String(others.length))}</summary>
          <Notes problems={others} />
        </details>
      )}
    </div>
  );
}

function Notes({ problems }: { problems: readonly AffectingProblem[] }): JSX.Element {
  const { language } = useReader();
  return (
    <ul>
      {problems.map((problem) => (
        <li key={problem.id} class={problem.resolved === null ? "open" : "resolved"}>
          <strong>{problemWords.problem[language]}</strong>{" "}
          <span class="problem-days">{problemDays(problem, language)}</span>
          {language === "zh-CN" ? "：" : ": "}
          <bdi>{problem.what[language]}</bdi>
          {problem.resolved !== null && (
            <span class="soft">
              {" "}
              {problemWords.resolved[language]}
              <bdi>{problem.resolved.done[language]}</bdi>
            </span>
          )}
        </li>
      ))}
    </ul>
  );
}
