import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { contentHash } from "../../../server/fielding/answers/contentHash.ts";
import type { FigureFile, FigureList, FigureSummary, FrozenSummary } from "../../../server/figures/figuresApi.ts";
import { startApplication, type TestApplication } from "../../support/application.ts";
import { send } from "../../support/client.ts";
import { figureMaker, figureOf, figureStudy } from "../../support/figures.ts";

let application: TestApplication;
let maker: ReturnType<typeof figureMaker>;
let now = new Date("2026-03-04T02:00:00Z");

beforeAll(async () => {
  application = await startApplication({ studyClock: () => now });
  const { cookie } = await application.signIn();
  await figureStudy(application.services);
  maker = figureMaker(application.address, cookie);
  await maker.publish({ questions: ["worried", "town", "open"] });
}, 60_000);
afterAll(() => application.close());

const get = (path: string) => send(application.address, path);
const fileOf = async (path: string): Promise<FigureFile> => {
  const { status, text } = await get(path);
  if (status !== 200) throw new Error(text);
  return JSON.parse(text) as FigureFile;
};
const publicFigure = async (content: object = figureOf()): Promise<string> => {
  const { figure } = await maker.make(content);
  expect((await maker.show(figure, "public")).status).toBe(200);
  return figure;
};

describe("POST /api/studies/:study/figures", () => {
  test("keeps a figure, private, and lists the newest first", async () => {
    const one = await maker.make(figureOf());
    expect(one).toMatchObject({ visibility: "private", version: 1, frozen: [], links: [], heldBack: [] });
    now = new Date(now.getTime() + 1000);
    const two = await maker.make(figureOf());
    const { figures } = JSON.parse((await maker.at("")).text) as FigureList;
    expect(figures.slice(0, 2).map(({ figure }) => figure)).toEqual([two.figure, one.figure]);
  });

  test("names the part of a look that the study cannot answer or the kind cannot draw", async () => {
    for (const [field, look] of [
      ["question", { kind: "bars", request: { question: "age" } }],
      ["question", { kind: "bars", request: { question: "why" } }],
      ["look.request.every", { kind: "trend", request: { question: "worried" } }],
      ["look.request.every", { kind: "bars", request: { question: "worried", every: "day" } }],
      ["look.request.by", { kind: "multiples", request: { question: "worried", every: "day" } }],
      ["look.request.by", { kind: "tiles", request: { question: "worried", by: ["town"] } }],
      ["look.kind", { kind: "pie", request: { question: "worried" } }],
      ["look.request.codes.0", { kind: "bars", request: { question: "worried", codes: [{}] } }],
    ] as const) {
      const { status, text } = await maker.at("", { method: "POST", value: figureOf(look) });
      expect({ field, status }).toEqual({ field, status: 400 });
      expect(text).toContain(`"field":"${field}"`);
    }
    const untitled = await maker.at("", { method: "POST", value: { ...figureOf(), title: { "zh-CN": "", en: "" } } });
    expect(untitled.status).toBe(400);
  });
});

describe("PUT /api/studies/:study/figures/:figure", () => {
  test("makes a new version, from the newest only", async () => {
    const { figure } = await maker.make(figureOf());
    const change = { ...figureOf(), headline: { "zh-CN": "三分之一", en: "A third" }, version: 1 };
    const changed = await maker.at(`/${figure}`, { method: "PUT", value: change });
    expect(JSON.parse(changed.text) as FigureSummary).toMatchObject({ version: 2, headline: { en: "A third" } });
    expect((await maker.at(`/${figure}`, { method: "PUT", value: change })).status).toBe(409);
  });
});

