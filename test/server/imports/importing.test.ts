import { gzipSync } from "node:zlib";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import type { Study } from "../../../server/fielding/study.ts";
import { ImportStopped } from "../../../server/imports/importPass.ts";
import type { ImportReport } from "../../../server/imports/importReport.ts";
import { readMapping } from "../../../server/imports/mapping.ts";
import { Problem } from "../../../server/problem.ts";
import type { Definition } from "../../../surveys/definition.ts";
import { startApplication, type TestApplication } from "../../support/application.ts";
import { fieldStudy } from "../../support/fieldStudy.ts";

const definition = {
  elements: [
    { type: "radiogroup", name: "sex", choices: ["male", "female"] },
    { type: "text", name: "age", inputType: "number", min: 18 },
    { type: "text", name: "born", inputType: "date" },
    { type: "checkbox", name: "needs", choices: ["masks", "food"] },
    { type: "matrix", name: "trust", rows: ["tv", "radio"], columns: ["0", "1"] },
    { type: "ranking", name: "order", choices: ["a", "b"] },
    { type: "comment", name: "story" },
  ],
};

const mapping = {
  day: { column: "wave", days: { "1": "2020-01-30", "2": "2020-02-06" } },
  key: { column: "id" },
  weight: { column: "w" },
  gridUnit: { column: "place" },
  missing: ["", "-99"],
  answers: {
    sex: { column: ["sex", "gender"], codes: { "1": "male", "2": "female" } },
    age: { column: "age" },
    "needs.masks": { column: "masks", ticked: ["yes"], notTicked: ["no"] },
    "needs.food": { column: "food" },
    "trust.tv": { column: "tv" },
    story: { column: "story" },
  },
  ignored: ["comment of the interviewer"],
};

const header = "id,wave,w,place,sex,age,masks,food,tv,story";
const fine = "a1,1,1.5,330600,1,40,yes,0,1,好";

let application: TestApplication;
let study: Study;
let number = 0;

beforeAll(async () => {
  application = await startApplication();
});
afterAll(() => application.close());
beforeEach(async () => {
  number += 1;
  const name = `import-${number}`;
  study = await fieldStudy(application.services, definition as Definition, name);
});

interface Given {
  readonly changed?: object;
  readonly onFault?: "stop" | "skip";
}

const read = (file: string | Buffer, { changed = {}, onFault = "stop" }: Given = {}): Promise<ImportReport> =>
  application.services.importing.importFile({
    study,
    mapping: readMapping(Buffer.from(JSON.stringify({ ...mapping, ...changed }))),
    open: () => [Buffer.from(file)],
    onFault,
    onRows: () => undefined,
  });

/** The faults an import ends with, as `field: sentence`, and how many responses the study then has. */
async function refusal(importing: () => Promise<unknown>): Promise<{ faults: string[]; kept: number }> {
  let problem: unknown = null;
  try {
    await importing();
  } catch (error) {
    problem = error;
  }
  if (!(problem instanceof Problem)) throw new Error("The import was not refused", { cause: problem });
  const faults = problem.faults.map(({ field, message }) => `${field}: ${message.en}`);
  return { faults, kept: await application.services.responses.count(study.study) };
}

async function responses() {
  const all = [];
  for await (const batch of application.services.responses.scan(study.study)) all.push(...batch);
  return all;
}

