import type { JSX } from "preact";
import { useReader } from "../reader.ts";
import { usePageTitle } from "../usePageTitle.ts";
import { AccountForm } from "./accountForm.tsx";

/** Where researchers come back. */
export function SignInPage(): JSX.Element {
  const { texts } = useReader();
  usePageTitle(texts("signInTitle"));
  return (
    <section class="card account">
      <h1>{texts("signInTitle")}</h1>
      <p class="lead">{texts("signInNote")}</p>
      <AccountForm path="/api/session" action={texts("signInAction")} />
    </section>
  );
}
