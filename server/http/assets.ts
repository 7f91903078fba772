import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { Router, type Request, type Response } from "express";
import { z } from "zod";
import { Problem } from "../problem.ts";

/** The browser's programs as they were built. */
export interface Assets {
  /** Addresses of a program's script and style sheets. */
  readonly program: (entry: "respond" | "workbench") => {
    readonly script: string;
    readonly styles: readonly string[];
  };
  /** A program itself, for an address that stays the same from build to build. */
  readonly content: (entry: "embed") => Buffer;
  readonly routes: Router;
}

const manifestForm = z.record(
  z.string(),
  z.object({ file: z.string(), css: z.array(z.string()).optional(), imports: z.array(z.string()).optional() }),
);
const folder = fileURLToPath(new URL("../../dist/client/", import.meta.url));
const entries = { respond: "respond/main.ts", workbench: "workbench/main.tsx", embed: "embed/main.ts" } as const;
const types: Readonly<Record<string, string>> = {
  js: "text/javascript; charset=utf-8",
  css: "text/css; charset=utf-8",
};

/**
 * Finds the built files. Only what the build names is served, in the form it was compressed to then.
 *
 * @throws {Error} when nothing has been built yet.
 */
export function createAssets(): Assets {
  const manifestPath = join(folder, "manifest.json");
  if (!existsSync(manifestPath))
    throw new Error("Cannot start: the browser's programs are not built; run npm run build");
  const manifest = manifestForm.parse(JSON.parse(readFileSync(manifestPath, "utf8")));
  const files = new Set(Object.values(manifest).flatMap(({ file, css = [] }) => [file, ...css]));
  const routes = Router();
  routes.get("/assets/:file", (request, response) => {
    const { file } = request.params;
    if (!files.has(file)) throw new Problem("not-found");
    send(file, request, response);
  });
  const builtAs = (entry: keyof typeof entries): Manifest[string] => {
    const built = manifest[entries[entry]];
    if (built === undefined) throw new Error(`Cannot start: the program ${entry} is not built; run npm run build`);
    return built;
  };
  return {
    routes,
    content: (entry) => readFileSync(join(folder, builtAs(entry).file)),
    program(entry) {
      const built = builtAs(entry);
      return { script: `/assets/${built.file}`, styles: stylesOf(built, manifest).map((file) => `/assets/${file}`) };
    },
  };
}

type Manifest = z.infer<typeof manifestForm>;

function stylesOf({ css = [], imports = [] }: Manifest[string], manifest: Manifest): string[] {
  return [
    ...imports.flatMap((name) => (manifest[name] === undefined ? [] : stylesOf(manifest[name], manifest))),
    ...css,
  ];
}

function send(file: string, request: Request, response: Response): void {
  const encoding = request.acceptsEncodings("br", "gzip");
  const ending = encoding === "br" ? ".br" : encoding === "gzip" ? ".gz" : "";
  const isPacked = ending !== "" && existsSync(join(folder, file + ending));
  response.set({
    "Content-Type": types[file.split(".").at(-1) ?? ""] ?? "application/octet-stream",
    // The preview's frame has an origin of its own, and these files hold nothing about anyone.
    "Access-Control-Allow-Origin": "*",
    "Cache-Control": "public, max-age=31536000, immutable",
    Vary: "Accept-Encoding",
    ...(isPacked && { "Content-Encoding": String(encoding) }),
  });
  response.send(readFileSync(join(folder, isPacked ? file + ending : file)));
}
