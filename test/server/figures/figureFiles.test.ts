import { createCanvas, loadImage } from "@napi-rs/canvas";
import Papa from "papaparse";
import request from "supertest";
import { brotliCompressSync } from "node:zlib";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { FigureFile } from "../../../server/figures/figuresApi.ts";
import { startApplication, type TestApplication } from "../../support/application.ts";
import { send } from "../../support/client.ts";
import { dangersIn } from "../../support/dangers.ts";
import { figureMaker, figureOf, figureStudy } from "../../support/figures.ts";
import { hostileTexts } from "../../support/hostileTexts.ts";

let application: TestApplication;
let maker: ReturnType<typeof figureMaker>;
let figure = "";

const looks = [
  { kind: "bars", request: { question: "worried" } },
  { kind: "likert", request: { question: "open" } },
  { kind: "trend", request: { question: "worried", every: "7-days" } },
  { kind: "dots", request: { question: "worried", statistic: "share", codes: ["yes"], by: ["town"] } },
  { kind: "heat", request: { question: "open", by: ["town"] } },
  {
    kind: "slope",
    request: { question: "worried" },
    periods: [
      { from: "2026-02-23", to: "2026-02-24" },
      { from: "2026-03-02", to: "2026-03-03" },
    ],
  },
  { kind: "multiples", request: { question: "worried", by: ["town"], every: "week" } },
  {
    kind: "rumours",
    claims: [
      {
        label: { "zh-CN": "说法", en: "A claim" },
        heard: { kind: "code", variable: "worried", codes: ["yes"] },
        believed: { kind: "code", variable: "open.local", codes: ["very"] },
      },
    ],
  },
];

beforeAll(async () => {
  application = await startApplication();
  const { cookie } = await application.signIn();
  await figureStudy(application.services);
  maker = figureMaker(application.address, cookie);
  await maker.publish({ questions: ["worried", "town", "open"], embedders: ["https://news.example"] });
  figure = (await maker.make(figureOf())).figure;
  await maker.show(figure, "public");
}, 60_000);
afterAll(() => application.close());

const get = (path: string) => send(application.address, path);
const bytesOf = async (path: string): Promise<Buffer> =>
  (await request(application.address).get(path).responseType("blob")).body as Buffer;

describe("GET /f/:figure/figure.svg", () => {
  test("is real type in a view box with a title and a description", async () => {
    const { text, headers } = await get(`/f/${figure}/figure.svg?lang=zh-CN&width=640`).then(async (received) => ({
      ...received,
      text: (await bytesOf(`/f/${figure}/figure.svg?lang=zh-CN&width=640`)).toString("utf8"),
    }));
    expect(headers.get("content-type")).toContain("image/svg+xml");
    expect(text).toMatch(/viewBox="0 0 640 \d+"/);
    expect(text).toMatch(/<text [^>]*>担心<\/text>/);
    expect(text).toContain("<desc>条形图：担心的人");
    expect(text).toContain("n = 440");
  });

  test("is drawn of every kind, in both languages, light and dark, wide and narrow", async () => {
    for (const look of looks) {
      const made = await maker.make(figureOf(look));
      for (const query of ["lang=en&width=320&theme=dark", "lang=zh-CN&width=1200"]) {
        const path = `/api/studies/flood/figures/${made.figure}/file/figure.svg?${query}`;
        const { cookie } = await application.signIn();
        const { status, headers } = await send(application.address, path, { cookie });
        expect({ kind: look.kind, status }).toEqual({ kind: look.kind, status: 200 });
        expect(headers.get("content-type")).toContain("svg");
      }
    }
  });
});

describe("GET /f/:figure/figure.png", () => {
  test("has the width and density that were asked for, and more than one colour", async () => {
    const image = await loadImage(await bytesOf(`/f/${figure}/figure.png?width=500&density=1.5`));
    expect(image.width).toBe(750);
    const canvas = createCanvas(image.width, image.height);
    const context = canvas.getContext("2d");
    context.drawImage(image, 0, 0);
    const { data } = context.getImageData(0, 0, image.width, image.height);
    const colours = new Set<number>();
    for (let at = 0; at < data.length; at += 4)
      colours.add(((data[at] ?? 0) << 16) | ((data[at + 1] ?? 0) << 8) | (data[at + 2] ?? 0));
    // The bars' colour, the paper, and type in between.
    expect(colours.has(0x3b9a97)).toBe(true);
    expect(colours.has(0xffffff)).toBe(true);
    expect(colours.size).toBeGreaterThan(20);
  });

  test("is the same bytes each time", async () => {
    const [one, other] = await Promise.all([1, 2].map(() => bytesOf(`/f/${figure}/figure.png?width=400&density=1`)));
    expect(one?.equals(other ?? Buffer.alloc(0))).toBe(true);
  });
});

