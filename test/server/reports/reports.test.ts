import { loadImage } from "@napi-rs/canvas";
import { Parser } from "htmlparser2";
import request from "supertest";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { ReportList, ReportMade } from "../../../server/reports/reportsApi.ts";
import { startApplication, type TestApplication } from "../../support/application.ts";
import { claimMaker } from "../../support/claims.ts";
import { send, type Received, type Sending } from "../../support/client.ts";
import { figureMaker, figureOf } from "../../support/figures.ts";
import { hostileTexts } from "../../support/hostileTexts.ts";
import { lastDayOfReports, reportStudy } from "../../support/reports.ts";
import { unzipped } from "../../support/unzipped.ts";

let application: TestApplication;
let cookie = "";
let maker: ReturnType<typeof figureMaker>;
let figure = "";

const reports = "/api/studies/flood/reports";

beforeAll(async () => {
  application = await startApplication();
  ({ cookie } = await application.signIn());
  await reportStudy(application.services);
  maker = figureMaker(application.address, cookie);
  ({ figure } = await maker.make(figureOf()));
}, 60_000);
afterAll(() => application.close());

const at = (path: string, sending: Sending = {}): Promise<Received> =>
  send(application.address, `${reports}${path}`, { cookie, ...sending });

async function bytesOf(path: string): Promise<Buffer> {
  const answer = await request(application.address).get(`${reports}${path}`).set("Cookie", cookie).responseType("blob");
  if (answer.status !== 200) throw new Error(`${answer.status} ${String(answer.body)}`);
  return answer.body as Buffer;
}

const versions = new Map<string, number>();
/** Keeps a template called `own` in place of the last one. */
async function keep(markdown: string, template = "own"): Promise<Received> {
  const version = versions.get(template) ?? 0;
  const kept = await at(`/${template}`, { method: "PUT", value: { title: "Own", markdown, version } });
  if (kept.status === 200) versions.set(template, version + 1);
  return kept;
}

/** The names of a page's elements and its text. */
function read(html: string): { elements: string[]; attributes: string[]; text: string } {
  const found = { elements: [] as string[], attributes: [] as string[], text: "" };
  const parser = new Parser({
    onopentag(name, attributes) {
      found.elements.push(name);
      found.attributes.push(...Object.keys(attributes));
    },
    ontext(text) {
      found.text += text;
    },
  });
  parser.end(html);
  return { ...found, text: found.text.replaceAll(/[\s\u00a0]+/g, " ") };
}

/** Paragraphs of a Word file's main part: the style of each and its text. */
function paragraphsOf(docx: Buffer): { style: string; text: string }[] {
  const xml = unzipped(docx).get("word/document.xml")?.toString("utf8") ?? "";
  return [...xml.matchAll(/<w:p>.*?<\/w:p>/gs)].map(([paragraph]) => ({
    style: /<w:pStyle w:val="([^"]*)"/.exec(paragraph)?.[1] ?? "",
    text: [...paragraph.matchAll(/<w:t[^>]*>([^<]*)<\/w:t>/g)]
      .map(([, text]) => text)
      .join("")
      .replaceAll("\u00a0", " "),
  }));
}

describe("GET /api/studies/:study/reports", () => {
  test("lists the templates that come with the product and the days there are", async () => {
    const { templates, days } = JSON.parse((await at("")).text) as ReportList;
    expect(templates.map(({ template, isOwn }) => [template, isOwn]).slice(0, 2)).toEqual([
      ["daily-brief", false],
      ["final-report", false],
    ]);
    expect(days).toEqual({ first: "2026-03-01", last: lastDayOfReports });
  });

  test("is for those who are signed in", async () => {
    expect((await send(application.address, reports)).status).toBe(401);
    expect((await send(application.address, `${reports}/daily-brief/report.pdf`)).status).toBe(401);
  });
});