describe("an import", () => {
  test("brings every cell to its question, with day, weight, grid unit and language", async () => {
    const report = await read(`${header}\n${fine}\n`, { changed: { language: "en" } });
    expect(report).toMatchObject({ read: 1, kept: 1, keptBefore: 0, refused: 0, unknownColumns: [] });
    expect(await responses()).toMatchObject([
      {
        day: "2020-01-30",
        weight: 1.5,
        gridUnit: "330600",
        language: "en",
        answers: { sex: "male", age: 40, needs: ["masks"], trust: { tv: "1" }, story: "好" },
      },
    ]);
  });

  test("takes missing codes for no answer, and no tick for an answer", async () => {
    await read(`${header}\na1,2,,,-99,,no,0,,\n`);
    const [response] = await responses();
    expect(response).toMatchObject({ day: "2020-02-06", weight: null, gridUnit: null });
    expect(response?.answers).toEqual({ needs: [] });
  });

  test.each([
    ["with a byte order mark and CRLF", Buffer.from(`\uFEFF${header}\r\n${fine}\r\n`)],
    ["that is gzipped", gzipSync(`${header}\n${fine}\n`)],
    ["without a last line end, with empty lines", Buffer.from(`${header}\n\n${fine}\n\n`)],
  ])("reads a file %s", async (_kind, file) => {
    expect(await read(file)).toMatchObject({ read: 1, kept: 1 });
  });

  test("takes a column under its other name", async () => {
    expect(await read(`${header.replace("sex", "gender")}\n${fine}`)).toMatchObject({ kept: 1 });
  });

  test.each(["=1+1", "@SUM(A1)", "-2+3", "\t=x", 'He said "no",\nand left', "'; DROP TABLE responses; --"])(
    "keeps the words %j letter by letter",
    async (words) => {
      await read(`${header}\na1,1,,,,,,,,"${words.replaceAll('"', '""')}"\n`);
      expect((await responses())[0]?.answers["story"]).toBe(words);
    },
  );

  test("doubles nothing when it is done again, and adds what was left out", async () => {
    await read(`${header}\n${fine}\n`);
    const again = await read(`${header}\n${fine}\n${fine.replace("a1", "a2")}\n`);
    expect(again).toMatchObject({ read: 2, kept: 1, keptBefore: 1 });
    expect(await responses()).toHaveLength(2);
  });

  test("tells rows by their number within a named file", async () => {
    const changed = { key: { rowsOf: "January" }, ignored: ["id"] };
    await read(`${header}\n${fine}\n${fine}\n`, { changed });
    expect(await read(`${header}\n${fine}\n${fine}\n`, { changed })).toMatchObject({ kept: 0, keptBefore: 2 });
    expect(await read(`${header}\n${fine}\n`, { changed: { ...changed, key: { rowsOf: "February" } } })).toMatchObject({
      kept: 1,
    });
  });

  test("finishes what an unreadable end of the file interrupted", async () => {
    const many = Array.from({ length: 2_500 }, (_, row) => fine.replace("a1", `b${row}`)).join("\n");
    const stopped = await read(`${header}\n${many}\n"never closed`, { onFault: "skip" }).catch(
      (error: unknown) => error,
    );
    expect(stopped).toBeInstanceOf(ImportStopped);
    const before = (await responses()).length;
    expect((stopped as ImportStopped).report.kept).toBe(before);
    expect(await read(`${header}\n${many}\n`)).toMatchObject({ kept: 2_500 - before, keptBefore: before });
  });

  test("reports columns that nobody speaks for", async () => {
    const { unknownColumns } = await read(`${header},comment of the interviewer,extra\n${fine},x,y\n`);
    expect(unknownColumns).toEqual(["extra"]);
  });
});

describe("a row at fault", () => {
  const rows = (bad: string) => `${header}\n${fine}\n${bad}\n`;

  test.each([
    ["a2,1,1,,3,40,yes,0,1,x", "row 3, sex: “3”: this value is unknown to mapping and questionnaire"],
    ["a2,1,1,,1,forty,yes,0,1,x", "row 3, age: “forty”: this is not a number"],
    ["a2,1,1,,1,17,yes,0,1,x", "row 3, age: “17”: This is too small"],
    ["a2,1,-1,,1,40,yes,0,1,x", "row 3, w: “-1”: a weight must be a number and not below 0"],
    ["a2,1,NaN,,1,40,yes,0,1,x", "row 3, w: “NaN”: a weight must be a number and not below 0"],
    ["a2,,1,,1,40,yes,0,1,x", "row 3, wave: the day is missing"],
    ["a2,9,1,,1,40,yes,0,1,x", "row 3, wave: “9”: this value is unknown to mapping and questionnaire"],
    [",1,1,,1,40,yes,0,1,x", "row 3, id: the key is missing"],
    ["a2,1,1,,1,40,perhaps,0,1,x", "row 3, masks: “perhaps”: this value is unknown to mapping and questionnaire"],
    ["a2,1,1,,1,40,yes,0", "row 3: the row has more or fewer cells than the header"],
    ["a2,1,1,,1,40,yes,0,1,x,y", "row 3: the row has more or fewer cells than the header"],
    [
      `a2,1,1,${"x".repeat(65)},1,40,yes,0,1,x`,
      `row 3, place: “${"x".repeat(60)}…”: a grid unit is at most 64 characters, none of them control characters`,
    ],
    ["a2,1,1,,\u001B[2J,40,yes,0,1,x", "row 3, sex: “\\u{1b}[2J”: this value is unknown to mapping and questionnaire"],
  ])("%j is named, and nothing of the file is kept", async (bad, sentence) => {
    expect(await refusal(() => read(rows(bad)))).toEqual({ faults: [sentence], kept: 0 });
  });

  test("is left out and counted by kind where faults are skipped", async () => {
    const file = rows(["b,1,1,,3,40,yes,0,1,x", "c,1,1,,3,40,yes,0,1,x", "d,1,1,,4,40,yes,0,1,x", "e,1"].join("\n"));
    const report = await read(file, { onFault: "skip" });
    expect(report).toMatchObject({ read: 5, kept: 1, refused: 4 });
    expect([...report.refusedBy]).toEqual([
      ["unknown-value", 3],
      ["wrong-cell-count", 1],
    ]);
    expect([...(report.unknownValues.get("sex") ?? [])]).toEqual([
      ["3", 2],
      ["4", 1],
    ]);
    expect(await responses()).toHaveLength(1);
  });

  test("may be every row", async () => {
    const report = await read(`${header}\na,9\nb,9\n`, { onFault: "skip" });
    expect(report).toMatchObject({ read: 2, kept: 0, refused: 2 });
  });

  test("is one whose key stands for other content", async () => {
    await read(`${header}\n${fine}\n`);
    const { faults, kept } = await refusal(() => read(`${header}\n${fine.replace(",40,", ",41,")}\n`));
    expect(faults).toEqual(["row 2: this key stands for another row with other content"]);
    expect(kept).toBe(1);
  });
});

