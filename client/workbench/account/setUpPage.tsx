import type { JSX } from "preact";
import { useReader } from "../reader.ts";
import { usePageTitle } from "../usePageTitle.ts";
import { AccountForm } from "./accountForm.tsx";

/** Where the one-time link leads: the first researcher chooses a name and a password. */
export function SetUpPage({ code }: { code: string }): JSX.Element {
  const { texts } = useReader();
  usePageTitle(texts("setUpTitle"));
  return (
    <section class="card account">
      <h1>{texts("setUpTitle")}</h1>
      <p class="lead">{texts("setUpNote")}</p>
      <AccountForm path="/api/setup" code={code} action={texts("setUpAction")} />
    </section>
  );
}
