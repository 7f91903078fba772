import { describe, expect, test } from "vitest";
import { ConfigFaults, readConfig } from "../../server/config.ts";

describe("readConfig()", () => {
  test("needs nothing", () => {
    expect(readConfig({})).toMatchObject({ PORT: 8080, HOST: "127.0.0.1", DATA_DIRECTORY: "data" });
  });

  test("takes an empty variable for one that is not set", () => {
    expect(readConfig({ MONGODB_URI: "" }).MONGODB_URI).toBeUndefined();
  });

  test("reports every fault at once, by the name of the variable", () => {
    const read = () => readConfig({ PORT: "eighty", PUBLIC_ADDRESS: "not an address", LOG_LEVEL: "loud" });
    expect(read).toThrow(ConfigFaults);
    expect(read).toThrow(/PORT.*PUBLIC_ADDRESS.*LOG_LEVEL/s);
  });
});
