import { readConfig } from "../../server/config.ts";
import { createLog, createServices, type Services } from "../../server/services.ts";

/** Opens the same store as the service would, from the environment; a running service's store is joined. */
export async function openServices(dataDirectory?: string): Promise<Services> {
  const given = dataDirectory === undefined ? {} : { DATA_DIRECTORY: dataDirectory };
  const config = readConfig({ LOG_LEVEL: "warn", ...process.env, ...given });
  return createServices(config, { clock: () => new Date(), log: createLog(config) });
}
