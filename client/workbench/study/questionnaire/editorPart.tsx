import type { JSX } from "preact";
import { useEffect, useRef, useState } from "preact/hooks";
import { ConfirmButton } from "../../parts/confirmButton.tsx";
import { saveFile } from "../../parts/saveFile.ts";
import { useReader, useWords } from "../../reader.ts";
import { definitionTexts } from "./definitionTexts.ts";
import { createJsonEditor, type JsonEditor } from "./jsonEditor.ts";
import type { Drafting } from "./useDraft.ts";
import type { Draft } from "../../../../server/drafts/draftsApi.ts";

/** The editor of a draft with its tools and what is wrong with it. */
export function EditorPart({
  drafting,
  draft,
  onDiscard,
}: {
  drafting: Drafting;
  draft: Draft;
  onDiscard: () => void;
}): JSX.Element {
  const { language } = useReader();
  const words = useWords(definitionTexts);
  const host = useRef<HTMLDivElement>(null);
  const editor = useRef<JsonEditor | null>(null);
  const [history, setHistory] = useState({ canUndo: false, canRedo: false });
  useEffect(() => {
    if (host.current === null) return;
    const made = createJsonEditor(host.current, {
      text: draft.text,
      language,
      label: words("editor"),
      onText: drafting.write,
      onHistory: setHistory,
    });
    editor.current = made;
    return () => {
      made.destroy();
    };
  }, []);
  useEffect(() => {
    editor.current?.speak(language, words("editor"));
  }, [language]);
  useEffect(() => {
    // What was taken from elsewhere comes into the editor; what was written here stands there already.
    if (drafting.textNow() === draft.text) editor.current?.replace(draft.text);
    editor.current?.mark(draft.faults.map(({ field, message }) => ({ field, message: message[language] })));
  }, [draft, language]);
  return (
    <section class="definition-editor" aria-label={words("editor")}>
      <Tools editor={editor} history={history} text={draft.text} revision={draft.revision} onDiscard={onDiscard} />
      <div ref={host} class="definition-text" />
      <Faults draft={draft} editor={editor} />
    </section>
  );
}

function Tools({
  editor,
  history,
  text,
  revision,
  onDiscard,
}: {
  editor: { readonly current: JsonEditor | null };
  history: { canUndo: boolean; canRedo: boolean };
  text: string;
  revision: string;
  onDiscard: () => void;
}): JSX.Element {
  const words = useWords(definitionTexts);
  const format = (): void => {
    try {
      editor.current?.replace(`${JSON.stringify(JSON.parse(text), null, 2)}\n`);
    } catch {
      // Not JSON yet: the problems say where.
    }
  };
  return (
    <div class="definition-tools">
      <button type="button" disabled={!history.canUndo} onClick={() => editor.current?.undo()}>
        {words("undo")}
      </button>
      <button type="button" disabled={!history.canRedo} onClick={() => editor.current?.redo()}>
        {words("redo")}
      </button>
      <button type="button" onClick={format}>
        {words("format")}
      </button>
      <label class="definition-load">
        {words("load")}
        <input
          type="file"
          accept="application/json,.json"
          onChange={({ currentTarget }) => {
            const [file] = currentTarget.files ?? [];
            void file?.text().then((content) => {
              editor.current?.replace(content);
            });
            currentTarget.value = "";
          }}
        />
      </label>
      <button
        type="button"
        onClick={() => {
          saveFile(new Blob([text], { type: "application/json" }), "questionnaire.json");
        }}
      >
        {words("download")}
      </button>
      <ConfirmButton
        class="quiet"
        disabled={revision === ""}
        label={words("discard")}
        question={words("discard")}
        action={words("discard")}
        onConfirm={onDiscard}
      >
        <p>{words("discardNote")}</p>
      </ConfirmButton>
    </div>
  );
}

function Faults({ draft, editor }: { draft: Draft; editor: { readonly current: JsonEditor | null } }): JSX.Element {
  const { language } = useReader();
  const words = useWords(definitionTexts);
  return (
    <div class="definition-faults" role="status">
      <h2>{words("problems")}</h2>
      {draft.faults.length === 0 && <p class="soft">{words("noProblems")}</p>}
      {draft.faults.length > 9 && <p class="soft">{words("firstProblems")}</p>}
      <ul>
        {draft.faults.map(({ field, message }, place) => (
          <li key={place}>
            <button type="button" class="quiet" onClick={() => editor.current?.goTo(field)}>
              <code>{field}</code>
            </button>
            {editor.current !== null && (
              <small class="soft">{words("line").replace("{line}", String(editor.current.lineOf(field)))}</small>
            )}
            <span>{message[language]}</span>
          </li>
        ))}
      </ul>
    </div>
  );
}
