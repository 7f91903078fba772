import type { JSX } from "preact";
import { ask } from "../api.ts";
import { useReader } from "../reader.ts";
import { goTo } from "../route.ts";
import { InLink } from "./inLink.tsx";
import { forgetAnswers } from "../knownAnswers.ts";

/** The top of every page: the product, the language, and the way out for who is signed in. */
export function Header({ isInside }: { isInside: boolean }): JSX.Element {
  const { texts, language, changeLanguage } = useReader();
  const other = language === "en" ? "zh-CN" : "en";
  const signOut = (): void => {
    void ask("/api/session", { method: "DELETE", language }).then(() => {
      forgetAnswers();
      goTo("/sign-in");
    });
  };
  return (
    <header class="top">
      <InLink class="brand" to="/studies">
        <span class="pill" aria-hidden="true" />
        {texts("product")}
      </InLink>
      <nav class="top-actions">
        <button
          type="button"
          class="quiet"
          lang={other}
          onClick={() => {
            changeLanguage(other);
          }}
        >
          {texts("otherLanguage")}
        </button>
        {isInside && (
          <button type="button" class="quiet" onClick={signOut}>
            {texts("signOut")}
          </button>
        )}
      </nav>
    </header>
  );
}
