import { Problem, problemBody } from "../../server/problem.ts";

/** What went wrong, as lines for the person at the terminal; a bug keeps its stack. */
export function sentencesOf(error: unknown): string[] {
  if (error instanceof Problem) {
    const { title, errors = [] } = problemBody(error, "en") as {
      title: string;
      errors?: readonly { field: string; message: string }[];
    };
    return [`${title}.`, ...errors.map(({ field, message }) => `  ${field}: ${message}`)];
  }
  if (error instanceof Error && ("code" in error || error.name === "Error")) return [error.message];
  return [error instanceof Error ? (error.stack ?? error.message) : String(error)];
}
