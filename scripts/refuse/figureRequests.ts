import { z } from "zod";
import { keyHashOf, randomKey, randomName } from "../../server/figures/figureNames.ts";
import { ask, origin, type Answered } from "./client.ts";
import type { FigureStudy } from "./figureStudy.ts";
import { answerFault } from "./judge.ts";
import { namedFields } from "./product.ts";

/** What is wrong with how requests are answered; `null` for nothing. */
type Trial = (study: FigureStudy) => Promise<string | null>;

/** Requests that get no figure, by what is wrong with them. */
export const figureRequests: Readonly<Record<string, Trial>> = {
  "unknown-figure": async (study) => firstFault(study, everyForm("2222222222222222"), { status: 404 }),
  "private-as-unknown": privateAsUnknown,
  "names-that-are-none": async (study) =>
    firstFault(
      study,
      ["%00", "..%2f..%2fetc%2fpasswd", "<b>", "%E5%AD%97", "__proto__", "x".repeat(3000)].map((name) => `/f/${name}`),
      { status: 404 },
    ),
  "frozen-states-there-are-not": async (study) =>
    firstFault(
      study,
      ["1", "0", "-1", "1e3", "99999999999", "NaN"].flatMap((number) =>
        everyForm(`${study.publicFigure}/frozen/${number}`),
      ),
      { status: 404 },
    ),
  "wrong-key": async (study) =>
    firstFault(study, everyForm(study.privateFigure, `key=${randomKey()}`), { status: 404 }),
  "revoked-link": async (study) => {
    const { key, link } = await linkTo(study);
    const before = await firstFault(study, everyForm(study.privateFigure, `key=${key}`), { status: 200 });
    if (before !== null) return `before it was revoked: ${before}`;
    await study.open.change("DELETE", `/figures/${study.privateFigure}/links/${link}`, {});
    return firstFault(study, everyForm(study.privateFigure, `key=${key}`), { status: 410 });
  },
  "expired-link": async (study) => {
    const key = randomKey();
    const { figureStore } = study.product.service.store;
    await figureStore.addLink({
      link: randomName(),
      figure: study.privateFigure,
      keyHash: keyHashOf(key),
      expires: new Date(Date.now() - 1000).toISOString(),
      revoked: false,
    });
    return firstFault(study, everyForm(study.privateFigure, `key=${key}`), { status: 410 });
  },
  "sizes-there-are-not": async (study) =>
    firstFault(
      study,
      ["0", "-1", "100000", "1e9", "239", "900.5", "wide", ""].flatMap((width) =>
        ["svg", "png", "pdf"].map((form) => `/f/${study.publicFigure}/figure.${form}?width=${width}`),
      ),
      { status: 400, field: "width" },
    ),
  "densities-there-are-not": async (study) =>
    firstFault(
      study,
      ["0", "-2", "5", "100000", "NaN", "Infinity", "dense"].map(
        (density) => `/f/${study.publicFigure}/figure.png?density=${density}`,
      ),
      { status: 400, field: "density" },
    ),
  "forms-there-are-not": async (study) =>
    firstFault(
      study,
      ["gif", "webp", "svgz", "exe", "", "png.svg", "%00", "..%2fpng"].map(
        (form) => `/f/${study.publicFigure}/figure.${form}`,
      ),
      { status: 400, field: "format" },
    ),
  "parameters-there-are-not": async (study) =>
    firstFault(
      study,
      ["theme=pink", "colour=red", "__proto__=1", "width[a]=1"].map(
        (query) => `/f/${study.publicFigure}/figure.svg?${query}`,
      ),
      { status: 400 },
    ),
  "refusals-of-what-is-private": async (study) =>
    firstFault(
      study,
      ["figure.gif", "figure.png?width=0", "figure.svg?colour=red"].map((rest) => `/f/${study.privateFigure}/${rest}`),
      { status: 404 },
    ),
  "addresses-of-others-embedded": async (study) =>
    firstFault(
      study,
      ["https://elsewhere.example/f/2222222222222222", "javascript:alert(1)", "file:///etc/passwd", ""].map(
        (url) => `/oembed?url=${encodeURIComponent(url)}`,
      ),
      { status: null },
    ),
};

