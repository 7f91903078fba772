import type { Page } from "playwright-core";
import { chromiumPath, openWindow, startBrowser } from "../../test/support/browser.ts";
import { figure, heading, median, shown } from "./report.ts";
import { startServer } from "./serverProcess.ts";
import type { Subject } from "./subject.ts";

/** A phone on a bad line: 400 kbit/s, 400 ms there and back, a processor four times slower. */
const line = { offline: false, latency: 400, downloadThroughput: 50_000, uploadThroughput: 50_000 };
const slowdown = 4;

/** How long until the first question can be answered on a slow phone, and what came over the line until then. */
export async function benchPage({ dataDirectory, study }: Subject, rounds: number): Promise<void> {
  heading("First page on a phone: 400 kbit/s, 400 ms round trip, processor 4 times slower");
  if (chromiumPath === null) {
    figure("no Chromium on this machine", "left out");
    return;
  }
  const server = await startServer("server/main.ts", { DATA_DIRECTORY: dataDirectory });
  const browser = await startBrowser();
  try {
    const opened: { milliseconds: number; bytes: number; allBytes: number }[] = [];
    for (let round = 0; round < rounds; round++) {
      const window = await openWindow(browser, { screen: "phone", locale: "zh-CN" });
      opened.push(await openFirstPage(await window.newPage(), `${server.address}/s/${study}`));
      await window.close();
    }
    const of = (part: keyof (typeof opened)[number]): number => median(opened.map((one) => one[part]));
    figure("first question answered", shown(of("milliseconds"), "ms"), `${shown(of("bytes") / 1000)} kB by then`);
    figure("everything there", shown(of("allBytes") / 1000, "kB"));
  } finally {
    await browser.close();
    await server.stop();
  }
}

async function openFirstPage(
  page: Page,
  address: string,
): Promise<{ milliseconds: number; bytes: number; allBytes: number }> {
  const session = await page.context().newCDPSession(page);
  let received = 0;
  session.on("Network.dataReceived", ({ encodedDataLength }) => (received += encodedDataLength));
  session.on("Network.responseReceived", ({ response }) => (received += response.encodedDataLength));
  await session.send("Network.enable");
  await session.send("Network.emulateNetworkConditions", line);
  await session.send("Emulation.setCPUThrottlingRate", { rate: slowdown });
  const began = performance.now();
  await page.goto(address, { waitUntil: "commit" });
  await page.locator("input[type=radio]").first().check();
  const milliseconds = performance.now() - began;
  const bytes = received;
  await page.waitForLoadState("networkidle");
  return { milliseconds, bytes, allBytes: received };
}
