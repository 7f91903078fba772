import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { CollectorList } from "../../../server/collectors/collectorsApi.ts";
import type { Draft } from "../../../server/drafts/draftsApi.ts";
import type { QuestionnaireVersionSummary, StudySummary } from "../../../server/fielding/fieldingApi.ts";
import type { FigureList } from "../../../server/figures/figuresApi.ts";
import type { IndicatorList } from "../../../server/indicators/indicatorsApi.ts";
import type { StudyQuality } from "../../../server/quality/qualityApi.ts";
import type { TextFrame } from "../../../server/texts/textsApi.ts";
import type { SchemeList } from "../../../server/weighting/weightingApi.ts";
import type { Definition } from "../../../surveys/definition.ts";
import { templates } from "../../../surveys/questionnaires/templates.ts";
import { checkDefinition } from "../../../server/fielding/definition/checkDefinition.ts";
import { startApplication, type TestApplication } from "../../support/application.ts";
import { send, type Sending } from "../../support/client.ts";
import { fieldStudy, keepResponses } from "../../support/fieldStudy.ts";

const definition: Definition = {
  elements: [
    { type: "radiogroup", name: "sex", choices: ["f", "m"] },
    { type: "comment", name: "why" },
  ],
};
const title = { "zh-CN": "第二次洪水", en: "Second flood" };
const indicator = { title, of: { kind: "code", variable: "sex", codes: ["f"] }, worse: "higher" };
const frame = {
  basedOn: 0,
  themes: [
    {
      name: "water",
      label: "水",
      question: "why",
      terms: ["水"],
    },
  ],
  words: [],
  ignored: [],
};
const scheme = {
  name: "By sex",
  blocks: { rule: "whole" },
  margins: [{ name: "sex", target: { shares: { f: 0.5, m: 0.5 } }, variables: [{ variable: "sex" }] }],
};

let application: TestApplication;
let cookie = "";
beforeAll(async () => {
  application = await startApplication();
  cookie = (await application.signIn()).cookie;
  const study = await fieldStudy(application.services, definition);
  await keepResponses(application.services, study, [{ answers: { sex: "f", why: "水" } }]);
});
afterAll(() => application.close());

const ask = (path: string, sending: Sending = {}) =>
  send(application.address, `/api/studies${path}`, { cookie, ...sending });

async function read<Answer>(path: string): Promise<Answer> {
  const { status, text } = await ask(path);
  expect([path, status]).toEqual([path, 200]);
  return JSON.parse(text) as Answer;
}

describe("POST /api/studies/:study/copies", () => {
  test("gives a new study every setting of another, and none of its responses", async () => {
    for (const [path, value] of [
      ["/flood/indicators/women", indicator],
      ["/flood/weighting/daily", scheme],
      ["/flood/texts/frame", frame],
      ["/flood/collectors/paper", { title: "晚报", gridUnit: "330602" }],
      ["/flood/publication", { questions: ["sex"], embedders: ["https://news.example"] }],
      ["/flood/draft", { text: "{}", basedOn: 1, declared: {}, revision: "" }],
    ] as const) {
      const { status, text } = await ask(path, { method: "PUT", value });
      expect([path, text, status < 300]).toEqual([path, text, true]);
    }
    const rules = { from: "2026-03-01", because: "As in every flood", rush: { counts: "alone", share: 0.3 } };
    expect((await ask("/flood/quality/rules", { method: "POST", value: rules })).status).toBe(201);
    const { status, text } = await ask("/flood/copies", {
      method: "POST",
      value: { study: "flood-2", title, languages: ["zh-CN"] },
    });
    expect([status, JSON.parse(text)]).toEqual([
      201,
      expect.objectContaining({ study: "flood-2", title, state: "draft", languages: ["zh-CN"], responses: 0 }),
    ]);
    const version = await read<QuestionnaireVersionSummary>("/flood-2/versions/1");
    expect([version.relation, version.definition]).toEqual(["first", definition]);
    expect((await read<IndicatorList>("/flood-2/indicators")).indicators.map(({ indicator: name }) => name)).toEqual([
      "women",
    ]);
    expect((await read<SchemeList>("/flood-2/weighting")).schemes).toMatchObject([
      { scheme: "daily", schemeVersion: 1, current: null },
    ]);
    expect(await read<StudyQuality>("/flood-2/quality")).toMatchObject({
      rules: [{ rulesVersion: 1, because: "As in every flood", rush: { counts: "alone" } }],
      screening: null,
    });
    expect((await read<TextFrame>("/flood-2/texts/frame")).themes).toMatchObject([{ name: "water" }]);
    expect((await read<CollectorList>("/flood-2/collectors")).collectors).toEqual([
      { collector: "paper", title: "晚报", gridUnit: "330602" },
    ]);
    expect(await read<FigureList>("/flood-2/figures")).toMatchObject({
      figures: [],
      publication: { questions: ["sex"], embedders: ["https://news.example"] },
    });
    expect(await read<Draft>("/flood-2/draft")).toMatchObject({ text: "{}", basedOn: 1 });
  });

  test("refuses a name that is taken, and the settings of a study that is not there", async () => {
    const copy = (from: string, study: string) => ask(`/${from}/copies`, { method: "POST", value: { study, title } });
    const taken = await copy("flood", "flood");
    expect([taken.status, taken.text.includes('"field":"study"')]).toEqual([409, true]);
    expect((await copy("nowhere", "flood-3")).status).toBe(404);
    expect((await ask("/flood-3")).status).toBe(404);
  });
});

describe("POST /api/studies", () => {
  test.each(["empty", "gad7", "daily-tracking"] as const)(
    "begins the questionnaire as the template %s",
    async (template) => {
      const value = { study: `from-${template}`, title, template };
      const { status, text } = await ask("", { method: "POST", value });
      expect(status).toBe(201);
      expect((JSON.parse(text) as StudySummary).questionnaireVersion).toBeNull();
      const draft = await read<Draft>(`/from-${template}/draft`);
      expect(JSON.parse(draft.text)).toEqual(JSON.parse(JSON.stringify(templates[template])));
      expect([draft.basedOn, draft.faults.map(({ code }) => code)]).toEqual([
        0,
        template === "empty" ? ["no-questions"] : [],
      ]);
    },
  );

  test("has templates that can be fielded as they are", () => {
    for (const { definition: each } of [{ definition: templates.gad7 }, { definition: templates["daily-tracking"] }])
      expect(checkDefinition(Buffer.from(JSON.stringify(each)))).toEqual(JSON.parse(JSON.stringify(each)));
  });

  test("refuses a template that is none", async () => {
    const { status, text } = await ask("", { method: "POST", value: { study: "x", title, template: "census" } });
    expect([status, text.includes('"field":"template"')]).toEqual([400, true]);
  });
});
