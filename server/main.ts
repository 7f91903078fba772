import { ConfigFaults, readConfig, type Config } from "./config.ts";
import { StoreIsNewer } from "./database/migrationStore.ts";
import { warmColumns } from "./estimates/warmColumns.ts";
import { listen } from "./listen.ts";
import { closeDaysNowAndThen } from "./weighting/closeDaysNowAndThen.ts";
import { createLog, createServices } from "./services.ts";

/** Exit codes of sysexits.h, for whoever supervises the process. */
const exitCodes = { config: 78, unavailable: 69 };

const config = configOrExit();
const log = createLog(config);
try {
  const services = await createServices(config, { clock: () => new Date(), log, storeUse: "own" });
  const listening = await listen(services);
  log.info({ address: listening.address, store: services.storeKind }, "listening");
  const code = await services.accounts.setUpCode();
  if (code !== null) {
    const address = config.PUBLIC_ADDRESS ?? listening.address;
    process.stdout.write(
      `\n  First start. Choose your name and password here, once:\n  ${address}/setup?code=${code}\n\n`,
    );
  }
  const stopClosing = closeDaysNowAndThen(services);
  const stopWarming = warmColumns(services);
  const stop = (): void => {
    stopClosing();
    stopWarming();
    void listening.stop().then(() => process.exit(0));
  };
  process.once("SIGTERM", stop);
  process.once("SIGINT", stop);
} catch (error) {
  process.stderr.write(`${sentence(error)}\n`);
  process.exit(error instanceof StoreIsNewer ? exitCodes.config : exitCodes.unavailable);
}

function configOrExit(): Config {
  try {
    return readConfig(process.env);
  } catch (error) {
    if (!(error instanceof ConfigFaults)) throw error;
    process.stderr.write(`${["Cannot start:", ...error.faults].join("\n  ")}\n`);
    process.exit(exitCodes.config);
  }
}

function sentence(error: unknown): string {
  return error instanceof Error ? error.message : "Cannot start";
}
