import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { startApplication, type TestApplication } from "../support/application.ts";
import { accessibilityFaults, chromiumPath, startBrowser } from "../support/browser.ts";
import { fieldStudy, keepResponses } from "../support/fieldStudy.ts";
import { researcherPage } from "../support/researcher.ts";

let application: TestApplication;
let browser: Browser;
let page: Page;

beforeAll(async () => {
  if (chromiumPath === null) return;
  application = await startApplication();
  const study = await fieldStudy(application.services, {
    elements: [
      {
        type: "dropdown",
        name: "county",
        title: { "zh-cn": "您在哪个区县？", en: "Which county?" },
        choices: [
          { value: "330602", text: { "zh-cn": "越城区", en: "Yuecheng" } },
          { value: "330603", text: { "zh-cn": "柯桥区", en: "Keqiao" } },
        ],
      },
    ],
  });
  await keepResponses(application.services, study, [{ answers: { county: "330602" } }]);
  browser = await startBrowser();
  page = await researcherPage(browser, application, { screen: "desktop", locale: "zh-CN" });
  await page.goto("/studies/flood/figures");
});

afterAll(async () => {
  if (chromiumPath === null) return;
  await browser.close();
  await application.close();
});

/** A feature a degree wide, `place` degrees to the east. */
const square = (properties: object, place: number) => ({
  type: "Feature",
  properties,
  geometry: {
    type: "Polygon",
    coordinates: [
      [
        [place, 30],
        [place + 1, 30],
        [place + 1, 31],
        [place, 31],
        [place, 30],
      ],
    ],
  },
});

async function choose(content: string): Promise<void> {
  const file = { name: "outline.geojson", mimeType: "application/geo+json", buffer: Buffer.from(content) };
  await page.getByLabel(/GeoJSON/).setInputFiles(file);
  await page.getByRole("button", { name: /^(?:预览|Preview)$/ }).click();
}

const collection = (...features: readonly object[]) => JSON.stringify({ type: "FeatureCollection", features });
const counties = collection(square({ code: "330602" }, 120), square({ code: 330603 }, 121));

describe.skipIf(chromiumPath === null)("whoever has an approved outline", () => {
  test("is told at the file what is wrong with it, in the language of the page", async () => {
    await page.getByText("地图轮廓").click();
    await page.getByLabel("审图号").fill("浙S");
    await choose("{");
    await page.getByText("这个文件不是 JSON").waitFor();
    await choose(collection(square({ code: "330602" }, 120), square({ name: "柯桥区" }, 121)));
    await page.getByText("features.1.properties.code", { exact: true }).waitFor();
    expect(await page.getByLabel("审图号").getAttribute("aria-invalid")).toBe("true");
    await page.getByRole("button", { name: "English" }).click();
    await choose(collection(square({ code: "330999" }, 120)));
    await page.getByText("Must be at least 4").waitFor();
    await page.getByLabel("Map approval number").fill("浙S(2026)1号");
    await choose(collection(square({ code: "330999" }, 120)));
    await page.getByText("No question of the study has this code").waitFor();
    expect(await accessibilityFaults(page)).toEqual([]);
  });

  test("sees maps as they would be before any of them is changed, and then puts it in use", async () => {
    await choose(counties);
    await page.getByText("all 2 regions are in it").waitFor();
    const map = page.getByRole("img", { name: /浙S\(2026\)1号/ });
    await map.waitFor();
    const picture = decodeURIComponent((await map.getAttribute("src")) ?? "");
    for (const text of ["Yuecheng", "Keqiao", "Map approval number: 浙S(2026)1号"]) expect(picture).toContain(text);
    expect(await page.getByText("none, maps are tiles").count()).toBe(1);
    await page.getByRole("button", { name: "Use it on maps" }).click();
    await page.getByText("In use on maps").waitFor();
    await page.getByText("map approval number 浙S(2026)1号").first().waitFor();
    expect(await accessibilityFaults(page)).toEqual([]);
  });

  test("replaces it by one that has only some of the regions, and is told whose maps stay tiles", async () => {
    await page.getByLabel("Map approval number").fill("浙S(2026)2号");
    await choose(collection(square({ code: "330603" }, 121)));
    await page.getByText("1 of 2 regions are not in it (Yuecheng); still tiles").waitFor();
    await page.getByRole("button", { name: "Use it on maps" }).click();
    await page.getByText("map approval number 浙S(2026)2号").first().waitFor();
    expect(await page.getByRole("img", { name: /浙S\(2026\)1号/ }).count()).toBe(0);
  });

  test("removes it once that is confirmed", async () => {
    await page.getByRole("button", { name: "Remove the outline" }).click();
    await page.getByText("Maps are tiles again").waitFor();
    await page.getByRole("dialog").getByRole("button", { name: "Remove the outline" }).click();
    await page.getByText("none, maps are tiles").waitFor();
    expect(await page.getByRole("img", { name: /浙S/ }).count()).toBe(0);
  });
});
