import type { FigureSummary } from "../../server/figures/figuresApi.ts";
import type { Services } from "../../server/services.ts";
import type { Definition } from "../../surveys/definition.ts";
import { send, type Received, type Sending } from "./client.ts";
import { fieldStudy, keepResponses } from "./fieldStudy.ts";

const definition: Definition = {
  elements: [
    {
      type: "radiogroup",
      name: "town",
      title: { "zh-cn": "您住在哪里？", en: "Where do you live?" },
      choices: [
        { value: "north", text: { "zh-cn": "城北", en: "North" } },
        { value: "south", text: { "zh-cn": "城南", en: "South" } },
        { value: "hamlet", text: { "zh-cn": "小村", en: "Hamlet" } },
      ],
    },
    {
      type: "radiogroup",
      name: "worried",
      title: { "zh-cn": "您担心吗？", en: "Are you worried?" },
      choices: [
        { value: "yes", text: { "zh-cn": "担心", en: "Yes" } },
        { value: "no", text: { "zh-cn": "不担心", en: "No" } },
      ],
    },
    {
      type: "matrix",
      name: "open",
      title: { "zh-cn": "信息公开吗？", en: "How open are they?" },
      columns: ["very", "fairly", "hardly", "not"],
      rows: ["local", "national"],
    },
    { type: "comment", name: "why" },
  ],
};

const days = ["2026-02-23", "2026-02-24", "2026-03-02", "2026-03-03"];

/** A study of which 400 live in two towns and 40 in a hamlet. */
export async function figureStudy(services: Services): Promise<void> {
  const study = await fieldStudy(services, definition);
  await keepResponses(
    services,
    study,
    Array.from({ length: 440 }, (_, number) => said(number)),
  );
}

/** What person `number` says: a quarter of the north is worried, and half of the south. */
function said(number: number) {
  const town = number >= 400 ? "hamlet" : number % 2 === 0 ? "north" : "south";
  const worried = town === "north" ? number % 8 === 0 : number % 4 === 1;
  const open = ["very", "fairly", "hardly", "not"][number % 4] ?? "very";
  return {
    day: days[Math.floor(number / 2) % days.length] ?? "",
    answers: { town, worried: worried ? "yes" : "no", open: { local: open, national: open } },
  };
}

/** A figure's content, of the share of each answer by whether people are worried unless said otherwise. */
export function figureOf(look: object = { kind: "bars", request: { question: "worried" } }, more: object = {}) {
  return { title: { "zh-CN": "担心的人", en: "Who is worried" }, look, ...more };
}

/** A researcher who makes figures of a study at an application. */
export function figureMaker(address: string, cookie: string) {
  const at = (path: string, sending: Sending = {}): Promise<Received> =>
    send(address, `/api/studies/flood/figures${path}`, { cookie, ...sending });
  return {
    at,
    /** Makes a figure; throws what was refused. */
    async make(content: object): Promise<FigureSummary> {
      const { status, text } = await at("", { method: "POST", value: content });
      if (status !== 201) throw new Error(text);
      return JSON.parse(text) as FigureSummary;
    },
    show: (figure: string, visibility: "public" | "private") =>
      at(`/${figure}/visibility`, { method: "PUT", value: { visibility } }),
    publish: (settings: object) =>
      send(address, "/api/studies/flood/publication", { method: "PUT", cookie, value: settings }),
  };
}
