import { spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import { createServer, get, type IncomingMessage, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { afterAll, afterEach, beforeAll, describe, expect, test, vi } from "vitest";
import { createApp } from "../../../server/app.ts";
import { csvStream } from "../../../server/exports/csvStream.ts";
import type { ExportManifest } from "../../../server/exports/exportsApi.ts";
import { startApplication, type TestApplication } from "../../support/application.ts";
import { fieldStudy } from "../../support/fieldStudy.ts";
import { askForExport } from "../../support/takeExport.ts";

const rows = 200_000;
const words = "我最想知道的是口罩在哪里可以买到".repeat(4);

let application: TestApplication;
let cookie: string;
const servers: Server[] = [];

beforeAll(async () => {
  application = await startApplication();
  await fieldStudy(application.services, { elements: [{ type: "comment", name: "story" }] });
  ({ cookie } = await application.signIn());
});
afterEach(() => {
  for (const server of servers.splice(0)) server.close().closeAllConnections();
});
afterAll(() => application.close());

/** The same application with a study of many rows, whose cells are made by `cell`; gives the address of a file of it. */
async function fileOf(
  cell: (row: number) => string,
): Promise<{ file: string; manifest: () => Promise<ExportManifest> }> {
  const { services } = application;
  const begin = async () => {
    const order = Uint32Array.from({ length: rows }, (_, row) => row);
    const { stream, finish } = csvStream([{ header: "story", cell }], order, { flavour: "plain" });
    const begun = {
      screening: null,
      columns: 1,
      responsesInStudy: rows,
      asOf: new Date(0).toISOString(),
      questionnaireVersions: [1],
    };
    return { stream, begun, finish: () => ({ rows, ...finish() }) };
  };
  const server = createServer(createApp({ ...services, exporting: { ...services.exporting, begin } }));
  servers.push(server);
  await once(server.listen(0, "127.0.0.1"), "listening");
  const { export: id } = await askForExport(application, "flood");
  const path = `/api/studies/flood/exports/${id}`;
  return {
    file: `http://127.0.0.1:${(server.address() as AddressInfo).port}${path}/file`,
    async manifest() {
      const answer = await fetch(`${application.address}${path}`, { headers: { cookie } });
      return (await answer.json()) as ExportManifest;
    },
  };
}

const request = (file: string): Promise<IncomingMessage> =>
  new Promise((resolve, reject) => get(file, { headers: { cookie }, agent: false }, resolve).on("error", reject));

/** Cells of which one, far into the file, cannot be made. */
const failing = (row: number): string => {
  if (row === rows / 2) throw new RangeError("planted");
  return words;
};

describe("an export that breaks off", () => {
  test("ends without its last chunk, and its manifest says that it is broken", async () => {
    const { file, manifest } = await fileOf(failing);
    const response = await request(file);
    response.resume();
    await expect(once(response, "end")).rejects.toThrow("aborted");
    expect(response.statusCode).toBe(200);
    expect(response.complete).toBe(false);
    await vi.waitFor(async () => {
      expect(await manifest()).toMatchObject({ state: "broken", rows: null, sha256: null });
    });
  });

  test.skipIf(spawnSync("curl", ["--version"]).status !== 0)("makes curl end with exit code 18", async () => {
    const { file } = await fileOf(failing);
    const curl = spawn("curl", ["-sS", "-o", "/dev/null", "-H", `Cookie: ${cookie}`, file], { stdio: "ignore" });
    const [code] = (await once(curl, "exit")) as [number];
    expect(code).toBe(18);
  });

  test("is broken too when the reader leaves, and no more rows are made", async () => {
    let made = 0;
    const { file, manifest } = await fileOf(() => {
      made += 1;
      return words;
    });
    const response = await request(file);
    await once(response, "data");
    response.destroy();
    await vi.waitFor(async () => {
      expect(await manifest()).toMatchObject({ state: "broken", rows: null, sha256: null });
    });
    expect(made).toBeLessThan(rows / 2);
  });
});

describe("a slow reader", () => {
  test("holds the export back, and gets the whole file in the end", async () => {
    let made = 0;
    const { file, manifest } = await fileOf(() => {
      made += 1;
      return words;
    });
    const response = await request(file);
    response.pause();
    const madeWhileHeld = await settled(() => made);
    expect(madeWhileHeld).toBeLessThan(rows / 2);
    let bytes = 0;
    for await (const chunk of response) bytes += (chunk as Buffer).length;
    expect(response.complete).toBe(true);
    expect(bytes).toBe(Buffer.byteLength('"story"') + rows * (1 + Buffer.byteLength(words)));
    await vi.waitFor(async () => {
      expect(await manifest()).toMatchObject({ state: "complete", rows, bytes });
    });
  });
});

/** The value of a counter once it has stood still. */
async function settled(counter: () => number): Promise<number> {
  for (let before = -1; ;) {
    await new Promise((resolve) => setTimeout(resolve, 200));
    const now = counter();
    if (now === before && now > 0) return now;
    before = now;
  }
}
