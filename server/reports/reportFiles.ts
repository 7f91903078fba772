import { contentHash } from "../fielding/answers/contentHash.ts";
import type { ReportDocument } from "./document.ts";
import { toDocx } from "./files/toDocx.ts";
import { toHtml } from "./files/toHtml.ts";
import { toLongImages } from "./files/toLongImages.ts";
import { toPdf } from "./files/toPdf.ts";
import type { ReportFormat } from "./reportsApi.ts";

/** Makes files of reports. */
export type ReportFiles = ReturnType<typeof createReportFiles>;

/** What each form is called on the wire. */
export const contentTypes: Readonly<Record<ReportFormat, string>> = {
  docx: "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
  pdf: "application/pdf",
  html: "text/html; charset=utf-8",
  png: "image/png",
};

const mostBytesKept = 64 * 1024 * 1024;

/** Makes what turns reports into files; what was made is kept by what it shows, up to 64 MB. */
export function createReportFiles() {
  const kept = new Map<string, readonly Buffer[]>();
  let bytesKept = 0;
  /**
   * A report as a file; a long image as one or several, in the order of reading.
   *
   * @throws {Problem} `too-large` for a long image that nobody would read.
   */
  return async (report: ReportDocument, format: ReportFormat): Promise<readonly Buffer[]> => {
    const key = `${format} ${contentHash(report)}`;
    const known = kept.get(key);
    if (known !== undefined) return known;
    const files = await made(report, format);
    kept.set(key, files);
    bytesKept += bytesOf(files);
    for (const [oldest, old] of kept) {
      if (bytesKept <= mostBytesKept) break;
      kept.delete(oldest);
      bytesKept -= bytesOf(old);
    }
    return files;
  };
}

/** How large files are together. */
export function bytesOf(files: readonly Buffer[]): number {
  return files.reduce((sum, { length }) => sum + length, 0);
}

async function made(report: ReportDocument, format: ReportFormat): Promise<Buffer[]> {
  switch (format) {
    case "docx":
      return [await toDocx(report)];
    case "pdf":
      return [await toPdf(report)];
    case "html":
      return [Buffer.from(toHtml(report))];
    case "png":
      return toLongImages(report);
  }
}
