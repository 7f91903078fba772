import { z } from "zod";
import { ask, askJson, jsonIn, type Answered } from "./client.ts";
import { newSubmissionKey, paths } from "./product.ts";
import type { Attacked, Row } from "./publicStudy.ts";
import { rowsInFile } from "./textViews.ts";

const someone = { district: "south", trust: "mid" };

/** Words of few people. */
export async function rareText({ public: { study }, product }: Attacked): Promise<string | null> {
  const { port } = product.service;
  for (const path of ["texts", "texts/terms"])
    for (const cookie of [undefined, product.otherCookie]) {
      const answered = await ask(port, { method: "GET", path: `${paths.study(study)}/${path}?question=story`, cookie });
      if (answered.status !== (cookie === undefined ? 401 : 404)) return `${path}: ${answered.status ?? "no answer"}`;
    }
  const path = `${paths.study(study)}/reports/final-report/report.html?lang=en`;
  const report = await ask(port, { method: "GET", path, cookie: product.cookie, patienceMs: 60_000 });
  if (report.status !== 200) return `the report: ${report.status ?? "no answer"} ${report.body.slice(0, 200)}`;
  return report.body.includes("midwife") ? "a word of few people stands in a report" : null;
}

/** Which row of a file is the newest. */
export async function orderOfRows({ public: { study, answer }, product }: Attacked): Promise<string | null> {
  const ids = async (): Promise<string[]> =>
    (await rowsInFile(product, { study, flavour: "plain" })).map((row) => row["response"] ?? "");
  const before = await ids();
  await answer({ district: "south", trust: "low" });
  const after = await ids();
  const known = new Set(before);
  return after.filter((id) => known.has(id)).join() === before.join() ? "rows stand in one order in both files" : null;
}

/** When somebody answered, by an id. */
export async function idsWithTime({ public: open, product }: Attacked): Promise<string | null> {
  const receipt = Object.values(z.record(z.string(), z.unknown()).parse(jsonIn((await open.answer(someone)).body)));
  const rows = await rowsInFile(product, { study: open.study, flavour: "plain" });
  const figure = await open.publicFigure({ kind: "bars", request: { question: "trust" } });
  const made = await open.change("POST", "/exports", { flavour: "plain" });
  const ids = [...receipt, rows[0]?.["response"], figure, ...Object.values(made as Row)].filter(
    (id) => typeof id === "string",
  );
  const timed = ids.find(carriesTime);
  return timed === undefined ? null : `the time can be read from ${timed}`;
}

/** When somebody answered, by a column. */
export async function exactTimes({ public: { study }, product }: Attacked): Promise<string | null> {
  const rows = await rowsInFile(product, { study, flavour: "plain" });
  const fine = Object.entries(rows[0] ?? {}).find(
    ([name]) => /time|start|submitted|created|_ms$/i.test(name) || rows.some((row) => /\d:\d\d/.test(row[name] ?? "")),
  );
  if (fine !== undefined) return `the column ${fine[0]} tells a time`;
  return rows.some((row) => !/^\d*$/.test(row["seconds"] ?? "")) ? "durations are finer than a second" : null;
}

/** The same person in two studies. */
export async function twoSurveys({ public: open, product, fixture }: Attacked): Promise<string | null> {
  const other = "corpus-public-too";
  await product.addStudy({ study: other, definitions: [fixture.definition] });
  const key = newSubmissionKey();
  const told = [await open.answer(someone, key), await open.answer(someone, key, other)];
  const [one, two] = told.map(({ body }) => new Set(Object.values(jsonIn(body) as Row)));
  const inOne = new Set((await rowsInFile(product, { study: open.study, flavour: "plain" })).map(idIn));
  const isJoined = (await rowsInFile(product, { study: other, flavour: "plain" })).some((row) => inOne.has(idIn(row)));
  const shared = [...(one ?? [])].filter((value) => value !== key && typeof value === "string" && two?.has(value));
  return isJoined || shared.length > 0 ? "the same person is told by the same id in both" : null;
}

const askedByOthers = {
  "/estimates": { question: "trust" },
  "/estimates/together": { requests: [{ question: "trust" }] },
  "/exports": { flavour: "plain" },
  "/claims": { kind: "estimate", request: { question: "trust" }, item: { code: "high" } },
  "/article-check": { text: "27% trust it" },
};

/** Everything, as a researcher who has no part in the study. */
export async function otherTeam({ public: { study }, product }: Attacked): Promise<string | null> {
  const { port } = product.service;
  const cookie = product.otherCookie;
  const at = paths.study(study);
  const read = ["", "/figures", "/claims", "/estimates", "/exports", "/texts?question=story", "/reports", "/records"];
  const asked: Promise<[string, Answered]>[] = [
    ...read
      .concat("/problems", "/warnings", "/overview", "/indicators")
      .map(async (path): Promise<[string, Answered]> => [
        path,
        await ask(port, { method: "GET", path: `${at}${path}`, cookie }),
      ]),
    ...Object.entries(askedByOthers).map(async ([path, value]): Promise<[string, Answered]> => [
      path,
      await askJson(port, { method: "POST", path: `${at}${path}`, cookie, value }),
    ]),
  ];
  const told = (await Promise.all(asked)).find(([, { status }]) => status !== 404);
  return told === undefined ? null : `${told[0]}: ${told[1].status ?? "no answer"}`;
}

function idIn(row: Readonly<Record<string, string>>): string {
  return row["response"] ?? "";
}

const dayMs = 86_400_000;

/** Whether the beginning of an id is about now, as ObjectIds, ULIDs and UUIDs of versions 1 and 7 have it. */
function carriesTime(id: string): boolean {
  const isNow = (ms: number): boolean => Math.abs(ms - Date.now()) < dayMs;
  if (/^[0-9a-f]{24}$/i.test(id)) return isNow(Number.parseInt(id.slice(0, 8), 16) * 1000);
  if (/^[0-9A-HJKMNP-TV-Z]{26}$/.test(id)) {
    const digits = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
    return isNow(Array.from(id.slice(0, 10)).reduce((ms, digit) => ms * 32 + digits.indexOf(digit), 0));
  }
  return /^[0-9a-f]{8}-[0-9a-f]{4}-[17][0-9a-f]{3}-/i.test(id);
}
