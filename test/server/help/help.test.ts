import { readdirSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { helpAddress, methodPages, type MethodPage } from "../../../client/workbench/parts/result/methodPages.ts";
import { startApplication, type TestApplication } from "../../support/application.ts";
import { send } from "../../support/client.ts";

let application: TestApplication;
beforeAll(async () => {
  application = await startApplication();
});
afterAll(() => application.close());

const read = (path: string, language = "en") =>
  send(application.address, path, { headers: { "Accept-Language": language } });

describe("GET /help/methods/:page", () => {
  test("shows a page of the documents as HTML that runs and loads nothing but its styles", async () => {
    const { status, headers, text } = await read("/help/methods/share-intervals");
    expect(status).toBe(200);
    expect(headers.get("content-type")).toBe("text/html; charset=utf-8");
    expect(headers.get("content-security-policy")).toBe(
      "default-src 'none'; style-src 'self'; img-src data:; form-action 'none'; base-uri 'none'; frame-ancestors 'none'",
    );
    expect(text).toContain("<h1>Intervals of shares, and whether a share may be shown</h1>");
    expect(text).toContain("<strong>What it answers.</strong>");
    expect(text).not.toContain("<script");
    const [, style = ""] = /<link rel="stylesheet" href="([^"]+)"/.exec(text) ?? [];
    expect((await read(style)).status).toBe(200);
  });

  test("begins with a summary in Chinese for who reads Chinese", async () => {
    const { text } = await read("/help/methods/share-intervals", "zh-CN");
    expect(text).toMatch(/<h1>比例的区间，以及能否展示<\/h1>\s*<p class="help-summary" lang="zh-CN">默认使用/);
    expect((await read("/help/methods/share-intervals?lang=zh-CN")).text).toContain("help-summary");
    expect((await read("/help/methods/share-intervals")).text).not.toContain("help-summary");
  });

  test("leads to other pages where they are served, and has only words for documents that are not", async () => {
    expect((await read("/help/methods/weighting")).text).toContain('href="/help/weighting?lang=en"');
    const { text } = await read("/help/weighting");
    expect(text).toContain('href="/help/methods/weighting?lang=en"');
    expect(text).not.toContain('.md"');
  });

  test("has every page of methods, and every page that a result names", async () => {
    const folder = fileURLToPath(new URL("../../../docs/methods/", import.meta.url));
    const methods = readdirSync(folder).map((file) => `/help/methods/${file.replace(/\.md$/, "")}`);
    const named = (Object.keys(methodPages) as MethodPage[]).map(helpAddress);
    for (const path of [...methods, ...named])
      expect({ path, status: (await read(path)).status }).toEqual({ path, status: 200 });
    const { text } = await read("/help/methods");
    for (const path of methods) expect(text).toContain(`href="${path}?lang=en"`);
  });

  test.each(["/help/methods/nothing", "/help/style", "/help/methods/..%2Fstyle", "/help/constructor"])(
    "has nothing at %s",
    async (path) => {
      expect((await read(path)).status).toBe(404);
    },
  );
});
