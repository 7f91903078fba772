import type { Command } from "./command.ts";

/** The wire version announced: what a MongoDB 7.0 speaks. Sessions are not announced, so no driver asks for them. */
const wireVersion = 21;

const hello: Command = () => ({
  document: {
    ismaster: true,
    isWritablePrimary: true,
    helloOk: true,
    maxBsonObjectSize: 16_777_216,
    maxMessageSizeBytes: 48_000_000,
    maxWriteBatchSize: 100_000,
    localTime: new Date(),
    minWireVersion: 0,
    maxWireVersion: wireVersion,
    readOnly: false,
    ok: 1,
  },
});

const fine: Command = () => ({ document: { ok: 1 } });

/** What a driver asks before and after its work. */
export const greetings: Readonly<Record<string, Command>> = {
  hello,
  isMaster: hello,
  ismaster: hello,
  ping: fine,
  endSessions: fine,
  buildInfo: () => ({
    document: { version: "7.0.0", versionArray: [7, 0, 0, 0], modules: [], storageEngines: ["sqlite"], ok: 1 },
  }),
  buildinfo: () => ({ document: { version: "7.0.0", versionArray: [7, 0, 0, 0], ok: 1 } }),
  connectionStatus: () => ({ document: { authInfo: { authenticatedUsers: [], authenticatedUserRoles: [] }, ok: 1 } }),
  getParameter: () => ({ document: { featureCompatibilityVersion: { version: "7.0" }, ok: 1 } }),
};
