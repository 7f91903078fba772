import { Problem } from "../../problem.ts";
import { fileFormats, type FileFormat } from "./figureFiles.ts";

/**
 * The form that a file's name asks for: `figure.svg`.
 *
 * @throws {Problem} `invalid-parameter` naming the forms there are.
 */
export function formatNamed(name: string): FileFormat {
  const format = fileFormats.find((each) => name === `figure.${each}`);
  if (format !== undefined) return format;
  const names = fileFormats.map((each) => `figure.${each}`).join(", ");
  throw new Problem("invalid-parameter", [
    { field: "format", code: "unknown-format", message: { "zh-CN": `只有：${names}`, en: `There are ${names}` } },
  ]);
}
