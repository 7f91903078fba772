import { z } from "zod";
import type { AffectingProblem } from "../analysis/analysisApi.ts";
import { pageLimit } from "../pageLimit.ts";
import { fileWeight, type WeightVersionName } from "../weighting/weightingApi.ts";

/** Body of `POST /api/studies/:study/exports`. */
export const newExport = z.strictObject({
  /** `excel`: UTF-8 with byte order mark and CRLF. `plain`: UTF-8 without, LF. */
  flavour: z.enum(["excel", "plain"]).default("excel"),
  values: z.enum(["codes", "labels", "both"]).default("codes"),
  /** Language of the labels. */
  language: z.enum(["zh-CN", "en"]).default("zh-CN"),
  /** What is in the column `weight`. */
  weight: fileWeight.default("given"),
});

/** What an export is asked to hold. */
export type NewExport = z.infer<typeof newExport>;

/**
 * An export and what became of it. Answer of `POST …/exports`, `GET …/exports/:export`, and the manifest beside a file.
 *
 * `rows`, `bytes` and `sha256` are known only once the last byte was sent; `state` is `broken` when it never was.
 */
export interface ExportManifest extends NewExport {
  readonly export: string;
  readonly study: string;
  /** The very version of the weights in the file. */
  readonly weight: "given" | WeightVersionName;
  /** The version of the marks in the file; `null` where the study was not screened. */
  readonly screening: number | null;
  readonly state: "asked-for" | "running" | "complete" | "broken";
  readonly file: string;
  readonly columns: number | null;
  readonly rows: number | null;
  readonly bytes: number | null;
  /** SHA-256 of the file's bytes, lower-case hexadecimal. */
  readonly sha256: string | null;
  /** Responses the study held when the export began: the same as `rows` in a complete export. */
  readonly responsesInStudy: number | null;
  readonly asOf: string | null;
  readonly questionnaireVersions: readonly number[];
  readonly simulated: boolean;
  /** What is known by now to be wrong with the responses of the file. */
  readonly problems: readonly AffectingProblem[];
}

/** A manifest as it is kept: what is known of the data is told anew with each look at it. */
export type KeptManifest = Omit<ExportManifest, "problems">;

/** Query of `GET /api/studies/:study/exports`. */
export const exportsQuery = z.strictObject({ limit: pageLimit });

/** Answer of `GET /api/studies/:study/exports`. */
export interface ExportList {
  readonly exports: readonly ExportManifest[];
  /** What the manifest of a file that is taken now says is wrong with its responses. */
  readonly problems: ExportManifest["problems"];
}
