import { randomUUID } from "node:crypto";
import { once } from "node:events";
import { readdir } from "node:fs/promises";
import { request, type ClientRequest, type IncomingMessage } from "node:http";
import { connect } from "node:net";
import { describe, expect, test } from "vitest";
import { bodyOf, crowd, responsesKept } from "../support/respondents.ts";
import { dataDirectory, fieldIn, inStore, startService } from "../support/serviceProcess.ts";

const patience = { timeout: 180_000 };

describe("a service that is asked to stop", () => {
  test(
    "answers the requests under way, takes no new ones, and leaves a whole store in one file",
    patience,
    async () => {
      const directory = await dataDirectory();
      await fieldIn(directory);
      const service = await startService(directory);
      const underWay = await Promise.all(Array.from({ length: 32 }, () => begin(service.address)));

      const ended = service.end("SIGTERM");
      await expect.poll(() => takesConnections(service.address), { timeout: 20_000 }).toBe(false);
      const statuses = await Promise.all(underWay.map(({ finish }) => finish()));
      expect(statuses).toEqual(underWay.map(() => 201));
      expect((await ended).code).toBe(0);

      expect(await readdir(directory)).toEqual(["dingxin.sqlite"]);
      const kept = await inStore(directory, responsesKept);
      expect(kept.map(({ submissionKey }) => submissionKey).sort()).toEqual(underWay.map(({ key }) => key).sort());
    },
  );

  test("among 32 respondents has stored the answers of each receipt that it gave", patience, async () => {
    const directory = await dataDirectory();
    await fieldIn(directory);
    const service = await startService(directory);
    const stopped: ReturnType<typeof service.end>[] = [];
    const sent = await crowd(service.address, 32, (receipts) => {
      if (receipts === 200) stopped.push(service.end("SIGTERM"));
    });
    expect((await Promise.all(stopped)).map(({ code }) => code)).toEqual([0]);
    const kept = (await inStore(directory, responsesKept)).map(({ submissionKey }) => submissionKey);
    expect(kept).toHaveLength(new Set(kept).size);
    const given = [...sent].filter(([, receipt]) => receipt !== null).map(([key]) => key);
    expect(given.filter((key) => !kept.includes(key))).toEqual([]);
    expect(kept.filter((key) => !sent.has(key))).toEqual([]);
  });
});

/** Answers whose head the service has read and whose body it still waits for. */
async function begin(address: string): Promise<{ key: string; finish: () => Promise<number | undefined> }> {
  const key = randomUUID();
  const sending: ClientRequest = request(`${address}/api/studies/flood/responses`, {
    method: "POST",
    agent: false,
    headers: {
      "Content-Type": "application/json",
      "Content-Length": Buffer.byteLength(bodyOf(key)),
      Expect: "100-continue",
    },
  });
  sending.flushHeaders();
  await once(sending, "continue");
  return {
    key,
    async finish() {
      sending.end(bodyOf(key));
      const [reply] = (await once(sending, "response")) as [IncomingMessage];
      reply.resume();
      return reply.statusCode;
    },
  };
}

function takesConnections(address: string): Promise<boolean> {
  const { hostname, port } = new URL(address);
  return new Promise((resolve) => {
    const socket = connect(Number(port), hostname);
    socket.once("connect", () => {
      socket.destroy();
      resolve(true);
    });
    socket.once("error", () => {
      resolve(false);
    });
  });
}
