import type { JSX } from "preact";
import type { LoggedProblem, StudyProblems } from "../../../../server/problems/problemsApi.ts";
import type { Codebook } from "../../../../surveys/codebook/codebook.ts";
import { Answered } from "../../parts/answered.tsx";
import { Loading, Notice } from "../../parts/notice.tsx";
import { HelpLink } from "../../parts/result/helpLink.tsx";
import { useWords } from "../../reader.ts";
import { useAddressQuery } from "../../useAddressQuery.ts";
import { useAnswer } from "../../useAnswer.ts";
import type { StudyViewProps } from "../studyViewProps.ts";
import { WithCodebook } from "../withCodebook.tsx";
import { placesCodebook } from "./placesCodebook.ts";
import { ProblemCard } from "./problemCard.tsx";
import { ProblemForm } from "./problemForm.tsx";
import { problemsTexts } from "./problemsTexts.ts";
import "../../parts/result/resultFrame.css";
import "./problems.css";

/** What went wrong with the study's data: logged, corrected and resolved here. */
export function ProblemsView({ study, days }: StudyViewProps): JSX.Element {
  if (days === null) return <Loading />;
  return (
    <WithCodebook study={study}>
      {(codebook) => <Problems study={study.study} day={days.days.at(-1)?.day ?? ""} codebook={codebook} />}
    </WithCodebook>
  );
}

/** What the address says of a form: `new` for a new problem, or the name of the one that is corrected. */
const editing = "edit";

function Problems({ study, day, codebook }: { study: string; day: string; codebook: Codebook }): JSX.Element {
  const words = useWords(problemsTexts);
  const { query, change } = useAddressQuery();
  const reading = useAnswer<StudyProblems>(`/api/studies/${study}/problems`);
  const edited = query.get(editing);
  return (
    <Answered reading={reading}>
      {({ problems, places }) => {
        const sayable = { codebook, places: placesCodebook(codebook, places) };
        const corrected = problems.find(({ problem }) => problem === edited) ?? null;
        const isOpen = ({ done }: LoggedProblem): boolean => done === null;
        return (
          <>
            <section class="card problems-top">
              <p class="soft">{words("about")}</p>
              <HelpLink page="problems.md" />
              {edited === null && (
                <button
                  type="button"
                  class="main"
                  onClick={() => {
                    change({ [editing]: ["new"] });
                  }}
                >
                  {words("log")}
                </button>
              )}
            </section>
            {(edited === "new" || corrected !== null) && (
              <ProblemForm
                key={`${edited ?? ""} ${corrected?.version ?? 0}`}
                study={study}
                problem={corrected}
                day={day}
                sayable={sayable}
                onEnd={() => {
                  change({ [editing]: [] });
                  reading.again();
                }}
              />
            )}
            {problems.length === 0 && edited === null && (
              <Notice title={words("none")}>
                <p>{words("noneNote")}</p>
              </Notice>
            )}
            {[
              { title: words("openOnes"), some: problems.filter(isOpen) },
              { title: words("resolvedOnes"), some: problems.filter((problem) => !isOpen(problem)) },
            ].map(
              ({ title, some }) =>
                some.length > 0 && (
                  <section key={title} class="problems-list" aria-label={title}>
                    <h2>{title}</h2>
                    {some
                      .filter((problem) => problem !== corrected)
                      .map((problem) => (
                        <ProblemCard
                          key={problem.problem}
                          study={study}
                          problem={problem}
                          sayable={sayable}
                          onCorrect={() => {
                            change({ [editing]: [problem.problem] });
                          }}
                          onChanged={reading.again}
                        />
                      ))}
                  </section>
                ),
            )}
          </>
        );
      }}
    </Answered>
  );
}