describe("a figure that is not public", () => {
  test("is answered to everyone as one that there is not, whatever is asked of it", async () => {
    const { figure } = await maker.make(figureOf());
    const unknown = "2222222222222222";
    for (const rest of ["", "/embed", "/figure.svg", "/figure.gif", "/figure.png?width=0", "/frozen/1", "/frozen/x"]) {
      const [hidden, missing] = await Promise.all([get(`/f/${figure}${rest}`), get(`/f/${unknown}${rest}`)]);
      expect({ rest, status: hidden.status }).toEqual({ rest, status: 404 });
      const plain = (text: string): string => text.replaceAll(/nonce="[^"]*"/g, "").replaceAll(figure, unknown);
      expect(plain(hidden.text)).toBe(plain(missing.text));
    }
    for (const name of [figure, unknown]) {
      const url = encodeURIComponent(`${application.address}/f/${name}`);
      expect((await get(`/oembed?url=${url}`)).status).toBe(404);
    }
  });

  test("opens with the key of a link, until that is revoked or over", async () => {
    const { figure } = await maker.make(figureOf());
    const made = await maker.at(`/${figure}/links`, { method: "POST", value: { days: 2 } });
    const { key, link } = JSON.parse(made.text) as { key: string; link: string };
    const opened = await get(`/f/${figure}?key=${key}`);
    expect(opened.status).toBe(200);
    expect(opened.headers.get("cache-control")).toBe("private, no-store");
    expect((await get(`/f/${figure}/figure.json?key=${key}`)).status).toBe(200);
    expect((await get(`/f/${figure}?key=${key.slice(0, -1)}`)).status).toBe(404);
    expect((await maker.at("")).text).not.toContain(key);
    const before = now;
    now = new Date(now.getTime() + 3 * 86_400_000);
    expect((await get(`/f/${figure}?key=${key}`)).status).toBe(410);
    now = before;
    expect((await maker.at(`/${figure}/links/${link}`, { method: "DELETE" })).status).toBe(204);
    expect((await get(`/f/${figure}/figure.svg?key=${key}`)).status).toBe(410);
  });

  test("cannot be made public while the study holds one of its questions back, and goes when it does so later", async () => {
    const figure = await publicFigure(figureOf({ kind: "dots", request: { question: "worried", by: ["town"] } }));
    expect((await get(`/f/${figure}`)).status).toBe(200);
    await maker.publish({ questions: ["worried"] });
    expect((await get(`/f/${figure}`)).status).toBe(404);
    const refused = await maker.show(figure, "public");
    expect(refused.status).toBe(409);
    expect(refused.text).toContain('"field":"town"');
    await maker.publish({ questions: ["worried", "town", "open"] });
    expect((await get(`/f/${figure}`)).status).toBe(200);
  });
});

