import { createHash, timingSafeEqual } from "node:crypto";
import { Problem } from "../problem.ts";
import type { Account } from "./account.ts";
import type { createAccountStore } from "./accountStore.ts";
import { hashPassword, isPassword } from "./passwords.ts";
import type { createSessionStore } from "./sessionStore.ts";

/** Who people are, and their sessions. */
export type Accounts = ReturnType<typeof createAccounts>;

/** What accounts need. `setUpSecret` makes the one-time code; it is the same for every process on the store. */
export interface AccountsParts {
  readonly accounts: ReturnType<typeof createAccountStore>;
  readonly sessions: ReturnType<typeof createSessionStore>;
  readonly setUpSecret: Buffer;
}

const mostHolders = 1_000;

/** Makes the procedures of signing in. */
export function createAccounts({ accounts, sessions, setUpSecret }: AccountsParts) {
  const code = setUpSecret.toString("base64url").slice(0, 24);
  /** Whose tokens were met lately. */
  const holders = new Map<string, string>();
  return {
    prepare: async (): Promise<void> => {
      await Promise.all([accounts.prepare(), sessions.prepare()]);
    },

    /** The code of the one-time link; `null` once an account exists. */
    setUpCode: async (): Promise<string | null> => ((await accounts.isEmpty()) ? code : null),

    /**
     * Makes the first account and begins its session.
     *
     * @throws {Problem} `not-found` once an account exists, `not-allowed` for another code.
     */
    async setUp(given: { code: string; name: string; password: string }): Promise<{ account: Account; token: string }> {
      if (!(await accounts.isEmpty())) throw new Problem("not-found");
      if (!sameText(given.code, code)) throw new Problem("not-allowed", [wrongCode]);
      const account: Account = { name: given.name, role: "researcher" };
      await accounts.add({ ...account, passwordHash: await hashPassword(given.password) });
      return { account, token: await sessions.begin(account.name) };
    },

    /**
     * Begins a session.
     *
     * @throws {Problem} `sign-in-refused`, the same and as slowly for an unknown name as for a wrong password.
     */
    async signIn({ name, password }: { name: string; password: string }): Promise<{ account: Account; token: string }> {
      const found = await accounts.find(name);
      const fits = await isPassword(password, found?.passwordHash ?? null);
      if (found === null || !fits) throw new Problem("sign-in-refused");
      return { account: { name: found.name, role: found.role }, token: await sessions.begin(found.name) };
    },

    signOut: (token: string): Promise<void> => sessions.end(token),

    /** Whose token this is; `null` for nobody's. */
    async signedIn(token: string): Promise<Account | null> {
      // A token stays its account's: who has come before is looked up beside the session, not after it.
      const before = holders.get(token);
      const expected = before === undefined ? null : accounts.find(before);
      expected?.catch(() => undefined);
      const name = await sessions.accountOf(token);
      if (name === null) {
        holders.delete(token);
        return null;
      }
      if (holders.size >= mostHolders) holders.clear();
      holders.set(token, name);
      const found = await (name === before ? expected : accounts.find(name));
      return found === null ? null : { name: found.name, role: found.role };
    },

    /** Adds a person, as a command on the machine may; `false` when the name is taken. */
    add: async ({ name, password }: { name: string; password: string }): Promise<boolean> =>
      accounts.add({ name, role: "researcher", passwordHash: await hashPassword(password) }),
  };
}

function sameText(one: string, other: string): boolean {
  const digest = (text: string): Buffer => createHash("sha256").update(text).digest();
  return timingSafeEqual(digest(one), digest(other));
}

const wrongCode = {
  field: "code",
  code: "wrong-code",
  message: {
    "zh-CN": "一次性链接不正确，请使用启动时显示的链接",
    en: "This is not the one-time link that was printed at the first start",
  },
};
