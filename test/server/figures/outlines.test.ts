import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { FigureFile, FigureSummary } from "../../../server/figures/figuresApi.ts";
import type { OutlineSummary } from "../../../server/figures/outlines/outlinesApi.ts";
import { startApplication, type TestApplication } from "../../support/application.ts";
import { send, type Sending } from "../../support/client.ts";
import { fieldStudy, keepResponses } from "../../support/fieldStudy.ts";
import { figureMaker, figureOf } from "../../support/figures.ts";

let application: TestApplication;
let maker: ReturnType<typeof figureMaker>;
let cookie = "";
let figure = "";

const counties = ["330602", "330603"];

beforeAll(async () => {
  application = await startApplication();
  ({ cookie } = await application.signIn());
  const study = await fieldStudy(application.services, {
    elements: [
      {
        type: "dropdown",
        name: "county",
        choices: [
          { value: "330602", text: "越城区" },
          { value: "330603", text: "柯桥区" },
        ],
      },
      { type: "radiogroup", name: "worried", choices: ["yes", "no"] },
    ],
  });
  await keepResponses(
    application.services,
    study,
    Array.from({ length: 240 }, (_, number) => ({
      answers: { county: counties[number % 2], worried: number % 3 === 0 ? "yes" : "no" },
    })),
  );
  maker = figureMaker(application.address, cookie);
  await maker.publish({ questions: ["worried", "county"] });
  const look = { kind: "tiles", request: { question: "worried", statistic: "share", codes: ["yes"], by: ["county"] } };
  ({ figure } = await maker.make(figureOf(look)));
  await maker.show(figure, "public");
}, 60_000);
afterAll(() => application.close());

const outline = (sending: Sending = {}) =>
  send(application.address, "/api/studies/flood/outline", { cookie, ...sending });
const put = (value: unknown) => outline({ method: "PUT", value });
const get = async (path: string): Promise<string> => (await send(application.address, path)).text;

/** A square of a degree with a lower left corner. */
const square = (code: string, [west, south]: readonly [number, number]) => ({
  type: "Feature",
  properties: { code, name: "<script>alert(1)</script>" },
  geometry: {
    type: "Polygon",
    coordinates: [
      [
        [west, south],
        [west + 1, south],
        [west + 1, south + 1],
        [west, south + 1],
        [west, south],
      ],
    ],
  },
});
const geojson = { type: "FeatureCollection", features: [square("330602", [120, 30]), square("330603", [121, 30])] };
const nameless = {
  ...geojson,
  features: [square("330602", [120, 30]), { ...square("330603", [121, 30]), properties: { name: "柯桥区" } }],
};
const paths = { "330602": "M0 0H50V50H0Z", "330603": "m50,0 l50,0 0,50 q-25,10 -50,0 z" };

