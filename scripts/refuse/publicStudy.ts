import { z } from "zod";
import type { Estimate } from "../../stats/estimate.ts";
import { ask, askJson, isTaken, jsonIn } from "./client.ts";
import type { CorpusFile } from "./corpus.ts";
import type { Fixture } from "./fixture.ts";
import { newSubmissionKey, paths, roleMembers, wrap, type Product } from "./product.ts";

/** A row of a file of attacks: what a person has answered. */
export type Row = Readonly<Record<string, unknown>>;

const rowsFile = z.looseObject({
  k: z.looseObject({ default: z.number() }),
  rows: z.array(z.record(z.string(), z.unknown())),
});

/** Fewest answers of a number in public, by which a file's rows are taken so many times. */
const fewestInPublic = 100;
const atOnce = 20;

/** What the public sees of a number, by the words before it in its table. */
export interface ShownNumber {
  readonly words: readonly string[];
  readonly estimate: Estimate;
}

/** A study whose questions are all public, with people's answers. */
export type PublicStudy = Awaited<ReturnType<typeof fieldPublicStudy>>;

/** What attacks work with. */
export interface Attacked {
  readonly public: PublicStudy;
  /** The rows as they are in the file, each of one person. */
  readonly onceEach: PublicStudy;
  /** Of the smallest district as few people as in the file, of the others many. */
  readonly fewInWest: PublicStudy;
  readonly product: Product;
  readonly fixture: Fixture;
}

/** Fields the studies that are attacked. */
export async function fieldAttacked(
  file: CorpusFile,
  parts: { product: Product; fixture: Fixture },
): Promise<Attacked> {
  const { k, rows } = rowsFile.parse(file);
  const times = Math.ceil(fewestInPublic / k.default);
  const fewInWest = rows.flatMap((row) => repeated([row], row["district"] === "west" ? 1 : times));
  return {
    ...parts,
    public: await fieldPublicStudy({ study: "corpus-public", people: repeated(rows, times) }, parts),
    onceEach: await fieldPublicStudy({ study: "corpus-public-once", people: rows }, parts),
    fewInWest: await fieldPublicStudy({ study: "corpus-public-few", people: fewInWest }, parts),
  };
}

/** People who answer as some do, so many that their numbers are public. */
export function enoughPeople(rows: readonly Row[]): Row[] {
  return repeated(rows, Math.ceil(fewestInPublic / rows.length));
}

function repeated(rows: readonly Row[], times: number): Row[] {
  return rows.flatMap((row) => Array.from({ length: times }, () => row));
}

/** Fields the fixture as a study of a name, lets all of it be public, and sends what people say as respondents do. */
export async function fieldPublicStudy(
  { study, people }: { study: string; people: readonly Row[] },
  { product, fixture }: { product: Product; fixture: Fixture },
) {
  const { port } = product.service;
  const { cookie } = product;
  await product.addStudy({ study, definitions: [fixture.definition] });

  const answer = async (row: Row, key = newSubmissionKey(), to = study) => {
    const body = Buffer.from(wrap(JSON.stringify(row), { [roleMembers.submissionId]: key }));
    const answered = await product.submit(to, body);
    if (!isTaken(answered)) throw new Error(`an answer was not taken: ${answered.body.slice(0, 200)}`);
    return answered;
  };
  for (let from = 0; from < people.length; from += atOnce)
    await Promise.all(people.slice(from, from + atOnce).map((row) => answer(row)));

  const change = async (method: string, path: string, value: unknown): Promise<unknown> => {
    const answered = await askJson(port, { method, path: `${paths.study(study)}${path}`, cookie, value });
    if (!isTaken(answered))
      throw new Error(`${path}: ${answered.status ?? "no answer"} ${answered.body.slice(0, 300)}`);
    return jsonIn(answered.body);
  };
  const named = fixture.definition.pages?.flatMap(({ elements = [] }) => elements) ?? [];
  const questions = named.flatMap(({ name, type }) => (type === "html" ? [] : [name]));
  await change("PUT", "/publication", { questions });

  const seen = async (path: string): Promise<{ status: number | null; body: string; headers: Row }> =>
    ask(port, { method: "GET", path });

  return {
    study,
    people,
    questions,
    answer,
    change,
    seen,

    /** Makes a figure, shows it to everyone and gives its name. */
    async publicFigure(look: object): Promise<string> {
      const title = { "zh-CN": "数字", en: "Numbers" };
      const { figure } = z.object({ figure: z.string() }).parse(await change("POST", "/figures", { title, look }));
      await change("PUT", `/figures/${figure}/visibility`, { visibility: "public" });
      return figure;
    },

    /** The numbers of a public figure, as anybody finds them. */
    async numbersOf(figure: string): Promise<ShownNumber[]> {
      const { body } = await seen(`/f/${figure}/figure.json`);
      const { state } = figureFile.parse(jsonIn(body));
      return state.editions.en.table.rows.flatMap((row) => {
        const words = row.filter((cell) => typeof cell === "string");
        return row.flatMap((cell) => (isEstimate(cell) ? [{ words, estimate: cell }] : []));
      });
    },
  };
}

const figureFile = z.object({
  state: z.object({
    editions: z.object({ en: z.object({ table: z.object({ rows: z.array(z.array(z.unknown())) }) }) }),
  }),
});

function isEstimate(cell: unknown): cell is Estimate {
  return typeof cell === "object" && cell !== null && "kind" in cell;
}
