import type { ComponentType, JSX } from "preact";
import type { StudySummary } from "../../../../server/fielding/fieldingApi.ts";
import type { Codebook } from "../../../../surveys/codebook/codebook.ts";
import { Answered } from "../../parts/answered.tsx";
import { InLink } from "../../parts/inLink.tsx";
import { Notice } from "../../parts/notice.tsx";
import { useReader, useWords } from "../../reader.ts";
import { useAddressQuery } from "../../useAddressQuery.ts";
import { useAnswer } from "../../useAnswer.ts";
import { CodingPart } from "./codingPart.tsx";
import { ContextPart } from "./contextPart.tsx";
import { openTextWords } from "./openTextWords.ts";
import { ReadPart } from "./readPart.tsx";
import { TermsPart } from "./termsPart.tsx";
import type { TextsPartProps } from "./textsPartProps.ts";
import { ThemesPart } from "./themesPart.tsx";
import "./texts.css";

const parts = {
  read: ReadPart,
  terms: TermsPart,
  context: ContextPart,
  themes: ThemesPart,
  coding: CodingPart,
} as const satisfies Record<string, ComponentType<TextsPartProps>>;

type PartName = keyof typeof parts;
const partNames = Object.keys(parts) as PartName[];

/** What people wrote: read, counted by term, in context, and coded by themes. */
export function TextsView({ study }: { study: StudySummary }): JSX.Element {
  const { texts } = useReader();
  const path = study.questionnaireVersion === null ? null : `/api/studies/${study.study}/codebook`;
  const codebook = useAnswer<Codebook>(path);
  if (path === null)
    return (
      <Notice title={texts("noQuestionnaire")}>
        <p>{texts("noQuestionnaireNote")}</p>
      </Notice>
    );
  return <Answered reading={codebook}>{(found) => <OpenQuestions study={study.study} codebook={found} />}</Answered>;
}

function OpenQuestions({ study, codebook }: { study: string; codebook: Codebook }): JSX.Element {
  const { texts, read } = useReader();
  const words = useWords(openTextWords);
  const { query, change } = useAddressQuery();
  const variables = codebook.questions.flatMap(({ type, title, variables: of }) =>
    of.filter(({ kind }) => kind === "text").map(({ name, label }) => ({ name, type, title, label })),
  );
  // What people were asked to write comes before what they added to a choice.
  const first = variables.find(({ type }) => type === "comment" || type === "text") ?? variables[0];
  if (first === undefined) return <Notice title={texts("noOpenQuestions")} />;
  const question = variables.find(({ name }) => name === query.get("question"))?.name ?? first.name;
  const part = partNames.find((name) => name === query.get("part")) ?? "read";
  const Part: ComponentType<TextsPartProps> = parts[part];
  const address = (name: PartName): string => {
    const next = new URLSearchParams(query);
    next.set("part", name);
    return `?${next.toString()}`;
  };
  return (
    <section class="card texts-view">
      <div class="texts-head">
        <label>
          {texts("question")}
          <select
            value={question}
            onChange={({ currentTarget }) => {
              change({ question: [currentTarget.value] });
            }}
          >
            {variables.map(({ name, title, label }) => (
              <option key={name} value={name}>
                {read(title) === read(label) ? read(title) : `${read(title)} – ${read(label)}`}
              </option>
            ))}
          </select>
        </label>
        <nav class="texts-parts" aria-label={words("parts")}>
          {partNames.map((name) => (
            <InLink key={name} to={address(name)} isCurrent={name === part}>
              {words(name)}
            </InLink>
          ))}
        </nav>
      </div>
      <Part key={`${part} ${question}`} study={study} question={question} />
    </section>
  );
}
