import { z } from "zod";
import { ask, jsonIn } from "./client.ts";
import type { Fixture } from "./fixture.ts";
import { mostRows, newSubmissionKey, paths, roleMembers, studyNames, wrap, type Product } from "./product.ts";
import { textPlaces } from "./textPlaces.ts";

/** An address that queries are tried on. */
export interface QueriedAddress {
  readonly path: string;
  readonly isPublic: boolean;
  /** The parameters it takes. */
  readonly takes: ReadonlySet<string>;
  /** The rows of an answer as text; `null` where it has none. */
  readonly rowsIn: (answer: unknown) => readonly string[] | null;
  /** The rows that its owner gets without a further parameter. */
  readonly allRows: readonly string[];
}

const studiesAnswer = z.object({ studies: z.array(z.object({ study: z.string() })) });
const textsAnswer = z.object({ texts: z.array(z.object({ text: z.string() })) });

/** Words that every filter with signs of its own can be tried on. */
const written = ["water is rising", "a.*b+(?c", "(a+)+", "50% of it", "x&y=z"];

/** The addresses of the product that list, count, chart or show, with what each gives its owner. */
export async function queriedAddresses(product: Product, fixture: Fixture): Promise<QueriedAddress[]> {
  const study = studyNames.main;
  const [place] = textPlaces(fixture);
  for (const text of place === undefined ? [] : written) {
    const members = { [roleMembers.submissionId]: newSubmissionKey(), [roleMembers.version]: 1 };
    await product.submit(study, Buffer.from(wrap(JSON.stringify(place?.answersWith(text)), members)));
  }
  const none = (): null => null;
  const studies = (answer: unknown): string[] => studiesAnswer.parse(answer).studies.map(({ study: name }) => name);
  const texts = (answer: unknown): string[] => textsAnswer.parse(answer).texts.map(({ text }) => text);
  const paging = ["limit", "cursor"];
  const addresses = [
    { path: paths.studies(), isPublic: false, takes: new Set(paging), rowsIn: studies },
    { path: paths.study(study), isPublic: false, takes: new Set<string>(), rowsIn: none },
    { path: paths.estimates(study), isPublic: false, takes: new Set(["weight", "from", "to"]), rowsIn: none },
    { path: paths.exports(study), isPublic: false, takes: new Set(["limit"]), rowsIn: none },
    { path: paths.questionnaire(study), isPublic: true, takes: new Set(["lang"]), rowsIn: none },
    { path: paths.page(study), isPublic: true, takes: new Set(["lang"]), rowsIn: none },
    ...(place === undefined
      ? []
      : [
          {
            path: `${paths.texts(study)}?question=${encodeURIComponent(place.variable)}`,
            isPublic: false,
            takes: new Set(["containing", ...paging]),
            rowsIn: texts,
          },
        ]),
  ];
  return Promise.all(
    addresses.map(async (address) => ({
      ...address,
      allRows: address.rowsIn(await everything(product, address)) ?? [],
    })),
  );
}

/** What an address gives its owner, as much of it as it gives at once. */
async function everything(
  { service, cookie }: Product,
  { path, takes }: Pick<QueriedAddress, "path" | "takes">,
): Promise<unknown> {
  const limit = takes.has("limit") ? `${path.includes("?") ? "&" : "?"}limit=${mostRows}` : "";
  return jsonIn((await ask(service.port, { method: "GET", path: `${path}${limit}`, cookie })).body);
}
