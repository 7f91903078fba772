import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { IndicatorList } from "../../../server/indicators/indicatorsApi.ts";
import type { Definition } from "../../../surveys/definition.ts";
import { startApplication, type TestApplication } from "../../support/application.ts";
import { send, type Sending } from "../../support/client.ts";
import { fieldStudy } from "../../support/fieldStudy.ts";

const definition: Definition = {
  elements: [
    { type: "radiogroup", name: "town", choices: ["north", "south"] },
    { type: "radiogroup", name: "worried", choices: ["yes", "no"] },
    { type: "comment", name: "why" },
  ],
};
const of = { kind: "code", variable: "worried", codes: ["yes"] };
const title = { "zh-CN": "担心", en: "Worried" };
const content = { title, of, worse: "higher" };

let application: TestApplication;
let cookie = "";
beforeAll(async () => {
  application = await startApplication();
  cookie = (await application.signIn()).cookie;
  await fieldStudy(application.services, definition);
});
afterAll(() => application.close());

const at = (name: string, sending: Sending) =>
  send(application.address, `/api/studies/flood/indicators${name}`, { cookie, ...sending });
const put = (name: string, value: object) => at(`/${name}`, { method: "PUT", value });
const named = async (): Promise<string[]> =>
  (JSON.parse((await at("", {})).text) as IndicatorList).indicators.map(({ indicator }) => indicator);

describe("PUT /api/studies/:study/indicators/:indicator", () => {
  test("keeps an indicator, and another in its place, in the order in which they were made", async () => {
    expect((await put("worried", content)).status).toBe(201);
    expect((await put("areas", { ...content, areas: "town", among: of })).status).toBe(201);
    const again = await put("worried", { ...content, worse: "lower" });
    expect(again.status).toBe(200);
    expect(JSON.parse(again.text)).toEqual({
      study: "flood",
      indicator: "worried",
      ...content,
      worse: "lower",
      among: null,
      areas: null,
    });
    expect(await named()).toEqual(["worried", "areas"]);
  });

  test("names the part that the study cannot answer, and keeps nothing of it", async () => {
    const before = await named();
    for (const [field, value] of [
      ["of.variable", { ...content, of: { ...of, variable: "afraid" } }],
      ["of.codes.0", { ...content, of: { ...of, codes: ["perhaps"] } }],
      ["of.kind", { ...content, of: { kind: "ticked", variable: "worried" } }],
      ["of.of.1.variable", { ...content, of: { kind: "any", of: [of, { ...of, variable: "x" }] } }],
      ["among.variable", { ...content, among: { ...of, variable: "x" } }],
      ["areas", { ...content, areas: "why" }],
      ["areas", { ...content, areas: "street" }],
      ["worse", { ...content, worse: "up" }],
      ["title.en", { ...content, title: { "zh-CN": "担心" } }],
      ["note", { ...content, note: "x" }],
    ] as const) {
      const { status, text } = await put("refused", value);
      expect({ field, status }).toEqual({ field, status: 400 });
      expect((JSON.parse(text) as { errors: { field: string }[] }).errors.map((error) => error.field)).toContain(field);
    }
    expect((await put("Not-A-Name", content)).status).toBe(404);
    expect(await named()).toEqual(before);
  });

  test("has room for 20", async () => {
    for (let number = (await named()).length; number < 20; number++)
      expect((await put(`n${number}`, content)).status).toBe(201);
    const { status, text } = await put("one-more", content);
    expect(status).toBe(400);
    expect(text).toContain("too-many-indicators");
    expect((await put("worried", content)).status).toBe(200);
  });
});

describe("DELETE /api/studies/:study/indicators/:indicator", () => {
  test("forgets one, once", async () => {
    expect((await at("/areas", { method: "DELETE" })).status).toBe(204);
    expect(await named()).not.toContain("areas");
    expect((await at("/areas", { method: "DELETE" })).status).toBe(404);
  });
});
