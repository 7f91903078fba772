import { z } from "zod";
import { openBrowser } from "./browser.ts";
import { isTaken } from "./client.ts";
import type { CorpusCase, CorpusFile } from "./corpus.ts";
import type { Fixture } from "./fixture.ts";
import { newSubmissionKey, roleMembers, wrap, type Product } from "./product.ts";
import { faultIn, type Results } from "./results.ts";
import { textPlaces, withRoomFor, type TextPlace } from "./textPlaces.ts";
import { createTextViews, lookInto, rowsInFile, textsInApi } from "./textViews.ts";

interface Running {
  readonly product: Product;
  readonly fixture: Fixture;
  readonly results: Results;
}

/** How a case says its text, and what it allows. */
const textCase = z.looseObject({
  text: z.string().optional(),
  gen: z
    .object({ char: z.string(), times: z.number(), before: z.string().default(""), after: z.string().default("") })
    .optional(),
  allowedAlternative: z.string().optional(),
  needsMaxLength: z.number().optional(),
});

/** A case on its way: where its text was taken, and the first thing found wrong with it. */
interface Tracked {
  readonly given: CorpusCase;
  readonly text: string;
  readonly takenAt: Set<TextPlace>;
  fault: string | null;
}

/** The study the texts go to, and the places of its questionnaire that take them. */
interface Fielded {
  readonly study: string;
  readonly places: readonly TextPlace[];
}

/** Sends every text to each kind of place for texts, and looks for it unchanged and harmless in every view. */
export async function runOpenTexts({ cases }: CorpusFile, { product, fixture, results }: Running): Promise<void> {
  const known = cases.filter((given) => textOf(given) !== null);
  for (const given of cases)
    if (!known.includes(given)) results.notApplicable(given, "a text of a form that is not known");
  const fielded = await fieldForTexts(known, { product, fixture });
  const [main] = fielded.places;
  if (main === undefined) {
    for (const given of known) results.notApplicable(given, "the fixture has no place for open text");
    return;
  }
  const tracked = known.map((given): Tracked => ({
    given,
    text: textOf(given) ?? "",
    takenAt: new Set(),
    fault: null,
  }));
  for (const one of tracked) one.fault = await sendFault(one, fielded, product);
  for (const place of fielded.places) await compareWithApi(tracked, place, { study: fielded.study, product });
  for (const flavour of ["plain", "excel"] as const) await compareWithFile(tracked, fielded, { product, flavour });
  await compareWithViews(tracked, product, { study: fielded.study, place: main });
  for (const one of tracked) one.fault ??= logFault(one.text, product.service.log());
  for (const { given, takenAt, fault, text } of tracked) {
    const isTooLong = takenAt.size === 0 && fault === null && text.length > main.mostUnits;
    if (isTooLong) results.notApplicable(given, `the longest text taken has ${main.mostUnits} code units`);
    else results.judged(given, fault);
  }
}

/** The text of a case; `null` for one of a form that is not known. */
export function textOf(given: CorpusCase): string | null {
  const { text, gen } = textCase.parse(given);
  return gen === undefined ? (text ?? null) : gen.before + gen.char.repeat(gen.times) + gen.after;
}

/** Fields the fixture for texts, with room for the longest that a case needs when the product can give it. */
async function fieldForTexts(
  cases: readonly CorpusCase[],
  { product, fixture }: { product: Product; fixture: Fixture },
): Promise<Fielded> {
  const [main] = textPlaces(fixture);
  const units = Math.max(0, ...cases.map((given) => textCase.parse(given).needsMaxLength ?? 0));
  const isShort = main !== undefined && units > main.mostUnits;
  const roomy = isShort ? withRoomFor(fixture.definition, { name: main.variable, units }) : fixture.definition;
  const field = async (study: string, definition: Fixture["definition"]): Promise<Fielded> => {
    await product.addStudy({ study, definitions: [definition] });
    return { study, places: textPlaces({ ...fixture, definition }) };
  };
  try {
    return await field("corpus-texts", roomy);
  } catch (error) {
    if (!isShort) throw error;
    return field("corpus-texts-short", fixture.definition);
  }
}

