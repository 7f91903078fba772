import type { JSX } from "preact";
import { useState } from "preact/hooks";
import type { Estimate } from "../../../../stats/estimate.ts";
import type { TextFrame, Theme } from "../../../../server/texts/textsApi.ts";
import { formatCount, formatUncertainty } from "../../../../charts/format.ts";
import { judge } from "../../../../charts/judgement.ts";
import { textOf } from "../../../../charts/mark.ts";
import { Answered } from "../../parts/answered.tsx";
import { Notice } from "../../parts/notice.tsx";
import { useReader, useWords } from "../../reader.ts";
import { useAgainWhen } from "../../useAgainWhen.ts";
import { useAddressQuery } from "../../useAddressQuery.ts";
import { useAnalysis } from "../../useAnalysis.ts";
import { useLens } from "../lens/lens.ts";
import { Caution } from "../../parts/result/caution.tsx";
import { ProblemNotes } from "../../parts/result/problemNotes.tsx";
import { openTextWords } from "./openTextWords.ts";
import type { TextsPartProps } from "./textsPartProps.ts";
import { ThemeForm } from "./themeForm.tsx";
import { useFrame, type Frame } from "./useFrame.ts";

/** The themes of a question: what share of its writers wrote of each, and the way to make and change them. */
export function ThemesPart({ study, question }: TextsPartProps): JSX.Element {
  const frame = useFrame(study);
  return (
    <Answered reading={frame.reading}>
      {(found) => <Themes study={study} question={question} frame={frame} found={found} />}
    </Answered>
  );
}

function Themes({ study, question, frame, found }: TextsPartProps & { frame: Frame; found: TextFrame }): JSX.Element {
  const words = useWords(openTextWords);
  const { query, change } = useAddressQuery();
  const newTerm = query.get("newTheme");
  const [edited, setEdited] = useState<string | null>(null);
  const own = found.themes.filter((theme) => theme.question === question);
  const close = (): void => {
    setEdited(null);
    if (newTerm !== null) change({ newTheme: [] }, "replace");
  };
  const keep = (theme: Theme, before: string | null): void => {
    const others = found.themes.filter(({ name }) => name !== before);
    const place = found.themes.findIndex(({ name }) => name === before);
    const themes = place < 0 ? [...others, theme] : [...others.slice(0, place), theme, ...others.slice(place)];
    frame.change(found, { themes }, close);
  };
  const changed = own.find(({ name }) => name === edited);
  const isNew = edited === "" || (edited === null && newTerm !== null);
  return (
    <>
      {own.length === 0 && !isNew && (
        <Notice title={words("noThemes")}>
          <p>{words("noThemesNote")}</p>
        </Notice>
      )}
      {own.length > 0 && (
        <ThemeTable
          study={study}
          frame={found}
          own={own}
          onEdit={setEdited}
          onRemove={(name) => {
            frame.change(found, { themes: found.themes.filter((theme) => theme.name !== name) }, close);
          }}
        />
      )}
      {changed !== undefined || isNew ? (
        <ThemeForm
          key={changed?.name ?? ""}
          theme={changed ?? draftOf(found, question, newTerm)}
          place={changed === undefined ? found.themes.length : found.themes.indexOf(changed)}
          sending={frame.sending}
          onKeep={(theme) => {
            keep(theme, changed?.name ?? null);
          }}
          onCancel={close}
        />
      ) : (
        <button
          type="button"
          class="main texts-more"
          onClick={() => {
            setEdited("");
          }}
        >
          {words("newTheme")}
        </button>
      )}
    </>
  );
}

function draftOf({ themes }: TextFrame, question: string, term: string | null): Theme {
  const names = new Set(themes.map(({ name }) => name));
  let number = themes.length + 1;
  while (names.has(`theme_${number}`)) number += 1;
  const terms = term === null || term.trim() === "" ? [] : [term.trim().slice(0, 50)];
  return { name: `theme_${number}`, label: terms[0] ?? "", question, rule: "", terms, without: [] };
}