describe("what a figure shows", () => {
  test("withholds what is of fewer than 100, and all together where that would give it away", async () => {
    const figure = await publicFigure(figureOf({ kind: "dots", request: { question: "worried", by: ["town"] } }));
    const { state } = await fileOf(`/f/${figure}/figure.json`);
    const rows = state.editions.en.table.rows.map(([item, group, estimate]) => [item, group, estimate]);
    const worried = rows.filter(([item]) => item === "Yes").map(([, group, estimate]) => ({ group, estimate }));
    expect(worried).toMatchObject([
      { group: "North", estimate: { kind: "estimate", value: 0.25, n: 200, standardError: null, designEffect: null } },
      { group: "South", estimate: { kind: "estimate", value: 0.5, n: 200 } },
      { group: "Hamlet", estimate: { kind: "not-estimable", reason: "withheld", n: 0 } },
      { group: "All", estimate: { kind: "not-estimable", reason: "withheld", n: 0 } },
    ]);
  });

  test("does not tell of a group who all said the same what each of them said, nor by the answer that nobody gave", async () => {
    const filter = { kind: "code", variable: "worried", codes: ["yes"] };
    const figure = await publicFigure(figureOf({ kind: "bars", request: { question: "worried", filter } }));
    const { editions } = (await fileOf(`/f/${figure}/figure.json`)).state;
    const alike = { kind: "not-estimable", reason: "all-alike", n: 0 };
    expect(editions.en.table.rows).toEqual([
      ["Yes", alike],
      ["No", alike],
    ]);
    const { text } = await send(application.address, `/f/${figure}?lang=en`);
    expect(text).toContain("all answered alike, not published");
  });

  test("stays as it was frozen, by its hash, and says that newer data exist and that it was withdrawn", async () => {
    const figure = await publicFigure();
    const frozen = JSON.parse((await maker.at(`/${figure}/frozen`, { method: "POST" })).text) as FrozenSummary;
    const before = await fileOf(`/f/${figure}/frozen/1/figure.json`);
    expect(before).toMatchObject({ sha256: frozen.sha256, newerDataExist: false, withdrawn: null });
    expect(contentHash(before.state)).toBe(frozen.sha256);

    const study = await application.services.studies.find("flood");
    if (study === null) throw new Error("no study");
    const late = Array.from({ length: 60 }, (_, number) => ({
      submissionKey: `late-and-worried-${number}`,
      answers: { town: "north", worried: "yes", open: { local: "very", national: "very" } },
    }));
    const many = late.map((submission) => ({ submission, day: "2026-03-03" }));
    await application.services.admission.admitMany(study, many);

    const after = await fileOf(`/f/${figure}/frozen/1/figure.json`);
    expect(after.newerDataExist).toBe(true);
    expect(after.state).toEqual(before.state);
    const live = await fileOf(`/f/${figure}/figure.json`);
    expect(live.sha256).not.toBe(frozen.sha256);
    expect((await get(`/f/${figure}/frozen/1?lang=en`)).text).toContain("Newer data exist");

    const reason = { "zh-CN": "题目误译", en: "A question was mistranslated" };
    const path = `/${figure}/frozen/1/withdrawal`;
    expect((await maker.at(path, { method: "PUT", value: { reason } })).status).toBe(200);
    expect((await maker.at(path, { method: "PUT", value: { reason } })).status).toBe(404);
    for (const rest of ["?lang=en", "/embed?lang=en"])
      expect((await get(`/f/${figure}/frozen/1${rest}`)).text).toContain("A question was mistranslated");
    expect((await fileOf(`/f/${figure}/frozen/1/figure.json`)).withdrawn).toMatchObject({ reason });
  });

  test("is cited by its writer, title, day and address", async () => {
    const figure = await publicFigure(figureOf(undefined, { title: { "zh-CN": "担心的人", en: "50% & more_{x}" } }));
    await maker.publish({
      questions: ["worried", "town", "open"],
      conductor: { "zh-CN": "测试组", en: "Test team" },
    });
    const { citations, address } = await fileOf(`/f/${figure}/figure.json`);
    expect(citations["gb-t-7714"]).toBe(`测试组. 担心的人[EB/OL]. (2026-03-04)[2026-03-04]. ${address}.`);
    expect(citations.apa).toBe(
      `Test team. (2026, March 4). 50% & more_{x} [Figure]. Retrieved 4 March 2026, from ${address}`,
    );
    expect(citations.bibtex).toContain("title = {{50\\% \\& more\\_\\{x\\}}}");
  });

  test("has a methods box that says what is not stated", async () => {
    const figure = await publicFigure(figureOf({ kind: "likert", request: { question: "open" } }));
    const { methods } = (await fileOf(`/f/${figure}/figure.json`)).state.editions.en;
    const text = (label: string) => methods.find((line) => line.label === label)?.text;
    expect(text("Population")).toBe("not stated");
    expect(text("Question wording")).toBe("How open are they?; local; national");
    expect(text("Weighting")).toBe("Unweighted");
    expect(text("Interval")).toContain("95% confidence interval");
    expect(text("Dates of the answers")).toBe("23 February 2026 – 3 March 2026");
  });
});

describe("GET /results/:study", () => {
  test("shows what is public, and nothing of a study that has made nothing public", async () => {
    await publicFigure();
    const page = await get("/results/flood?lang=en");
    expect(page.status).toBe(200);
    expect(page.text).toContain("Who is worried");
    expect(page.headers.get("set-cookie")).toBeNull();
    expect((await get("/results/no-such-study")).status).toBe(404);
  });
});