async function sendFault(
  { given, text, takenAt }: Tracked,
  { study, places }: Fielded,
  product: Product,
): Promise<string | null> {
  const mayRefuse = textCase.parse(given).allowedAlternative === "refuse-4xx";
  // "Other" without words may be refused, so that no text goes to the first place only.
  const fitting = text === "" ? places.slice(0, 1) : places.filter(({ mostUnits }) => text.length <= mostUnits);
  for (const place of fitting) {
    const members = { [roleMembers.submissionId]: newSubmissionKey() };
    const body = Buffer.from(wrap(JSON.stringify(place.answersWith(text)), members));
    const answered = await product.submit(study, body);
    if (isTaken(answered)) takenAt.add(place);
    else if (!(mayRefuse && answered.status !== null && answered.status >= 400 && answered.status < 500))
      return `${place.variable}: expected 2xx, got ${answered.status ?? "no answer"} ${answered.body.slice(0, 200)}`;
  }
  return null;
}

/** An empty text is no answer: whether a view lists it says nothing. */
function isAnswer({ text }: Tracked): boolean {
  return text !== "";
}

async function compareWithApi(
  tracked: readonly Tracked[],
  place: TextPlace,
  { study, product }: { study: string; product: Product },
): Promise<void> {
  const { variable } = place;
  const sent = tracked.filter((one) => one.takenAt.has(place) && isAnswer(one));
  const all = await textsInApi(product, { study, variable });
  for (const one of sent) {
    if (!all.includes(one.text)) one.fault ??= `${variable}: the API does not give the text back`;
    const containing = firstCharacters(one.text, 20);
    const found = await textsInApi(product, { study, variable, containing });
    const due = all.filter((text) => text.includes(containing));
    if (found.toSorted().join("\u0000") !== due.toSorted().join("\u0000"))
      one.fault ??= `${variable}: looking for ${JSON.stringify(containing)} finds ${found.length} texts of ${due.length}`;
  }
}

/** The beginning of a text, no character of it cut. */
export function firstCharacters(text: string, most: number): string {
  return Array.from(text).slice(0, most).join("");
}

async function compareWithFile(
  tracked: readonly Tracked[],
  { study, places }: Fielded,
  { product, flavour }: { product: Product; flavour: "plain" | "excel" },
): Promise<void> {
  const rows = await rowsInFile(product, { study, flavour });
  const sent = tracked.reduce((sum, { takenAt }) => sum + takenAt.size, 0);
  for (const place of places) {
    const cells = new Set(rows.map((row) => row[place.variable]));
    for (const one of tracked.filter(({ takenAt }) => takenAt.has(place))) {
      if (rows.length !== sent) one.fault ??= `the ${flavour} file has ${rows.length} rows for ${sent} responses`;
      if (!cells.has(cellFor(one.text))) one.fault ??= `${place.variable}: not in the ${flavour} file as it should be`;
    }
  }
}

/** What a spreadsheet does not see before a formula's first sign. */
const unseen = /^(?:\s|\p{Default_Ignorable_Code_Point}|\p{Cc})*/u;
const formulaSign = /^[=+\-@＝＋－＠]/u;

/** The cell for a text: itself, or behind one apostrophe where a spreadsheet would take it for a formula. */
export function cellFor(text: string): string {
  const isFormula = formulaSign.test(text.replace(unseen, "")) || /^[\t\r\n]/.test(text);
  return isFormula ? `'${text}` : text;
}

async function compareWithViews(
  tracked: readonly Tracked[],
  product: Product,
  { study, place }: { study: string; place: TextPlace },
): Promise<void> {
  const browser = await openBrowser();
  if (browser === null) return;
  try {
    for (const view of await createTextViews(product, { study, variable: place.variable })) {
      const looking = await lookInto(view, { browser, product });
      for (const one of tracked.filter((each) => each.takenAt.has(place) && isAnswer(each)))
        one.fault ??= await faultIn(looking.faultOf(one.text));
      await looking.close();
    }
  } finally {
    await browser.close();
  }
}

const leastTellingUnits = 8;

function logFault(text: string, log: string): string | null {
  const quoted = JSON.stringify(text).slice(1, -1);
  if (text.length < leastTellingUnits) return null;
  return log.includes(text) || log.includes(quoted) ? "the text is in the log" : null;
}