describe("a file that cannot be read", () => {
  test.each([
    ["an empty file", Buffer.alloc(0), "file: the file is empty"],
    ["an unclosed quote", Buffer.from(`${header}\n${fine}\n"a2,1`), "line 3: a quote that opens here is never closed"],
    [
      "a quote inside a cell",
      Buffer.from(`${header}\na"2,1`),
      "line 2: a quote stands inside a cell that does not begin with one",
    ],
    ["words after a quote", Buffer.from(`${header}\n"a"2,1`), "line 2: words follow a closing quote"],
    [
      "another encoding",
      Buffer.concat([Buffer.from(`${header}\n${fine}\n`), Buffer.from([0xb0, 0xa1, 0x0a])]),
      "line 3: the file is not UTF-8; save it as CSV UTF-8",
    ],
    ["UTF-16", Buffer.from(`\uFEFF${header}\n`, "utf16le"), "line 1: the file is not UTF-8; save it as CSV UTF-8"],
    [
      "a spreadsheet",
      Buffer.from("PK\u0003\u0004…"),
      "file: this is a spreadsheet or a zip archive; save it as CSV UTF-8",
    ],
    [
      "a gzipped file that was cut",
      gzipSync(`${header}\n${fine}\n`).subarray(0, 60),
      "file: the compressed file is damaged or ends early",
    ],
    ["two columns of one name", Buffer.from(`${header},sex\n${fine},1\n`), "row 1, sex: two columns have this name"],
  ])("is %s: said in a sentence, and nothing is kept", async (_kind, file, sentence) => {
    expect(await refusal(() => read(file))).toEqual({ faults: [sentence], kept: 0 });
  });
});

describe("a mapping at fault", () => {
  test("is one whose column the file does not have", async () => {
    const { faults } = await refusal(() => read(`${header.replace("age", "years")}\n${fine}`));
    expect(faults).toEqual(["answers.age.column: the file has no column age"]);
  });

  test.each([
    [{ weigth: { column: "w" } }, "weigth: There is no such field"],
    [{ day: { column: "wave", always: "2020-01-30" } }, "day: Give either column or always"],
    [{ day: {} }, "day: Give either column or always"],
    [{ key: {} }, "key: Give either column or rowsOf"],
    [{ answers: { height: { column: "age" } } }, "answers.height: the questionnaire has no such variable"],
    [
      { answers: { sex: { column: "sex", codes: { "1": "man" } } } },
      "answers.sex.codes.1: the question has no such code",
    ],
    [{ answers: { age: { column: "age", codes: { "1": 2 } } } }, "answers.age.codes: only a choice has codes"],
    [
      { answers: { sex: { column: "sex", ticked: ["1"] } } },
      "answers.sex: only an option of a multiple choice is ticked",
    ],
    [
      { answers: { "order.a": { column: "age" } } },
      "answers.order.a: rankings, and rows that a person adds, cannot be read from a table",
    ],
  ])("%j is named", async (changed, sentence) => {
    expect(await refusal(async () => read(`${header}\n${fine}\n`, { changed }))).toEqual({
      faults: [sentence],
      kept: 0,
    });
  });
});
