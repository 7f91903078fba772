import type { JSX } from "preact";
import { useState } from "preact/hooks";
import type { LoggedProblem } from "../../../../server/problems/problemsApi.ts";
import { RefusalNotice } from "../../parts/notice.tsx";
import { useReader, useWords } from "../../reader.ts";
import { useSending } from "../../useSending.ts";
import { problemsTexts } from "./problemsTexts.ts";
import { WordsFields } from "./wordsFields.tsx";

/** Says what was done about a problem. */
export function ResolutionForm({
  study,
  problem: { problem, version, done },
  onEnd,
}: {
  study: string;
  problem: LoggedProblem;
  onEnd: () => void;
}): JSX.Element {
  const { texts } = useReader();
  const words = useWords(problemsTexts);
  const { isSending, refusal, send } = useSending<LoggedProblem>();
  const [said, setSaid] = useState(done ?? { "zh-CN": "", en: "" });
  return (
    <form
      class="problems-form"
      onSubmit={(event) => {
        event.preventDefault();
        const path = `/api/studies/${study}/problems/${problem}/resolution`;
        send(path, { method: "PUT", body: { version, done: said } }, onEnd);
      }}
    >
      {refusal !== null && <RefusalNotice refusal={refusal} beside={["done.zh-CN", "done.en"]} />}
      <WordsFields name="done" value={said} refusal={refusal} onInput={setSaid} />
      <div class="actions">
        <button type="submit" class="main" disabled={isSending}>
          {words("saveDone")}
        </button>
        <button type="button" onClick={onEnd}>
          {texts("cancel")}
        </button>
      </div>
    </form>
  );
}
