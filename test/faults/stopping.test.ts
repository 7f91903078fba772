import { randomUUID } from "node:crypto";
import { once } from "node:events";
import { readdir } from "node:fs/promises";
import { request, type ClientRequest, type IncomingMessage } from "node:http";
import { connect } from "node:net";
import { describe, expect, test } from "vitest";
import { bodyOf, crowd, respond, responsesKept } from "../support/respondents.ts";
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

  test("among 32 respondents has stored each receipt's answers when it starts again", patience, async () => {
    const directory = await dataDirectory();
    await fieldIn(directory);
    const before = await startService(directory);
    const stopped: ReturnType<typeof before.end>[] = [];
    const sent = await crowd(before.address, 32, (receipts) => {
      if (receipts === 200) stopped.push(before.end("SIGTERM"));
    });
    expect((await Promise.all(stopped)).map(({ code }) => code)).toEqual([0]);

    const after = await startService(directory);
    for (const [key, receipt] of sent) {
      const told = await respond(after.address, key);
      expect(told.receipt).toBe(receipt ?? told.receipt);
      expect(receipt === null ? [200, 201] : [200]).toContain(told.status);
    }
    await after.end("SIGTERM");
    expect(await inStore(directory, responsesKept)).toHaveLength(sent.size);
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
