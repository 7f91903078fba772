import type { JSX } from "preact";
import { useState } from "preact/hooks";
import type { SignedIn } from "../../../server/accounts/accountsApi.ts";
import { Field } from "../parts/field.tsx";
import { RefusalNotice } from "../parts/notice.tsx";
import { useReader } from "../reader.ts";
import { goTo } from "../route.ts";
import { useSending } from "../useSending.ts";

const shortestPassword = 12;

/** Name and password, for the first researcher (with the one-time `code`) and for everyone who comes back. */
export function AccountForm({ path, code, action }: { path: string; code?: string; action: string }): JSX.Element {
  const { texts } = useReader();
  const [name, setName] = useState("");
  const [password, setPassword] = useState("");
  const { isSending, refusal, send } = useSending<SignedIn>();
  const isNew = code !== undefined;
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        send(path, { method: "POST", body: { name, password, ...(isNew && { code }) } }, () => {
          goTo("/studies");
        });
      }}
    >
      {refusal !== null && <RefusalNotice refusal={refusal} beside={["name", "password"]} />}
      <Field
        name="name"
        label={texts("accountName")}
        refusal={refusal}
        value={name}
        autocomplete="username"
        required
        maxLength={100}
        onInput={({ currentTarget }) => {
          setName(currentTarget.value);
        }}
      />
      <Field
        name="password"
        type="password"
        label={texts("password")}
        {...(isNew && { rule: texts("passwordRule"), minLength: shortestPassword })}
        refusal={refusal}
        value={password}
        autocomplete={isNew ? "new-password" : "current-password"}
        required
        maxLength={200}
        onInput={({ currentTarget }) => {
          setPassword(currentTarget.value);
        }}
      />
      <button type="submit" class="main" disabled={isSending}>
        {action}
      </button>
    </form>
  );
}
