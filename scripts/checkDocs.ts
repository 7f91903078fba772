import { existsSync, readdirSync, readFileSync } from "node:fs";
import { dirname, join, relative } from "node:path";
import { fileURLToPath } from "node:url";
import { settings } from "../server/config.ts";

/**
 * `npm run check:docs`: what the documents name must be there. Checks relative links, paths and `npm run` commands in
 * code spans, and that both READMEs list every setting with its default.
 */
const house = fileURLToPath(new URL("..", import.meta.url));
const documents = [...markdownIn(house), ...markdownIn(join(house, "docs"))];
const commands = new Set(Object.keys((JSON.parse(read("package.json")) as { scripts: object }).scripts));
const faults = [...documents.flatMap(faultsIn), ...["README.md", "README.zh-CN.md"].flatMap(settingsMissingIn)];

process.stdout.write(faults.map((fault) => `${fault}\n`).join(""));
process.stdout.write(`${documents.length} documents, ${faults.length} faults\n`);
process.exitCode = faults.length === 0 ? 0 : 1;

function markdownIn(folder: string): string[] {
  return readdirSync(folder, { recursive: folder !== house, encoding: "utf8" })
    .filter((name) => name.endsWith(".md"))
    .map((name) => join(folder, name));
}

function read(path: string): string {
  return readFileSync(join(house, path), "utf8");
}

function faultsIn(document: string): string[] {
  const text = readFileSync(document, "utf8");
  const name = relative(house, document);
  const links = [...text.matchAll(/\]\((?!https?:|mailto:|#)([^)#\s]+)/g)].map(([, target = ""]) => target);
  const spans = [...text.matchAll(/`([^`\n]+)`/g)].map(([, span = ""]) => span);
  return [
    ...links.filter((target) => !existsSync(join(dirname(document), target))).map((target) => `${name}: no ${target}`),
    ...spans.filter((span) => isPath(span) && !existsSync(join(house, span))).map((path) => `${name}: no ${path}`),
    ...[...text.matchAll(/npm run ([\w:]+)/g)]
      .filter(([, command = ""]) => !commands.has(command))
      .map(([, command = ""]) => `${name}: no command ${command}`),
  ];
}

/** Whether a code span is the path of something of ours, and not of something it makes or is given. */
function isPath(span: string): boolean {
  return /^(?:surveys|stats|charts|server|client|scripts|test|docs)\/[\w./-]*$/.test(span);
}

function settingsMissingIn(readme: string): string[] {
  if (!existsSync(join(house, readme))) return [`no ${readme}`];
  const text = read(readme);
  return Object.keys(settings.shape)
    .filter((name) => !text.includes(`\`${name}\``))
    .map((name) => `${readme}: does not explain the setting ${name}`);
}
