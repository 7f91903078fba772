import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { startApplication, type TestApplication } from "../../support/application.ts";
import { send, type Received } from "../../support/client.ts";
import { fieldStudy } from "../../support/fieldStudy.ts";
import { answersArrive, ask, halfMen, runScheme, weightable } from "../../support/weighting.ts";

let application: TestApplication;
beforeAll(async () => {
  application = await startApplication();
  await fieldStudy(application.services, weightable);
});
afterAll(() => application.close());

const upload = async (text: string, type = "text/csv"): Promise<Received> => {
  const { cookie } = await application.signIn();
  return send(application.address, "/api/studies/flood/weighting/margins?lang=en", {
    method: "POST",
    cookie,
    value: text,
    headers: { "Content-Type": type },
  });
};

describe("POST …/weighting/margins", () => {
  test("gives the shares of a file as a scheme takes them", async () => {
    const { status, text } = await upload(
      "﻿margin,category,count\r\nsex,male,300\r\nsex,female,700\r\nsex and age,male|old,5\r\n",
    );
    expect({ status, body: JSON.parse(text) }).toEqual({
      status: 200,
      body: {
        margins: [
          { name: "sex", shares: { male: 0.3, female: 0.7 } },
          { name: "sex and age", shares: { "male|old": 1 } },
        ],
      },
    });
    const { margins } = JSON.parse(text) as { margins: { shares: Record<string, number> }[] };
    const target = { shares: margins[0]?.shares, source: "my-margins.csv" };
    const scheme = { ...halfMen, margins: [{ ...halfMen.margins[0], target }] };
    expect((await ask(application, "PUT /weighting/mine", scheme)).status).toBe(201);
    await answersArrive(application, 10, { day: "2026-03-01", answers: { sex: "male" } });
    await answersArrive(application, 10, { day: "2026-03-01", answers: { sex: "female" } });
    const [male] = (await runScheme(application, "mine")).margins[0]?.categories ?? [];
    expect(male?.achieved).toBeCloseTo(0.3, 9);
  });

  const faulty: readonly [string, string, string, string][] = [
    ["an empty file", "", "file", "empty"],
    ["a header alone", "margin,category,share\n", "file", "empty"],
    ["a missing column", "margin,share\nsex,1\n", "row 1, category", "missing-column"],
    ["an unknown column", "margin,category,share,year\n", "row 1, year", "unknown-column"],
    ["a word for a number", "margin,category,share\nsex,male,half\n", "row 2, share", "not-a-share"],
    ["a number below 0", "margin,category,count\nsex,male,1\nsex,female,-3\n", "row 3, count", "not-a-share"],
    ["no number", "margin,category,count\nsex,male,\n", "row 2, count", "not-a-share"],
    ["an infinite number", "margin,category,count\nsex,male,1e999\n", "row 2, count", "not-a-share"],
    ["a category twice", "margin,category,count\nsex,male,1\nsex,male,2\n", "row 3, category", "repeated"],
    ["a nameless category", "margin,category,count\nsex,,1\n", "row 2, category", "no-name"],
    ["a short row", "margin,category,count\nsex,male\n", "row 2", "wrong-cell-count"],
    ["zeros only", "margin,category,count\nsex,male,0\n", "margin sex", "all-zero"],
    ["a quote that never closes", 'margin,category,count\n"sex,male,1\n', "line 2", "malformed-csv"],
  ];
  test.each(faulty)("refuses %s, and says where", async (_, ...[text, field, code]) => {
    const { status, text: answer } = await upload(text);
    expect({ status, body: JSON.parse(answer) }).toMatchObject({ status: 422, body: { errors: [{ field, code }] } });
  });

  test("takes nothing but CSV, and not much of it", async () => {
    expect((await upload("{}", "application/json")).status).toBe(415);
    const rows = (many: number, width: number): string =>
      `margin,category,count\n${Array.from({ length: many }, (_, row) => `sex,${String(row).padStart(width, "0")},1\n`).join("")}`;
    expect((await upload(rows(12_000, 95))).status).toBe(413);
    expect(JSON.parse((await upload(rows(10_001, 6))).text)).toMatchObject({ errors: [{ code: "too-many-rows" }] });
  });

  test("keeps a prototype's name from doing harm", async () => {
    const { status, text } = await upload("margin,category,count\n__proto__,constructor,1\n__proto__,__proto__,1\n");
    expect({ status, has: text.includes("__proto__") }).toEqual({ status: 200, has: true });
    expect(Object.keys(Object.prototype)).toEqual([]);
  });
});
