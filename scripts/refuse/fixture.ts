import type { Definition } from "../../surveys/definition.ts";
import { answersValue } from "./expandAnswers.ts";
import type { Corpus } from "./corpus.ts";
import { studyNames, type Product } from "./product.ts";

/** The corpus's questionnaire as it stands in the product. */
export interface Fixture {
  readonly definition: Definition;
  /** Answers that the corpus says are good, fewest first. */
  readonly goodAnswers: readonly Readonly<Record<string, unknown>>[];
  /** How many versions are fielded: 2, or 1 when the folder's words for the second could not be followed. */
  readonly versions: number;
}

/** Fields the corpus's questionnaire: two versions in an open study, and copies in a draft, a closed and other studies. */
export async function fieldFixture({ survey, versionTwo, files }: Corpus, product: Product): Promise<Fixture> {
  const definition = survey as unknown as Definition;
  const second = versionTwo === null ? null : withoutChoice(definition, versionTwo);
  const versions = second === null ? [definition] : [definition, second];
  await product.addStudy({ study: studyNames.main, definitions: versions });
  const copies = [definition];
  await product.addStudy({ study: studyNames.draft, definitions: copies, state: "draft" });
  await product.addStudy({ study: studyNames.closed, definitions: copies, state: "closed" });
  await product.addStudy({
    study: studyNames.over,
    definitions: copies,
    firstDay: "2020-01-01",
    lastDay: "2020-01-02",
  });
  await product.addStudy({ study: studyNames.early, definitions: copies, firstDay: "2999-01-01" });
  await product.addStudy({ study: studyNames.foreign, definitions: copies, owner: product.otherCookie });
  return { definition, goodAnswers: goodAnswersIn(files), versions: versions.length };
}

/** Answers of the positive controls, fewest first. */
function goodAnswersIn(files: Corpus["files"]): Record<string, unknown>[] {
  const size = (answers: object): number => Object.keys(answers).length;
  return files
    .filter(({ category }) => category === "a0")
    .flatMap(({ cases }) => cases.map(answersValue))
    .filter((answers) => answers !== null)
    .sort((one, other) => size(one) - size(other));
}

const change = /^([\p{L}\p{N}_-]+)\.([a-z]+) without "(.+)"$/iu;

/** The definition without one item of one list, as `district.choices without "west"` says; `null` for other words. */
function withoutChoice(definition: Definition, words: string): Definition | null {
  const [, name, list, code] = change.exec(words) ?? [];
  if (name === undefined || list === undefined) return null;
  const before = JSON.stringify(definition);
  const after = JSON.stringify(definition, (_key, value: unknown) => {
    if (typeof value !== "object" || value === null || !("name" in value) || value.name !== name) return value;
    const items: unknown = (value as Record<string, unknown>)[list];
    if (!Array.isArray(items)) return value;
    return { ...value, [list]: items.filter((item: unknown) => String(codeIn(item)) !== code) };
  });
  return after === before ? null : (JSON.parse(after) as Definition);
}

function codeIn(item: unknown): unknown {
  return typeof item === "object" && item !== null && "value" in item ? item.value : item;
}
