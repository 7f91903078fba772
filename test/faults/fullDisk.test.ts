import { randomUUID } from "node:crypto";
import { describe, expect, onTestFinished, test } from "vitest";
import { startApplication } from "../support/application.ts";
import { send } from "../support/client.ts";
import { respond, responsesKept, type Sent } from "../support/respondents.ts";
import { fieldIn, inStore, startService } from "../support/serviceProcess.ts";
import { canMount, smallDisk } from "../support/smallDisk.ts";

const patience = { timeout: 180_000 };
const disk = { bytes: 8_388_608, left: 524_288 };
/** Letters in an answer: some hundred of them fill what is left of the disk. */
const letters = 3_000;

describe.skipIf(!canMount)("a service whose disk is full", () => {
  test("says that nothing was kept, can be read, and takes answers again once there is room", patience, async () => {
    const small = smallDisk(disk.bytes);
    await fieldIn(small.directory);
    const before = await startService(small.directory);
    await small.fillUpTo(disk.left);
    const sent = await sendUntilRefused(before.address);
    expect([...sent.values()].filter((receipt) => receipt !== null).length).toBeGreaterThan(20);
    await expectToBeReadable(before.address);
    await small.free();
    const first = await sentAgain(before.address, sent);

    await small.fillUpTo(0);
    const more = await sendUntilRefused(before.address);
    await before.end("SIGKILL");
    const after = await startService(small.directory);
    await expectToBeReadable(after.address);
    await small.free();
    const all = new Map([...(await sentAgain(after.address, first)), ...(await sentAgain(after.address, more))]);

    expect((await after.end("SIGTERM")).code).toBe(0);
    const kept = await inStore(small.directory, responsesKept);
    expect(kept.map(({ submissionKey }) => submissionKey).sort()).toEqual([...all.keys()].sort());
  });

  test("lets a researcher read whose session is due to be prolonged", async () => {
    const small = smallDisk(disk.bytes);
    await fieldIn(small.directory);
    let now = new Date();
    const application = await startApplication({
      environment: { DATA_DIRECTORY: small.directory, MONGODB_URI: "" },
      clock: () => now,
    });
    onTestFinished(() => application.close());
    const { cookie } = await application.signIn();
    await small.fillUpTo(0);
    await sendUntilRefused(application.address, 1);
    now = new Date(now.getTime() + 2 * 3_600_000);
    const studies = await send(application.address, "/api/studies", { cookie });
    expect(studies.status).toBe(200);
  });
});

/** Has people send answers until each of them was refused; gives the receipts by submission key, `null` for a refusal. */
async function sendUntilRefused(address: string, length = letters): Promise<Sent> {
  const sent: Sent = new Map();
  const person = async (): Promise<void> => {
    for (;;) {
      const key = randomUUID();
      const told = await respond(address, key, length);
      sent.set(key, told.receipt);
      if (told.status === 201) continue;
      expect([503, 507]).toContain(told.status);
      expect(told.headers.get("Content-Type")).toContain("application/problem+json");
      expect(Number(told.headers.get("Retry-After"))).toBeGreaterThan(0);
      expect(told.body).toMatch(/urn:dingxin:problem:store-(full|unavailable)/);
      return;
    }
  };
  await Promise.all(Array.from({ length: 8 }, person));
  return sent;
}

async function expectToBeReadable(address: string): Promise<void> {
  for (const path of ["/health", "/health/ready", "/s/flood", "/api/studies/flood/questionnaire"])
    expect({ path, status: (await send(address, path)).status }).toEqual({ path, status: 200 });
}

/** Sends everything again: what had a receipt gets the same, and what was refused is taken now. Gives all receipts. */
async function sentAgain(address: string, sent: Sent): Promise<Sent> {
  const again: Sent = new Map();
  for (const [key, receipt] of sent) {
    const told = await respond(address, key, letters);
    expect(told.status).toBe(receipt === null ? 201 : 200);
    expect(told.receipt).toBe(receipt ?? told.receipt);
    again.set(key, told.receipt);
  }
  return again;
}
