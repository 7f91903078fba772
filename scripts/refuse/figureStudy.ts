import { z } from "zod";
import { deriveCodebook } from "../../surveys/codebook/deriveCodebook.ts";
import type { Fixture } from "./fixture.ts";
import { isTaken } from "./client.ts";
import { newSubmissionKey, roleMembers, studyNames, wrap, type Product } from "./product.ts";
import { enoughPeople, fieldPublicStudy, type PublicStudy, type Row } from "./publicStudy.ts";

/** A study with a public and a private figure of one question. */
export interface FigureStudy {
  readonly product: Product;
  readonly open: PublicStudy;
  readonly look: object;
  readonly publicFigure: string;
  readonly privateFigure: string;
}

/** Fields the fixture with enough good answers for public numbers; `null` where it has no choice, or no good answers are taken. */
export async function fieldFigureStudy(running: { product: Product; fixture: Fixture }): Promise<FigureStudy | null> {
  const { questions } = deriveCodebook(running.fixture.definition);
  const question = questions.find(({ variables }) => variables[0]?.kind === "category")?.name;
  const good = await takenOf(running);
  if (question === undefined || good.length === 0) return null;
  const people = enoughPeople(good);
  const open = await fieldPublicStudy({ study: "corpus-figures", people }, running);
  const look = { kind: "bars", request: { question } };
  const publicFigure = await open.publicFigure(look);
  const title = { "zh-CN": "未公开", en: "Private" };
  const { figure: privateFigure } = made.parse(await open.change("POST", "/figures", { title, look }));
  return { product: running.product, open, look, publicFigure, privateFigure };
}

const made = z.object({ figure: z.string() });

/** The good answers that are taken: that others are not is said of the file they are in. */
async function takenOf({ product, fixture }: { product: Product; fixture: Fixture }): Promise<Row[]> {
  const taken: Row[] = [];
  for (const row of fixture.goodAnswers) {
    const body = wrap(JSON.stringify(row), { [roleMembers.submissionId]: newSubmissionKey() });
    if (isTaken(await product.submit(studyNames.main, Buffer.from(body)))) taken.push(row);
  }
  return taken;
}
