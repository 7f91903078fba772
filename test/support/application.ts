import type { Logger } from "pino";
import type { Clock } from "../../server/clock.ts";
import { readConfig } from "../../server/config.ts";
import { listen } from "../../server/listen.ts";
import { createLog, createServices, type Services } from "../../server/services.ts";
import { temporaryPlace } from "./temporaryPlace.ts";

/** The real application on a store of its own. */
export interface TestApplication {
  /** `http://127.0.0.1:` and a free port. */
  readonly address: string;
  readonly services: Services;
  /** Signs in a researcher, made at the first call, and gives the cookie to send. */
  signIn(): Promise<{ cookie: string; name: string; password: string }>;
  close(): Promise<void>;
}

/** What a test may choose: settings by their environment names, the clocks, and the log. */
export interface TestApplicationOptions {
  readonly environment?: Readonly<Record<string, string>>;
  /** What sessions are timed by. The store removes what is over by the real time, so it must not lie behind that. */
  readonly clock?: Clock;
  /** What tells studies the time. */
  readonly studyClock?: Clock;
  /** Where its log goes; nowhere when left out. */
  readonly log?: Logger;
}

/**
 * Starts the application on a temporary embedded store, or in a database of its own on the MongoDB of `MONGODB_URI`.
 */
export async function startApplication({
  environment = {},
  clock = () => new Date(),
  studyClock = clock,
  log,
}: TestApplicationOptions = {}): Promise<TestApplication> {
  const place = await temporaryPlace();
  const config = readConfig({ PORT: "0", LOG_LEVEL: "silent", ...place.environment, ...environment });
  const services = await createServices(config, { clock, studyClock, log: log ?? createLog(config), storeUse: "own" });
  const listening = await listen(services);
  const researcher = { name: "研究员 Li", password: "a long enough password" };
  let cookie: string | null = null;

  return {
    address: listening.address,
    services,
    async signIn() {
      cookie ??= await setUpFirst(listening.address, {
        ...researcher,
        code: (await services.accounts.setUpCode()) ?? "",
      });
      return { cookie, ...researcher };
    },
    async close() {
      await listening.stop();
      await place.remove();
    },
  };
}

async function setUpFirst(address: string, body: { code: string; name: string; password: string }): Promise<string> {
  const answer = await fetch(`${address}/api/setup`, {
    method: "POST",
    headers: { "Content-Type": "application/json", Origin: address },
    body: JSON.stringify(body),
  });
  if (!answer.ok) throw new Error(`Cannot set up the first researcher: ${answer.status} ${await answer.text()}`);
  return answer.headers
    .getSetCookie()
    .map((line) => line.split(";", 1).join(""))
    .join("; ");
}
