import { z } from "zod";

const wholeNumber = (fallback: number, minimum = 0) => z.coerce.number().int().min(minimum).default(fallback);

/** Every setting of the service: its environment variable, default and meaning. README.md prints this table. */
export const settings = z.object({
  PORT: wholeNumber(8080).describe("Port to listen on; 0 for any free one"),
  HOST: z.string().default("127.0.0.1").describe("Address to listen on; 0.0.0.0 for every interface"),
  PUBLIC_ADDRESS: z
    .url()
    .optional()
    .describe("Address people use to reach this service, for links; needed behind a proxy"),
  MONGODB_URI: z.string().optional().describe("A MongoDB to keep everything in; the embedded store when not set"),
  DATA_DIRECTORY: z.string().default("data").describe("Where the embedded store keeps its file"),
  LOG_LEVEL: z.enum(["fatal", "error", "warn", "info", "debug", "silent"]).default("info").describe("How much to log"),
  TRUSTED_PROXIES: wholeNumber(0).describe(
    "How many proxies stand in front and may be believed about the caller's address",
  ),
  SUBMISSIONS_PER_MINUTE: wholeNumber(10, 1).describe(
    "Answers from one network address in a minute before further ones are kept with the flag burst; none is refused for it",
  ),
  SIGN_INS_PER_MINUTE: wholeNumber(10, 1).describe(
    "Sign-in attempts from one network address in a minute before it has to wait",
  ),
  CHECKS_PER_MINUTE: wholeNumber(20, 1).describe(
    "Articles from one network address in a minute that the page of checks takes before it has to wait",
  ),
});

/** The service's settings after the check. */
export type Config = z.infer<typeof settings>;

/** Thrown when the environment cannot be used; `faults` has one line a setting. */
export class ConfigFaults extends Error {
  readonly faults: readonly string[];

  constructor(faults: readonly string[]) {
    super(`Cannot start: ${faults.join("; ")}`);
    this.faults = faults;
  }
}

/**
 * Reads the settings from an environment.
 *
 * @throws {ConfigFaults} naming every setting that is wrong, not only the first.
 */
export function readConfig(environment: Readonly<Record<string, string | undefined>>): Config {
  const given = Object.fromEntries(
    Object.entries(environment).filter(([, value]) => value !== undefined && value !== ""),
  );
  const outcome = settings.safeParse(given);
  if (outcome.success) return outcome.data;
  throw new ConfigFaults(outcome.error.issues.map((issue) => `${issue.path.join(".")}: ${issue.message}`));
}
