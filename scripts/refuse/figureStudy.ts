import { z } from "zod";
import { deriveCodebook } from "../../surveys/codebook/deriveCodebook.ts";
import type { Fixture } from "./fixture.ts";
import type { Product } from "./product.ts";
import { enoughPeople, fieldPublicStudy, type PublicStudy } from "./publicStudy.ts";

/** A study with a public and a private figure of one question. */
export interface FigureStudy {
  readonly product: Product;
  readonly open: PublicStudy;
  readonly look: object;
  readonly publicFigure: string;
  readonly privateFigure: string;
}

/** Fields the fixture with enough good answers for public numbers; `null` where it has no choice, or the corpus no good answers. */
export async function fieldFigureStudy(running: { product: Product; fixture: Fixture }): Promise<FigureStudy | null> {
  const { definition, goodAnswers } = running.fixture;
  const { questions } = deriveCodebook(definition);
  const question = questions.find(({ variables }) => variables[0]?.kind === "category")?.name;
  if (question === undefined || goodAnswers.length === 0) return null;
  const people = enoughPeople(goodAnswers);
  const open = await fieldPublicStudy({ study: "corpus-figures", people }, running);
  const look = { kind: "bars", request: { question } };
  const publicFigure = await open.publicFigure(look);
  const title = { "zh-CN": "未公开", en: "Private" };
  const { figure: privateFigure } = made.parse(await open.change("POST", "/figures", { title, look }));
  return { product: running.product, open, look, publicFigure, privateFigure };
}

const made = z.object({ figure: z.string() });
