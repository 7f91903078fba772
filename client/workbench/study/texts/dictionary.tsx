import type { JSX } from "preact";
import { useState } from "preact/hooks";
import type { TextFrame } from "../../../../server/texts/textsApi.ts";
import { useWords } from "../../reader.ts";
import { openTextWords } from "./openTextWords.ts";
import { linesOf } from "./useFrame.ts";

/** The words that texts are divided by, and those that are not counted. */
export function Dictionary({
  frame,
  onSave,
}: {
  frame: TextFrame;
  onSave: (change: Pick<TextFrame, "words" | "ignored">) => void;
}): JSX.Element {
  const words = useWords(openTextWords);
  const [typed, setTyped] = useState({ words: frame.words.join("\n"), ignored: frame.ignored.join("\n") });
  return (
    <form
      class="texts-form"
      onSubmit={(event) => {
        event.preventDefault();
        onSave({ words: linesOf(typed.words), ignored: linesOf(typed.ignored) });
      }}
    >
      {(["words", "ignored"] as const).map((name) => (
        <label key={name}>
          {words(name === "words" ? "ownWords" : "ignoredWords")}
          <textarea
            rows={5}
            value={typed[name]}
            onInput={({ currentTarget }) => {
              setTyped({ ...typed, [name]: currentTarget.value });
            }}
          />
        </label>
      ))}
      <button type="submit" class="main">
        {words("save")}
      </button>
    </form>
  );
}
