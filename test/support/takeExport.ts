import { readFile } from "node:fs/promises";
import Papa from "papaparse";
import type { ExportManifest } from "../../server/exports/exportsApi.ts";
import type { TestApplication } from "./application.ts";

/** A file as a researcher's browser gets it. */
export interface TakenExport {
  readonly bytes: Buffer;
  readonly manifest: ExportManifest;
  /** The file as papaparse reads it: header and records. */
  readonly header: readonly string[];
  readonly records: readonly (readonly string[])[];
}

/** Asks for an export over HTTP and takes its file. */
export async function takeExport(
  application: TestApplication,
  study: string,
  wanted: Readonly<Record<string, string>> = {},
): Promise<TakenExport> {
  const asked = await askForExport(application, study, wanted);
  const address = `${application.address}/api/studies/${study}/exports/${asked.export}`;
  const { cookie } = await application.signIn();
  const file = await fetch(`${address}/file`, { headers: { cookie } });
  const bytes = Buffer.from(await file.arrayBuffer());
  return { bytes, manifest: await endedManifest(address, cookie), ...parsed(bytes) };
}

/** A manifest is written when the last byte has been taken, which who took it may be ahead of. */
async function endedManifest(address: string, cookie: string): Promise<ExportManifest> {
  for (;;) {
    const manifest = (await (await fetch(address, { headers: { cookie } })).json()) as ExportManifest;
    if (manifest.state !== "running") return manifest;
  }
}

/** Asks for an export without taking its file. */
export async function askForExport(
  application: TestApplication,
  study: string,
  wanted: Readonly<Record<string, string>> = {},
): Promise<ExportManifest> {
  const { cookie } = await application.signIn();
  const answer = await fetch(`${application.address}/api/studies/${study}/exports`, {
    method: "POST",
    headers: { cookie, "Content-Type": "application/json" },
    body: JSON.stringify(wanted),
  });
  if (answer.status !== 201) throw new Error(`No export: ${answer.status} ${await answer.text()}`);
  return (await answer.json()) as ExportManifest;
}

/** A CSV file as papaparse reads it. */
export function parsed(bytes: Buffer): Pick<TakenExport, "header" | "records"> {
  const { data, errors } = Papa.parse<string[]>(bytes.toString("utf8"), { header: false });
  if (errors.length > 0) throw new Error(`Not CSV: ${JSON.stringify(errors)}`);
  const [header = [], ...records] = data;
  return { header, records };
}

/** The code of this language in a document. */
export async function codeIn(document: string, language: string): Promise<string> {
  const text = await readFile(new URL(`../../docs/${document}`, import.meta.url), "utf8");
  const [, code] = new RegExp(`\`\`\`${language}\n([^]*?)\`\`\``).exec(text) ?? [];
  if (code === undefined) throw new Error(`${document} has no ${language}`);
  return code;
}