/** Each form of a figure or frozen state, and what an editor is told of it. */
function everyForm(figure: string, query = ""): string[] {
  const behind = query === "" ? "" : `?${query}`;
  return ["", "/embed", ...["svg", "png", "pdf", "csv", "json"].map((form) => `/figure.${form}`)].map(
    (form) => `/f/${figure}${form}${behind}`,
  );
}

/** @param due the status; `null` for any refusal. Of a refusal also the field that it must name. */
async function firstFault(
  study: FigureStudy,
  addresses: readonly string[],
  due: { status: number | null; field?: string },
): Promise<string | null> {
  for (const path of addresses) {
    const answered = await get(study, path);
    const fault = due.status === 200 ? takenFault(answered) : refusalFault(answered, path, due);
    if (fault !== null) return `${path.slice(0, 120)}: ${fault}`;
  }
  return null;
}

function takenFault({ status, body }: Answered): string | null {
  return status === 200 ? null : `expected 200, got ${status ?? "no answer"} ${body.slice(0, 200)}`;
}

function refusalFault(
  answered: Answered,
  path: string,
  { status, field }: { status: number | null; field?: string },
): string | null {
  // A page in place of what was asked for is longer than a refusal in JSON.
  const isPage = answered.headers["content-type"]?.startsWith("text/html") === true;
  if (isPage)
    return answered.status === status ? null : `expected ${status ?? "4xx"}, got ${answered.status ?? "no answer"}`;
  const fault = answerFault(answered, { ...(status !== null && { statusOneOf: [status] }) }, { sent: path });
  if (fault !== null || field === undefined) return fault;
  const fields = namedFields(answered);
  return fields.includes(field) ? null : `the refusal names ${fields.join(", ")} and not ${field}`;
}

/** What is sent of a private figure is, but for its name, what is sent of one there is not: status, headers and body. */
async function privateAsUnknown(study: FigureStudy): Promise<string | null> {
  const unknown = "2222222222222222";
  const oembed = (figure: string): string => `/oembed?url=${encodeURIComponent(`${origin}/f/${figure}`)}`;
  const of = (figure: string): string[] => [
    ...everyForm(figure),
    ...everyForm(figure, "lang=en"),
    ...everyForm(`${figure}/frozen/1`),
    `/f/${figure}/figure.gif`,
    `/f/${figure}/figure.png?width=0`,
    oembed(figure),
  ];
  const ofPrivate = of(study.privateFigure);
  for (const [place, path] of of(unknown).entries()) {
    const [one, other] = [await get(study, path), await get(study, ofPrivate[place] ?? "")];
    const [missing, hidden] = [one, other].map((answered) => plain(answered, [unknown, study.privateFigure]));
    if (missing !== hidden) return `${path}: ${firstDifference(missing ?? "", hidden ?? "")}`;
  }
  return null;
}

/** An answer without what differs from one to the next: names, nonces with the tag that is made of them, and the hour. */
function plain({ status, headers, body }: Answered, names: readonly string[]): string {
  const { date: _date, etag: _etag, ...others } = headers;
  const whole = JSON.stringify({ status, others, body }).replaceAll(/nonce(?:=\\"|-)[^"'\\]*/g, "nonce");
  return names.reduce((text, name) => text.replaceAll(name, "name"), whole);
}

function firstDifference(one: string, other: string): string {
  let at = 0;
  while (one[at] === other[at]) at += 1;
  return `…${one.slice(Math.max(0, at - 20), at + 60)} and …${other.slice(Math.max(0, at - 20), at + 60)}`;
}

async function linkTo({ open, privateFigure }: FigureStudy): Promise<{ key: string; link: string }> {
  return linkMade.parse(await open.change("POST", `/figures/${privateFigure}/links`, { days: 1 }));
}

const linkMade = z.object({ key: z.string(), link: z.string() });

function get({ product }: FigureStudy, path: string): Promise<Answered> {
  return ask(product.service.port, { method: "GET", path, patienceMs: 30_000 });
}
