import { clockHeldAt } from "../server/clock.ts";
import { readConfig } from "../server/config.ts";
import { warmColumns } from "../server/estimates/warmColumns.ts";
import { listen } from "../server/listen.ts";
import { createLog, createServices } from "../server/services.ts";
import { loadDemonstration } from "./demonstration/load.ts";
import { demonstrationMidnight, demonstrationStudy } from "./demonstration/study.ts";

/**
 * `npm run demo`: the product on the embedded store with the demonstration study in it, in `data/demo` unless told
 * otherwise. A second run finds the study there and loads nothing.
 */
const config = readConfig({ DATA_DIRECTORY: "data/demo", LOG_LEVEL: "warn", ...process.env });
const log = createLog(config);
const clock = () => new Date();
const services = await createServices(config, {
  clock,
  studyClock: clockHeldAt(demonstrationMidnight, clock),
  log,
  storeUse: "own",
});
// Reports and exports that a command writes are of the same moment.
await services.heldDay.hold(demonstrationMidnight);
const loaded = await loadDemonstration(services, (done) => {
  process.stdout.write(`\r  Loading the demonstration study: ${done.toLocaleString("en")} responses`);
});
if (loaded.kept > 0) process.stdout.write("\n");

const listening = await listen(services);
const stopWarming = warmColumns(services);
const { address } = listening;
const code = await services.accounts.setUpCode();
const signIn = code === null ? `${address}/sign-in` : `${address}/setup?code=${code}`;
process.stdout.write(`
  定心 Dingxin is ready. The demonstration study is simulated: no person gave these answers.

  Answer the survey   ${address}/s/${demonstrationStudy.study}
  …in English         ${address}/s/${demonstrationStudy.study}?lang=en
  ${code === null ? "Sign in           " : "First sign-in     "}  ${signIn}${code === null ? "" : "   (once: choose a name and a password)"}

  ${loaded.inStudy.toLocaleString("en")} responses in the study. Ctrl-C stops.
`);

for (const signal of ["SIGINT", "SIGTERM"] as const) {
  process.once(signal, () => {
    stopWarming();
    void listening.stop().then(() => process.exit(0));
  });
}
