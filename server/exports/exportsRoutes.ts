import { pipeline } from "node:stream/promises";
import { Router, type Response } from "express";
import { z } from "zod";
import type { Study } from "../fielding/study.ts";
import { jsonBody } from "../http/body.ts";
import { ownStudy, type Guard } from "../http/guard.ts";
import { readQuery } from "../http/query.ts";
import { Problem } from "../problem.ts";
import type { Exporting } from "./exporting.ts";
import { exportsQuery, newExport, type ExportList, type ExportManifest, type KeptManifest } from "./exportsApi.ts";
import type { ExportStore } from "./exportStore.ts";

/** What the addresses of exports need. */
export interface ExportsParts {
  readonly exports: ExportStore;
  readonly exporting: Exporting;
  readonly guard: Guard;
}

/** The addresses with which a researcher takes data away. */
export function createExportsRoutes({ exports, exporting, guard }: ExportsParts): Router {
  const router = Router();
  const noQuery = z.strictObject({});
  const withProblems = async (manifest: KeptManifest, study: Study): Promise<ExportManifest> => ({
    ...manifest,
    problems: await exporting.problemsOf(study, manifest),
  });

  router.post(
    "/api/studies/:study/exports",
    guard("export-responses"),
    jsonBody(newExport),
    async (request, response) => {
      const study = await ownStudy(response);
      const wanted = newExport.parse(request.body);
      const manifest = await exports.add({
        ...wanted,
        ...unknownYet,
        weight: await exporting.weightNamed(study.study, wanted),
        study: study.study,
        state: "asked-for",
        file: exporting.fileName(study, wanted),
        questionnaireVersions: [],
        simulated: study.simulated,
      });
      response.status(201).json(await withProblems(manifest, study));
    },
  );

  router.get("/api/studies/:study/exports", guard("export-responses"), async (request, response) => {
    const { limit } = readQuery(exportsQuery, request);
    const study = await ownStudy(response);
    const kept = await exports.list(study.study, limit);
    const list: ExportList = {
      exports: await Promise.all(kept.map((manifest) => withProblems(manifest, study))),
      problems: await exporting.problemsOf(study, { asOf: null }),
    };
    response.json(list);
  });

  const named = async (study: string, id: string): Promise<KeptManifest> => {
    const found = /^[\w-]{16}$/.test(id) ? await exports.find(study, id) : null;
    if (found === null) throw new Problem("not-found", [unknownExport]);
    return found;
  };

  router.get("/api/studies/:study/exports/:export", guard("export-responses"), async (request, response) => {
    readQuery(noQuery, request);
    const study = await ownStudy(response);
    response.json(await withProblems(await named(study.study, String(request.params["export"])), study));
  });

  router.get("/api/studies/:study/exports/:export/file", guard("export-responses"), async (request, response) => {
    readQuery(noQuery, request);
    const { study } = await ownStudy(response);
    const manifest = await named(study, String(request.params["export"]));
    await send(manifest, response, { exports, exporting });
  });

  return router;
}

/**
 * Streams the file, and notes in its manifest what was sent. A file that breaks off ends without its last chunk, so
 * that no program takes it for a whole one.
 */
async function send(
  manifest: KeptManifest,
  response: Response,
  { exports, exporting }: Pick<ExportsParts, "exports" | "exporting">,
): Promise<void> {
  const { stream, begun, finish } = await exporting.begin(manifest.study, manifest);
  await exports.change(manifest.export, { state: "running", ...begun });
  response.set({
    "Content-Type": "text/csv; charset=utf-8",
    "Content-Disposition": `attachment; filename="${manifest.file}"`,
    "Cache-Control": "no-store, no-transform",
  });
  try {
    await pipeline(stream, response);
  } catch {
    await exports.change(manifest.export, { state: "broken" });
    response.destroy();
    return;
  }
  await exports.change(manifest.export, { state: "complete", ...finish() });
}

const unknownYet = {
  screening: null,
  columns: null,
  rows: null,
  bytes: null,
  sha256: null,
  responsesInStudy: null,
  asOf: null,
};

const unknownExport = {
  field: "export",
  code: "unknown-export",
  message: { "zh-CN": "没有这个导出", en: "There is no such export" },
};