describe("the other forms of a figure", () => {
  test("PDF has embedded type", async () => {
    const pdf = await bytesOf(`/f/${figure}/figure.pdf?lang=zh-CN`);
    expect(pdf.subarray(0, 5).toString()).toBe("%PDF-");
    expect(pdf.toString("latin1")).toMatch(/\/FontFile[23]/);
    expect(pdf.length).toBeLessThan(200_000);
  });

  test("CSV has a byte order mark, a row a number and the methods beside each", async () => {
    const text = (await bytesOf(`/f/${figure}/figure.csv?lang=en`)).toString("utf8");
    expect(text.startsWith("\ufeff")).toBe(true);
    const { data } = Papa.parse<Record<string, string>>(text.slice(1), { header: true, skipEmptyLines: true });
    expect(data.map((row) => row["Estimate"])).toEqual(["0.364", "0.636"]);
    expect(data[0]).toMatchObject({ Weighting: "Unweighted", "Question wording": "Are you worried?" });
  });

  test("JSON holds the drawing as data in both languages", async () => {
    const file = JSON.parse((await get(`/f/${figure}/figure.json`)).text) as FigureFile;
    expect(file.state.editions.en.drawing).toMatchObject({ kind: "bars", unit: "share", n: 440 });
    expect(file.state.editions["zh-CN"].drawing).toMatchObject({ places: [{ label: "担心" }, { label: "不担心" }] });
  });

  test("sizes and forms that there are not are refused by name", async () => {
    for (const [path, field] of [
      ["figure.png?width=0", "width"],
      ["figure.png?width=100000", "width"],
      ["figure.png?density=100000", "density"],
      ["figure.png?density=NaN", "density"],
      ["figure.svg?theme=pink", "theme"],
      ["figure.svg?colour=red", "colour"],
      ["figure.gif", "format"],
      ["figure.", "format"],
    ] as const) {
      const { status, text } = await get(`/f/${figure}/${path}`);
      expect({ path, status }).toEqual({ path, status: 400 });
      expect(text).toContain(`"field":"${field}"`);
    }
    for (const path of [
      "/f/",
      "/f/../../etc/passwd",
      "/f/%00",
      `/f/${figure}/frozen/0`,
      `/f/${figure}/frozen/99999999999`,
    ])
      expect((await get(path)).status).toBe(404);
  });
});

describe("GET /f/:figure/embed", () => {
  test("may be framed by the study's list alone, sets no cookie and is small", async () => {
    const { status, headers, text } = await get(`/f/${figure}/embed?lang=en`);
    expect(status).toBe(200);
    expect(headers.get("content-security-policy")).toContain("frame-ancestors 'self' https://news.example");
    expect(headers.get("x-frame-options")).toBeNull();
    expect(headers.get("set-cookie")).toBeNull();
    expect(brotliCompressSync(text).length).toBeLessThan(80 * 1024);
    expect(text.match(/<svg /g)).toHaveLength(4);
    // No page but an embed may be framed.
    expect((await get(`/f/${figure}`)).headers.get("content-security-policy")).toContain("frame-ancestors 'none'");
  });

  test("is compressed, and not sent again to who has it", async () => {
    const address = `${application.address}/f/${figure}/embed?lang=en`;
    const first = await fetch(address, { headers: { "Accept-Encoding": "br" } });
    expect(first.headers.get("content-encoding")).toBe("br");
    const [, nonce = ""] = /script-src 'nonce-([^']+)'/.exec(first.headers.get("content-security-policy") ?? "") ?? [];
    expect(await first.text()).toContain(`<script nonce="${nonce}">`);
    const etag = first.headers.get("etag") ?? "";
    // Not by fetch, which asks caches not to use what they have.
    const again = request(application.address).get(`/f/${figure}/embed?lang=en`);
    expect((await again.set("Accept-Encoding", "br").set("If-None-Match", etag)).status).toBe(304);
  });

  test("is told of by oEmbed, which the figure's page leads to", async () => {
    const page = await get(`/f/${figure}?lang=en`);
    const [, found = ""] = /type="application\/json\+oembed" href="([^"]*)"/.exec(page.text) ?? [];
    const { pathname, search } = new URL(found.replaceAll("&amp;", "&"));
    const told = JSON.parse((await get(pathname + search)).text) as Record<string, unknown>;
    expect(told).toMatchObject({ version: "1.0", type: "rich", title: "Who is worried", width: 720 });
    expect(told["html"]).toContain(
      `<iframe class="dingxin-figure" src="${application.address}/f/${figure}/embed?lang=en"`,
    );
    expect((await get("/embed.js")).text).toContain("dingxinFigure");
    for (const url of ["https://other.example/f/2222222222222222", `${application.address}/studies`])
      expect((await get(`/oembed?url=${encodeURIComponent(url)}`)).status).toBe(404);
    expect((await get(`${pathname}${search.replace("format=json", "format=xml")}`)).status).toBe(400);
  });
});

describe("hostile titles, headlines and notes", () => {
  test("are text on the page, in the embed, in pictures and files", async () => {
    for (const [place, text] of hostileTexts.entries()) {
      const both = { "zh-CN": text.slice(0, 110), en: text.slice(0, 110) };
      const answer = await maker.at("", {
        method: "POST",
        value: figureOf(undefined, { title: both, headline: both, note: both }),
      });
      if (answer.status === 400) continue;
      expect({ text, status: answer.status }).toEqual({ text, status: 201 });
      const { figure: made } = JSON.parse(answer.text) as { figure: string };
      await maker.show(made, "public");
      for (const rest of ["?lang=en", "/embed?lang=en"]) {
        const { status, text: page } = await get(`/f/${made}${rest}`);
        expect({ text, rest, status }).toEqual({ text, rest, status: 200 });
        expect({ text, found: dangersIn(page) }).toEqual({ text, found: [] });
      }
      const svg = (await bytesOf(`/f/${made}/figure.svg`)).toString("utf8");
      expect({ text, found: dangersIn(svg) }).toEqual({ text, found: [] });
      // Painting takes its time: every fifth text is enough of it.
      for (const format of place % 5 === 0 ? ["png", "pdf", "csv", "json"] : ["csv", "json"])
        expect((await get(`/f/${made}/figure.${format}?density=1&width=400`)).status).toBe(200);
    }
  }, 120_000);
});
