import { execFile } from "node:child_process";
import { cp, mkdir, mkdtemp, rm, symlink, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { afterAll, beforeAll, describe, expect, test } from "vitest";

const house = fileURLToPath(new URL("..", import.meta.url));
const run = promisify(execFile);

/** A small tree of the same layout under the real gates, with one violation of each kind in it. */
const planted: Readonly<Record<string, string>> = {
  "stats/share.ts": `import { readFileSync } from "node:fs";\nexport const share = () => readFileSync("x");\n`,
  "surveys/questionnaire.ts": `import { share } from "../stats/share.ts";\nexport const asked = share;\n`,
  "charts/bars.ts": `import { share } from "../stats/share.ts";\nexport const bars = share;\n`,
  "server/fielding/responseStore.ts": `import mongoose from "mongoose";\nexport const responses = mongoose;\n`,
  "server/fielding/rule.ts": `import { responses } from "./responseStore.ts";\nexport const rule = responses;\n`,
  "server/figures/figure.ts": `import { rule } from "../fielding/rule.ts";\nexport const figure = rule;\n`,
  "server/records/records.ts": `export const records = 1;\n`,
  "server/openData/rows.ts": `import { records } from "../records/records.ts";\nexport const rows = records;\n`,
  "server/estimates/plain.ts": `import express from "express";\nexport const plain = express;\n`,
  "server/estimates/direct.ts": `import mongoose from "mongoose";\nexport const direct = mongoose;\n`,
  "client/page.ts": `import { plain } from "../server/estimates/plain.ts";\nexport const page = plain;\n`,
  "server/a.ts": `import { b } from "./b.ts";\nexport const a = () => b;\n`,
  "server/b.ts": `import { a } from "./a.ts";\nexport const b = () => a;\n`,
  "server/tested.ts": `import { help } from "../test/help.ts";\nexport const tested = help;\n`,
  "test/help.ts": `export const help = 1;\n`,
  "charts/alone.ts": `export const alone = 1;\n`,
  "server/main.ts": `import { a } from "./a.ts";\nconsole.log(a);\n`,
};

let tree: string;

beforeAll(async () => {
  tree = await mkdtemp(join(tmpdir(), "dingxin-gates-"));
  for (const [path, text] of Object.entries(planted)) {
    await mkdir(dirname(join(tree, path)), { recursive: true });
    await writeFile(join(tree, path), text);
  }
  for (const file of ["package.json", "tsconfig.json", ".dependency-cruiser.mjs"])
    await cp(join(house, file), join(tree, file));
  await symlink(join(house, "node_modules"), join(tree, "node_modules"));
});

afterAll(() => rm(tree, { recursive: true, force: true }));

/** What a gate prints, and whether it let the tree pass. */
async function gate(command: string, ...args: readonly string[]): Promise<{ passed: boolean; printed: string }> {
  try {
    const { stdout } = await run(join(tree, "node_modules", ".bin", command), args, { cwd: tree });
    return { passed: true, printed: stdout };
  } catch (error) {
    const { stdout, stderr } = error as { stdout: string; stderr: string };
    return { passed: false, printed: stdout + stderr };
  }
}

describe("the layer gate", () => {
  test("fails on every kind of violation that is planted, by the name of its rule", async () => {
    const folders = ["surveys", "stats", "charts", "server", "client", "test"];
    const { passed, printed } = await gate("depcruise", "--config", ".dependency-cruiser.mjs", ...folders);
    expect(passed).toBe(false);
    for (const [rule, file] of [
      ["stats-is-pure", "stats/share.ts"],
      ["surveys-is-pure", "surveys/questionnaire.ts"],
      ["charts-draws-nothing", "charts/bars.ts"],
      ["http-only-at-the-edge", "server/estimates/plain.ts"],
      ["mongo-only-in-stores", "server/estimates/direct.ts"],
      ["rules-do-not-do-io", "server/fielding/rule.ts"],
      ["public-code-cannot-reach-answers", "server/figures/figure.ts"],
      ["public-code-cannot-reach-answers", "server/openData/rows.ts"],
      ["client-knows-only-the-contract", "client/page.ts"],
      ["client-never-runs-server", "client/page.ts"],
      ["no-cycles", "server/a.ts"],
      ["no-orphans", "charts/alone.ts"],
      ["nobody-imports-tests-or-scripts", "server/tested.ts"],
    ] as const) {
      expect(printed).toMatch(new RegExp(`${rule}: ${file.replaceAll(".", "\\.")}`));
    }
  });
});

describe("the dead-code gate", () => {
  test("fails on a file and on an export that nobody uses", async () => {
    await writeFile(
      join(tree, "knip.json"),
      JSON.stringify({ entry: ["server/main.ts"], project: ["{server,charts}/**/*.ts"] }),
    );
    await writeFile(join(tree, "server/a.ts"), `export const a = 1;\nexport const unusedByAnyone = 2;\n`);
    const { passed, printed } = await gate("knip", "--include", "files,exports");
    expect(passed).toBe(false);
    expect(printed).toContain("charts/alone.ts");
    expect(printed).toContain("unusedByAnyone");
  });
});
