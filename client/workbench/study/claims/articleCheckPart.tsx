import type { JSX } from "preact";
import { useState } from "preact/hooks";
import type { ArticleCheck } from "../../../../server/claims/check/checkApi.ts";
import { RefusalNotice } from "../../parts/notice.tsx";
import { useReader, useWords } from "../../reader.ts";
import { useSending } from "../../useSending.ts";
import { CheckedArticle } from "./checkedArticle.tsx";
import { claimsTexts } from "./claimsTexts.ts";

/** An article is pasted, and its numbers are held against the present ones; it stays on this page. */
export function ArticleCheckPart({ study }: { study: string }): JSX.Element {
  const { language } = useReader();
  const words = useWords(claimsTexts);
  const { isSending, refusal, send } = useSending<ArticleCheck>();
  const [text, setText] = useState("");
  const [check, setCheck] = useState<ArticleCheck | null>(null);
  return (
    <section class="card claims-check" aria-labelledby="claims-check">
      <div class="figures-top">
        <h2 id="claims-check">{words("checkTitle")}</h2>
        <a href={`/check?study=${study}&lang=${language}`} target="_blank" rel="noopener">
          {words("publicCheck")}
        </a>
      </div>
      <p class="soft">{words("checkNote")}</p>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          send(`/api/studies/${study}/article-check`, { method: "POST", body: { text } }, setCheck);
        }}
      >
        {refusal !== null && <RefusalNotice refusal={refusal} />}
        <label for="claims-article">{words("article")}</label>
        <textarea
          id="claims-article"
          rows={10}
          required
          value={text}
          onInput={({ currentTarget }) => {
            setText(currentTarget.value);
          }}
        />
        <button type="submit" class="main" disabled={isSending}>
          {words("check")}
        </button>
      </form>
      {check !== null && <CheckedArticle check={check} />}
    </section>
  );
}