describe("the daily brief", () => {
  test("says what has moved, with n and interval, and which weights and limits there are", async () => {
    const { text, elements } = read((await at("/daily-brief/report.html?lang=en")).text);
    expect(text).toContain("Daily brief · 14 March 2026");
    expect(text).toContain("60 responses came in on 14 March 2026; the seven days before had 60 a day.");
    expect(text).toMatch(/Worries: 50\.0% \(95% interval 45\.\d%–54\.\d%, n = 420\), \+25\.0 points/);
    expect(text).toContain("What people most need to know");
    expect(text).toMatch(/Water : 80\.0% \(95% interval|Water: 80\.0% \(95% interval/);
    expect(text).toContain("※ The dam will break");
    expect(text).toContain("No number of fewer than 100 answers");
    expect(elements.filter((name) => name === "h1")).toHaveLength(1);
    expect(elements).not.toContain("script");
    expect(elements).not.toContain("img");
  });

  test("leaves out chapters that a study has nothing for, and says what it cannot tell", async () => {
    const { text } = read((await at("/daily-brief/report.html?lang=en&day=2026-03-01")).text);
    expect(text).toContain("cannot be told");
    expect(text).toContain("too few to publish");
    const { text: chinese } = read((await at("/final-report/report.html?lang=zh-CN")).text);
    expect(chinese).not.toContain("量表：哪些人筛查阳性");
    expect(chinese).toContain("公众自己写了什么");
  });

  test("is a Word file with headings, tables with n and interval, and numbered pages", async () => {
    const docx = await bytesOf("/daily-brief/report.docx?lang=zh-CN");
    const paragraphs = paragraphsOf(docx);
    expect(paragraphs.filter(({ style }) => style === "Heading1").map(({ text }) => text)).toEqual([
      "每日简报 · 2026年3月14日",
    ]);
    expect(paragraphs.filter(({ style }) => style === "Heading2").map(({ text }) => text)).toContain("流传的说法");
    const xml = unzipped(docx).get("word/document.xml")?.toString("utf8") ?? "";
    expect(xml.match(/<w:tblHeader/g)?.length).toBeGreaterThanOrEqual(3);
    const texts = paragraphs.map(({ text }) => text);
    expect(texts).toContain("最近七天");
    expect(texts.slice(texts.indexOf("担心的人"), texts.indexOf("担心的人") + 4)).toEqual([
      "担心的人",
      "50.0%",
      expect.stringMatching(/^45\.\d%–54\.\d%$/),
      "420",
    ]);
    expect(unzipped(docx).get("word/footer1.xml")?.toString("utf8")).toMatch(/PAGE.*NUMPAGES/s);
    // Numbers in Latin letters that were said to be Chinese would be broken between their digits.
    expect(unzipped(docx).get("word/styles.xml")?.toString("utf8")).toContain(
      '<w:lang w:val="en-GB" w:eastAsia="zh-CN"/>',
    );
  });

  test("parts no picture in Word from what is said of it before", async () => {
    const xml = unzipped(await bytesOf("/final-report/report.docx?lang=en"))
      .get("word/document.xml")
      ?.toString("utf8");
    const paragraphs = xml?.split("</w:p>") ?? [];
    const before = paragraphs.filter((_, place) => paragraphs[place + 1]?.includes("<w:drawing") === true);
    expect(before.length).toBeGreaterThan(2);
    for (const paragraph of before) expect(paragraph).toMatch(/<w:keepNext\/>|w:val="Heading\d"/);
  });

  test("is a PDF of at most two pages, with a list of contents", async () => {
    const pdf = (await bytesOf("/daily-brief/report.pdf?lang=en")).toString("latin1");
    expect(pdf.startsWith("%PDF-")).toBe(true);
    expect(pdf.match(/\/Type \/Page\b/g)?.length).toBeLessThanOrEqual(2);
    expect(pdf).toContain("/Outlines");
  });

  test("is one picture 1080 dots wide for a phone", async () => {
    const { width, height } = await loadImage(await bytesOf("/daily-brief/report.png?lang=zh-CN"));
    expect(width).toBe(1080);
    expect(height).toBeGreaterThan(3000);
    expect(height).toBeLessThanOrEqual(20_000);
  });
});

describe("a report that is too long for one picture", () => {
  const made = async (format: string): Promise<ReportMade> => {
    const answer = await at("/three-parts/made", { method: "POST", value: { format, language: "en" } });
    return JSON.parse(answer.text) as ReportMade;
  };

  test("comes in parts of about equal length, and says beforehand in how many", async () => {
    await keep(`# Long\n\n${"A paragraph.\n\n".repeat(600)}`, "three-parts");
    const { imageParts } = await made("html");
    expect(imageParts).toBe(3);
    const parts = await Promise.all([1, 2, 3].map((part) => bytesOf(`/three-parts/report.png?lang=en&part=${part}`)));
    expect(await made("png")).toEqual({
      bytes: parts.reduce((sum, { length }) => sum + length, 0),
      imageParts,
    });
    const sizes = await Promise.all(parts.map((part) => loadImage(part)));
    const heights = sizes.map(({ height }) => height);
    expect(sizes.map(({ width }) => width)).toEqual([1080, 1080, 1080]);
    expect(Math.max(...heights)).toBeLessThanOrEqual(20_000);
    expect(Math.min(...heights)).toBeGreaterThan(Math.max(...heights) * 0.9);
  });

  test("has each part under a name of its own, and no others", async () => {
    const named = async (path: string): Promise<string> => (await at(path)).headers.get("content-disposition") ?? "";
    expect(await named("/three-parts/report.png?part=2")).toContain('"flood-three-parts-2-of-3.png"');
    expect(await named("/daily-brief/report.png?part=1")).toContain('"flood-daily-brief.png"');
    expect(await at("/three-parts/report.png?part=4&lang=en")).toMatchObject({
      status: 400,
      text: expect.stringContaining("There are 3 parts") as string,
    });
    for (const path of [
      "/three-parts/report.png?part=0",
      "/three-parts/report.png?part=1.5",
      "/daily-brief/report.pdf?part=2",
    ])
      expect((await at(path)).status).toBe(400);
  });

  test("is refused where nobody would look through it", async () => {
    await keep("long\n\n".repeat(5000), "endless");
    expect(await at("/endless/report.png")).toMatchObject({
      status: 413,
      text: expect.stringContaining("too-long-an-image") as string,
    });
  });
});

describe("a template of a study's own", () => {
  test("has saved and described figures as pictures with text alternatives and real tables", async () => {
    const look = { kind: "bars", request: { question: "needs" } };
    const described = JSON.stringify({ title: { "zh-CN": "需要", en: "Needs" }, look });
    const markdown = `# Mine, n = {{n}}\n\n{{figure:${figure}}}\n\n\`\`\`table\n${described}\n\`\`\`\n\n1. one **bold**\n`;
    expect((await keep(markdown)).status).toBe(200);
    const docx = await bytesOf("/own/report.docx?lang=en");
    const xml = unzipped(docx).get("word/document.xml")?.toString("utf8") ?? "";
    expect(xml).toMatch(/<wp:docPr [^>]*descr="Bar chart: Who is worried \(n = 840\)/);
    const texts = paragraphsOf(docx).map(({ text }) => text);
    expect(texts[0]).toBe("Mine, n = 840");
    expect(texts).toContain("Needs");
    expect(texts).toContain("1.one bold");
    expect([...unzipped(docx).keys()].filter((name) => name.endsWith(".png"))).toHaveLength(1);
    expect(texts.filter((text) => text === "n").length).toBe(2);
  });

  test("has a frozen figure as it was, and says that it was withdrawn", async () => {
    await maker.at(`/${figure}/frozen`, { method: "POST" });
    await keep(`{{picture:${figure}@1}}`);
    expect(read((await at("/own/report.html?lang=en")).text).text).toContain("Who is worried");
    const reason = { "zh-CN": "有误", en: "It was wrong" };
    await maker.at(`/${figure}/frozen/1/withdrawal`, { method: "PUT", value: { reason } });
    expect(read((await at("/own/report.html?lang=en")).text).text).toContain("Withdrawn, do not use: It was wrong");
  });

  test("has claims in words or as the number alone, and leads to their pages", async () => {
    await maker.publish({ questions: ["worried"] });
    const claims = claimMaker(application.address, cookie);
    const { claim } = await claims.make();
    expect((await claims.show(claim, "public")).status).toBe(200);
    await keep(`{{claim:${claim}}}\n\n{{claim:${claim}|value}} worry`);
    const { text } = await at("/own/report.html?lang=en");
    expect(read(text).text).toMatch(/37\.5% \(95% interval [^)]*n = 840[^)]*\) ?37\.5% worry/);
    expect(text).toContain(`href="${application.address}/c/${claim}"`);
  });

  test("is refused with the line and column of each fault", async () => {
    const markdown = [
      "# {{nobody}}",
      "",
      "text {{part:arrivals}} text",
      "",
      "{{part:nothing}} ",
      "",
      "{{figure:zzz}}",
      "",
      "```figure",
      "{",
      "```",
    ].join("\n");
    const { status, text } = await keep(markdown, "faulty");
    expect(status).toBe(422);
    const { errors } = JSON.parse(text) as { errors: { field: string; code: string }[] };
    expect(errors.map(({ field, code }) => [field, code])).toEqual([
      ["line 1, column 3", "unknown-word"],
      ["line 3, column 6", "stands-alone"],
      ["line 5, column 1", "unknown-part"],
      ["line 7, column 1", "unknown-figure"],
      ["line 9, column 1", "not-json"],
    ]);
  });

  test("says at their places which figures and claims there are not, and what its study cannot answer", async () => {
    const look = { kind: "bars", request: { question: "unasked" } };
    const described = JSON.stringify({ title: { "zh-CN": "无", en: "None" }, look });
    const name = "bcdfghjkmnpqrstv";
    await keep(`{{figure:${name}}}\n\nA {{claim:${name}}}\n\n\`\`\`picture\n${described}\n\`\`\`\n`);
    const { status, text } = await at("/own/report.html?lang=en");
    expect(status).toBe(422);
    const { errors } = JSON.parse(text) as { errors: { field: string; code: string }[] };
    expect(errors.map(({ field }) => field)).toEqual(["line 1, column 1", "line 3, column 3", "line 5, column 1"]);
  });

  test("is kept in versions, not under a name that comes with the product, and can be removed", async () => {
    expect((await keep("one", "kept")).status).toBe(200);
    const again = await at("/kept", { method: "PUT", value: { title: "Own", markdown: "two", version: 0 } });
    expect(again.status).toBe(409);
    expect((await keep("mine", "daily-brief")).status).toBe(409);
    expect((await keep("mine", "No name")).status).toBe(400);
    expect((await at("/kept", { method: "DELETE" })).status).toBe(204);
    expect((await at("/kept/report.html")).status).toBe(404);
  });

  test("is inert in every form whatever it says", async () => {
    const title = { "zh-CN": "<script>alert(1)</script>", en: "</style><img src=x onerror=alert(1)>" };
    const described = JSON.stringify({ title, note: title, look: { kind: "bars", request: { question: "worried" } } });
    // What no JSON body may hold is refused at the door, and what is a placeholder would be an unknown one.
    const lines = hostileTexts.map(
      (text) =>
        `- ${text
          .replaceAll(/[\s\0]+/g, " ")
          .replaceAll("{{", "{ {")
          .toWellFormed()}`,
    );
    const links = "[a](javascript:alert(1)) ![b](https://evil.example/x.png) <b onclick=alert(1)>c</b>";
    const kept = await keep(`# ${title.en}\n\n${links}\n\n${lines.join("\n")}\n\n\`\`\`figure\n${described}\n\`\`\`\n`);
    expect(kept.status).toBe(200);
    const { elements, attributes } = read((await at("/own/report.html?lang=en")).text);
    for (const name of ["script", "img", "iframe", "xmp", "object", "b"]) expect(elements).not.toContain(name);
    expect(attributes.filter((name) => name.startsWith("on"))).toEqual([]);
    const xml =
      unzipped(await bytesOf("/own/report.docx?lang=en"))
        .get("word/document.xml")
        ?.toString("utf8") ?? "";
    expect(xml).not.toMatch(/<script|<img/);
    expect(xml).not.toMatch(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/);
    expect((await bytesOf("/own/report.pdf?lang=en")).length).toBeGreaterThan(1000);
    expect((await loadImage(await bytesOf("/own/report.png?lang=en"))).width).toBe(1080);
  });
});

describe("what there is not", () => {
  test("is answered by its name: forms, days, templates, and what is too large", async () => {
    expect(await at("/daily-brief/report.odt")).toMatchObject({
      status: 400,
      text: expect.stringContaining("report.docx") as string,
    });
    expect((await at("/daily-brief/report.html?day=2025-01-01")).text).toContain("2026-03-01");
    expect((await at("/daily-brief/report.html?day=yesterday")).status).toBe(400);
    expect((await at("/daily-brief/report.html?weight=scheme:none")).status).toBe(400);
    expect((await at("/unwritten/report.html")).status).toBe(404);
    expect((await keep("x".repeat(1_000_000), "large")).status).toBe(413);
    expect((await keep("x".repeat(200_000), "long")).status).toBe(400);
  });

  test("is said in steps too, to who asks for them", async () => {
    const asking = { method: "POST", value: { format: "html", language: "en" } };
    const headers = { Accept: "application/x-ndjson" };
    const lines = (await at("/daily-brief/made", { ...asking, headers })).text.trim().split("\n");
    expect(JSON.parse(lines[0] ?? "")).toEqual({ done: 0, of: expect.any(Number) as number });
    expect(JSON.parse(lines.at(-1) ?? "")).toEqual({
      answer: { bytes: expect.any(Number) as number, imageParts: 1 },
    });
  });
});

describe("a data problem", () => {
  test("stands at the head of a report of the numbers that it affects, and at their pictures", async () => {
    const what = { "zh-CN": "链接坏了", en: "The link was broken" };
    const logged = await send(application.address, "/api/studies/flood/problems", {
      method: "POST",
      cookie,
      value: { what, from: "2026-03-10", to: "2026-03-11" },
    });
    expect(logged.status).toBe(201);
    const { text } = read((await at("/final-report/report.html?lang=en")).text);
    expect(text).toMatch(/Data problem: 10 March 2026 – 11 March 2026: The link was broken/);
    expect(text.match(/The link was broken/g)?.length).toBeGreaterThan(2);
    expect(read((await at("/daily-brief/report.html?lang=en&day=2026-03-03")).text).text).not.toContain("broken");
  });
});