describe("PUT /api/studies/:study/outline", () => {
  test("has maps drawn with an approved outline, and its number on each in every form", async () => {
    expect(await get(`/f/${figure}?lang=zh-CN`)).not.toContain("审图号");
    const { status, text } = await put({ approval: "浙S(2026)1号", outline: { geojson } });
    expect({ status, text }).toMatchObject({ status: 200 });
    expect(JSON.parse(text)).toMatchObject({ approval: "浙S(2026)1号", regions: counties, spots: 10 });
    expect(JSON.parse((await maker.at("")).text)).toMatchObject({ mapApproval: "浙S(2026)1号" });
    // Kept for a second at most.
    await expect.poll(() => get(`/f/${figure}/figure.csv?lang=zh-CN`), { timeout: 5000 }).toContain("浙S(2026)1号");
    expect(await get(`/f/${figure}?lang=zh-CN`)).toContain("审图号：浙S(2026)1号");
    // A degree of longitude is narrower than one of latitude by the cosine of 30.5 degrees.
    const { state } = JSON.parse(await get(`/f/${figure}/figure.json`)) as FigureFile;
    expect(state.editions.en.drawing).toMatchObject({
      kind: "tiles",
      outline: { approval: "浙S(2026)1号", heightPx: Math.ceil(500 / Math.cos((30.5 * Math.PI) / 180)) },
    });
    for (const format of ["png", "pdf"])
      expect((await send(application.address, `/f/${figure}/figure.${format}?density=1`)).status).toBe(200);
  });

  test("takes paths of an SVG too, and nothing of them but numbers", async () => {
    expect(JSON.parse((await put({ approval: "GS(2026)2号", outline: { paths } })).text)).toMatchObject({
      approval: "GS(2026)2号",
      // The larger is drawn first.
      regions: ["330603", "330602"],
    });
    for (const path of [
      'M0 0H9V9"><script>alert(1)</script>',
      "M0 0 A5 5 0 0 1 9 9Z",
      "L0 0",
      "M0 0 L1Z",
      "javascript:alert(1)",
    ]) {
      const { status, text } = await put({ approval: "GS(2026)2号", outline: { paths: { ...paths, "330603": path } } });
      expect({ path, status }).toEqual({ path, status: 400 });
      expect(text).toContain('"field":"outline.paths.330603"');
    }
  });

  test("names what it cannot use", async () => {
    for (const [field, value] of [
      ["approval", { approval: " ", outline: { paths } }],
      ["outline", { approval: "GS(2026)2号" }],
      ["outline", { approval: "GS(2026)2号", outline: { paths: {} } }],
      ["outline.330604", { approval: "GS(2026)2号", outline: { paths: { ...paths, "330604": "M0 0H9V9Z" } } }],
      ["outline", { approval: "GS(2026)2号", outline: { paths: { "330602": "M0 0H5Z" } } }],
      ["outline.geojson.features", { approval: "GS(2026)2号", outline: { geojson: { ...geojson, features: [] } } }],
      ["outline.geojson.features.1.properties.code", { approval: "GS(2026)2号", outline: { geojson: nameless } }],
      ["outline", { approval: "GS(2026)2号", outline: { geojson, paths } }],
    ] as const) {
      const { status, text } = await put(value);
      expect({ field, status }).toEqual({ field, status: 400 });
      expect(text).toContain(`"field":"${field}`);
    }
    const large = { approval: "GS(2026)2号", outline: { paths: { "330602": `M${"0 0 ".repeat(1_200_000)}` } } };
    expect((await put(large)).status).toBe(413);
  });

  test("escapes the number that is printed", async () => {
    await put({ approval: "</svg><script>", outline: { paths } });
    await expect.poll(() => get(`/f/${figure}/figure.csv`), { timeout: 5000 }).toContain("</svg>");
    expect(await get(`/f/${figure}/embed`)).not.toContain("</svg><script>");
  });
});

describe("POST /api/studies/:study/outline/preview", () => {
  test("answers as PUT would, with the lines to be drawn, and keeps nothing", async () => {
    await put({ approval: "浙S(2026)4号", outline: { geojson } });
    const kept = (await outline()).text;
    const preview = (value: unknown) =>
      send(application.address, "/api/studies/flood/outline/preview", { method: "POST", cookie, value });
    // A quadratic curve rises to half the height of its middle point: 55 of 100 are 550 of 1000.
    const shown = JSON.parse((await preview({ approval: "浙S(2026)5号", outline: { paths } })).text) as OutlineSummary;
    expect(shown).toMatchObject({ approval: "浙S(2026)5号", outline: { approval: "浙S(2026)5号", heightPx: 550 } });
    expect(shown.outline.regions.map(({ code }) => code)).toEqual(shown.regions);
    expect((await preview({ approval: "浙S(2026)5号", outline: { geojson: nameless } })).status).toBe(400);
    expect((await outline()).text).toBe(kept);
  });
});

describe("DELETE /api/studies/:study/outline", () => {
  test("has maps drawn as tiles again, while what was frozen stays", async () => {
    await put({ approval: "浙S(2026)3号", outline: { geojson } });
    await expect.poll(() => get(`/f/${figure}/figure.csv`), { timeout: 5000 }).toContain("浙S(2026)3号");
    await maker.at(`/${figure}/frozen`, { method: "POST" });
    expect(JSON.parse((await outline()).text)).toMatchObject({ approval: "浙S(2026)3号" });
    expect((await outline({ method: "DELETE" })).status).toBe(204);
    expect((await outline()).status).toBe(404);
    await expect.poll(() => get(`/f/${figure}/figure.csv`), { timeout: 5000 }).not.toContain("浙S(2026)3号");
    expect(await get(`/f/${figure}/frozen/1/figure.csv`)).toContain("浙S(2026)3号");
    const { figures } = JSON.parse((await maker.at("")).text) as { figures: FigureSummary[] };
    expect(figures).toHaveLength(1);
  });
});
