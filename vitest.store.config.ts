import { defineConfig } from "vitest/config";

/** The store's conformance suite alone: against `MONGODB_URI` when it is set, else against the embedded store. */
export default defineConfig({
  test: {
    include: ["test/server/database/conformance/**/*.test.ts"],
    reporters: ["default", "./test/support/closingLine.ts"],
    env: { TZ: "UTC" },
    testTimeout: 120_000,
    hookTimeout: 120_000,
  },
});
