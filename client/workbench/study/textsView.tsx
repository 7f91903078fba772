import type { JSX } from "preact";
import { useState } from "preact/hooks";
import { formatShortDay } from "../../../charts/format.ts";
import type { OpenTexts, StudySummary } from "../../../server/fielding/fieldingApi.ts";
import type { Codebook } from "../../../surveys/codebook/codebook.ts";
import { Answered } from "../parts/answered.tsx";
import { Notice } from "../parts/notice.tsx";
import { useReader } from "../reader.ts";
import { useAnswer } from "../useAnswer.ts";

/** What people wrote, a page at a time, found letter by letter. */
export function TextsView({ study }: { study: StudySummary }): JSX.Element {
  const { texts } = useReader();
  const path = study.questionnaireVersion === null ? null : `/api/studies/${study.study}/codebook`;
  const codebook = useAnswer<Codebook>(path);
  if (path === null) return <Notice title={texts("noOpenQuestions")} />;
  return <Answered reading={codebook}>{(found) => <OpenQuestions study={study.study} codebook={found} />}</Answered>;
}

function OpenQuestions({ study, codebook }: { study: string; codebook: Codebook }): JSX.Element {
  const { texts, read } = useReader();
  const variables = codebook.questions.flatMap(({ type, title, variables: of }) =>
    of.filter(({ kind }) => kind === "text").map(({ name, label }) => ({ name, type, title, label })),
  );
  // What people were asked to write comes before what they added to a choice.
  const first = variables.find(({ type }) => type === "comment" || type === "text") ?? variables[0];
  const [question, setQuestion] = useState(first?.name ?? "");
  const [typed, setTyped] = useState("");
  const [containing, setContaining] = useState("");
  if (variables.length === 0) return <Notice title={texts("noOpenQuestions")} />;
  return (
    <section class="card">
      <form
        class="results-bar"
        onSubmit={(event) => {
          event.preventDefault();
          setContaining(typed);
        }}
      >
        <label>
          {texts("question")}
          <select
            value={question}
            onChange={({ currentTarget }) => {
              setQuestion(currentTarget.value);
            }}
          >
            {variables.map(({ name, title, label }) => (
              <option key={name} value={name}>
                {read(title) === read(label) ? read(title) : `${read(title)} – ${read(label)}`}
              </option>
            ))}
          </select>
        </label>
        <label>
          {texts("containing")}
          <input
            type="search"
            maxLength={200}
            value={typed}
            onInput={({ currentTarget }) => {
              setTyped(currentTarget.value);
            }}
          />
        </label>
        <button type="submit">{texts("search")}</button>
      </form>
      <Written key={`${question} ${containing}`} study={study} question={question} containing={containing} />
    </section>
  );
}

function Written({
  study,
  question,
  containing,
}: {
  study: string;
  question: string;
  containing: string;
}): JSX.Element {
  const { texts } = useReader();
  const [cursors, setCursors] = useState<readonly string[]>([""]);
  return (
    <>
      {cursors.map((cursor, place) => (
        <WrittenFrom
          key={cursor}
          path={`/api/studies/${study}/texts`}
          query={{ question, ...(containing !== "" && { containing }), ...(cursor !== "" && { cursor }) }}
          isLast={place === cursors.length - 1}
          more={texts("more")}
          onMore={(next) => {
            setCursors([...cursors, next]);
          }}
        />
      ))}
    </>
  );
}

function WrittenFrom({
  path,
  query,
  isLast,
  more,
  onMore,
}: {
  path: string;
  query: Readonly<Record<string, string>>;
  isLast: boolean;
  more: string;
  onMore: (cursor: string) => void;
}): JSX.Element {
  const { texts, language } = useReader();
  const reading = useAnswer<OpenTexts>(path, query);
  return (
    <Answered reading={reading}>
      {({ texts: written, nextCursor }) => (
        <>
          {written.length === 0 && <p class="soft">{texts("noTexts")}</p>}
          <ul class="texts">
            {written.map(({ day, text }, place) => (
              <li key={place}>
                <time class="soft" dateTime={day}>
                  {formatShortDay(day, language)}
                </time>
                <bdi class="written">{text}</bdi>
              </li>
            ))}
          </ul>
          {isLast && nextCursor !== null && (
            <button
              type="button"
              class="more"
              onClick={() => {
                onMore(nextCursor);
              }}
            >
              {more}
            </button>
          )}
        </>
      )}
    </Answered>
  );
}
