import { redo, redoDepth, undo, undoDepth } from "@codemirror/commands";
import { json } from "@codemirror/lang-json";
import { HighlightStyle, syntaxHighlighting } from "@codemirror/language";
import { lintGutter, setDiagnostics } from "@codemirror/lint";
import { Compartment, EditorState, type Extension } from "@codemirror/state";
import { EditorView } from "@codemirror/view";
import { tags } from "@lezer/highlight";
import { basicSetup } from "codemirror";
import type { Language } from "../../../../surveys/language.ts";
import { chinesePhrases } from "./editorPhrases.ts";
import { placeInText } from "./placeInText.ts";

/** A text editor for JSON that marks faults at their place. */
export type JsonEditor = ReturnType<typeof createJsonEditor>;

/** What an editor tells of: each change of its text, and whether there is something to undo or redo. */
export interface EditorListener {
  readonly onText: (text: string) => void;
  readonly onHistory: (history: { readonly canUndo: boolean; readonly canRedo: boolean }) => void;
}

/** Makes an editor. It stands in a shadow root, where CodeMirror may bring its styles without the page allowing any. */
export function createJsonEditor(
  host: HTMLElement,
  { text, language, label, onText, onHistory }: EditorListener & { text: string; language: Language; label: string },
) {
  const root = host.shadowRoot ?? host.attachShadow({ mode: "open" });
  const wording = new Compartment();
  const listener = EditorView.updateListener.of(({ docChanged, state }) => {
    if (!docChanged) return;
    onText(state.doc.toString());
    onHistory({ canUndo: undoDepth(state) > 0, canRedo: redoDepth(state) > 0 });
  });
  const extensions = [...whatItCan, listener, wording.of(wordingIn(language, label))];
  const view = new EditorView({ root, parent: root, state: EditorState.create({ doc: text, extensions }) });
  return {
    /** Says its own words in a language. */
    speak(spoken: Language, name: string): void {
      view.dispatch({ effects: wording.reconfigure(wordingIn(spoken, name)) });
    },
    undo: () => undo(view),
    redo: () => redo(view),
    /** Puts another text in the place of the whole; undo brings the former back. */
    replace(other: string): void {
      if (other === view.state.doc.toString()) return;
      view.dispatch({ changes: { from: 0, to: view.state.doc.length, insert: other } });
    },
    /** Marks faults at the places of their paths. */
    mark(faults: readonly { readonly field: string; readonly message: string }[]): void {
      const diagnostics = faults.map(({ field, message }) => ({
        ...placeInText(view.state, field),
        severity: "error" as const,
        message,
      }));
      view.dispatch(setDiagnostics(view.state, diagnostics));
    },
    /** The line a path stands in, from 1. */
    lineOf: (field: string): number => view.state.doc.lineAt(placeInText(view.state, field).from).number,
    /** Goes to the place of a path. */
    goTo(field: string): void {
      const { from, to } = placeInText(view.state, field);
      view.dispatch({
        selection: { anchor: from, head: to },
        effects: EditorView.scrollIntoView(from, { y: "center" }),
      });
      view.focus();
    },
    destroy: () => {
      view.destroy();
    },
  };
}

function wordingIn(language: Language, label: string): Extension {
  return [
    EditorState.phrases.of(language === "en" ? {} : chinesePhrases),
    EditorView.contentAttributes.of({ "aria-label": label, lang: language, tabindex: "0" }),
  ];
}

const look = EditorView.theme({
  "&": { height: "100%", backgroundColor: "var(--card)", color: "var(--ink)", fontSize: "13px" },
  ".cm-scroller": { fontFamily: "var(--mono)", lineHeight: "1.55", overflow: "auto" },
  ".cm-content": { caretColor: "var(--accent)", padding: "10px 0" },
  ".cm-cursor": { borderLeftColor: "var(--accent)" },
  ".cm-gutters": { backgroundColor: "var(--ground)", color: "var(--soft)", borderRight: "1px solid var(--line)" },
  ".cm-activeLine, .cm-activeLineGutter": { backgroundColor: "var(--line)" },
  "&.cm-focused .cm-activeLine": { backgroundColor: "color-mix(in srgb, var(--accent) 8%, transparent)" },
  "&.cm-focused": { outline: "2px solid var(--accent)", outlineOffset: "-2px" },
  "&.cm-focused > .cm-scroller > .cm-selectionLayer .cm-selectionBackground, .cm-selectionBackground": {
    background: "color-mix(in srgb, var(--accent) 28%, transparent)",
  },
  ".cm-tooltip, .cm-panels": { backgroundColor: "var(--card)", color: "var(--ink)", borderColor: "var(--line)" },
  ".cm-diagnostic": { fontFamily: "var(--sans)", padding: "6px 10px", borderLeftColor: "var(--bad)" },
  ".cm-foldPlaceholder": { backgroundColor: "var(--line)", borderColor: "var(--line)", color: "var(--ink)" },
  ".cm-searchMatch": { backgroundColor: "var(--warn-soft)", outline: "1px solid var(--warn)" },
  ".cm-textfield, .cm-button": {
    backgroundImage: "none",
    backgroundColor: "var(--card)",
    color: "var(--ink)",
    borderColor: "var(--soft)",
  },
});

const colours = HighlightStyle.define([
  { tag: tags.propertyName, color: "var(--accent)" },
  { tag: tags.string, color: "var(--ink)" },
  { tag: [tags.number, tags.bool, tags.null], color: "var(--warn)" },
  { tag: [tags.separator, tags.squareBracket, tags.brace], color: "var(--soft)" },
]);

const whatItCan: readonly Extension[] = [
  basicSetup,
  json(),
  lintGutter(),
  look,
  syntaxHighlighting(colours),
  EditorView.lineWrapping,
];