function ThemeTable({
  study,
  frame,
  own,
  onEdit,
  onRemove,
}: {
  study: string;
  frame: TextFrame;
  own: readonly Theme[];
  onEdit: (name: string) => void;
  onRemove: (name: string) => void;
}): JSX.Element {
  const { texts } = useReader();
  const words = useWords(openTextWords);
  const { lens } = useLens();
  const { answer, again } = useAnalysis(study, {
    question: "themes",
    ...(lens.from !== "" && { from: lens.from }),
    ...(lens.to !== "" && { to: lens.to }),
  });
  useAgainWhen(frame.frameVersion, again);
  const estimateOf = (name: string): Estimate | undefined => {
    const place = answer?.items.findIndex(({ value }) => value?.code === name) ?? -1;
    return answer?.estimates[place]?.[0]?.[0];
  };
  return (
    <>
      <div class="table-frame" tabIndex={0} role="region" aria-label={words("themes")}>
        <table>
          <thead>
            <tr>
              <th scope="col">{words("theme")}</th>
              <th scope="col">{words("terms")}</th>
              <th scope="col" class="number">
                {words("shareOfWriters")}
              </th>
              <th scope="col" class="number">
                {texts("interval")}
              </th>
              <th scope="col" class="number">
                n
              </th>
              <th scope="col">
                <span class="hidden">{words("edit")}</span>
              </th>
            </tr>
          </thead>
          <tbody>
            {own.map((theme) => (
              <ThemeRow
                key={theme.name}
                theme={theme}
                estimate={estimateOf(theme.name)}
                onEdit={onEdit}
                onRemove={onRemove}
              />
            ))}
          </tbody>
        </table>
      </div>
      <p class="soft base">{words("themesBase")}</p>
      <ProblemNotes problems={answer?.problems ?? []} />
    </>
  );
}

function ThemeRow({
  theme,
  estimate,
  onEdit,
  onRemove,
}: {
  theme: Theme;
  estimate: Estimate | undefined;
  onEdit: (name: string) => void;
  onRemove: (name: string) => void;
}): JSX.Element {
  const words = useWords(openTextWords);
  return (
    <tr>
      <th scope="row">
        <bdi>{theme.label}</bdi>
        <br />
        <code class="soft">themes.{theme.name}</code>
      </th>
      <td>
        <Terms theme={theme} />
      </td>
      <Numbers estimate={estimate} />
      <td class="texts-actions">
        <button
          type="button"
          class="quiet"
          aria-label={`${words("edit")}: ${theme.label}`}
          onClick={() => {
            onEdit(theme.name);
          }}
        >
          {words("edit")}
        </button>
        <button
          type="button"
          class="quiet"
          aria-label={`${words("remove")}: ${theme.label}`}
          onClick={() => {
            onRemove(theme.name);
          }}
        >
          {words("remove")}
        </button>
      </td>
    </tr>
  );
}

function Terms({ theme: { terms, without } }: { theme: Theme }): JSX.Element {
  const words = useWords(openTextWords);
  if (terms.length === 0) return <span class="soft">{words("byHandOnly")}</span>;
  return (
    <>
      <bdi>{terms.join(" / ")}</bdi>
      {without.length > 0 && (
        <span class="soft">
          {" "}
          ({words("not")} <bdi>{without.join(" / ")}</bdi>)
        </span>
      )}
    </>
  );
}

function Numbers({ estimate }: { estimate: Estimate | undefined }): JSX.Element {
  const { language } = useReader();
  if (estimate === undefined) return <td colSpan={3} />;
  const judgement = judge(estimate);
  const isShown = judgement.kind === "shown";
  return (
    <>
      <td class={isShown ? "number" : "number soft"}>
        {textOf(estimate, language)}
        {isShown && judgement.needsCaution && <Caution />}
      </td>
      <td class="number soft">
        {isShown ? formatUncertainty(judgement.estimate, "share", { language, n: estimate.n }) : "–"}
      </td>
      <td class="number soft">{formatCount(estimate.n, language)}</td>
    </>
  );
}
