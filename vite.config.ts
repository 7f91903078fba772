import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { brotliCompressSync, constants, gzipSync } from "node:zlib";
import { defineConfig, type Plugin } from "vite";

const outDir = fileURLToPath(new URL("dist/client", import.meta.url));

/** Compresses each file once, as well as can be, instead of a little at every request. */
const compressed: Plugin = {
  name: "compressed",
  closeBundle() {
    for (const file of readdirSync(outDir).filter((name) => /\.(?:js|css)$/.test(name))) {
      const content = readFileSync(join(outDir, file));
      const best = { params: { [constants.BROTLI_PARAM_QUALITY]: constants.BROTLI_MAX_QUALITY } };
      writeFileSync(join(outDir, `${file}.br`), brotliCompressSync(content, best));
      writeFileSync(join(outDir, `${file}.gz`), gzipSync(content, { level: 9 }));
    }
  },
};

/**
 * The browser's programs: the questionnaire (`respond`), the researcher's pages (`workbench`), and what keeps a frame with a
 * figure as high as it must be (`embed`).
 * The server writes the pages itself and looks up the hashed file names in `manifest.json`.
 */
export default defineConfig({
  root: "client",
  base: "/assets/",
  publicDir: false,
  plugins: [compressed],
  oxc: { jsx: { runtime: "automatic", importSource: "preact" } },
  build: {
    outDir,
    emptyOutDir: true,
    manifest: "manifest.json",
    assetsDir: ".",
    assetsInlineLimit: 0,
    modulePreload: false,
    target: "es2020",
    chunkSizeWarningLimit: 2000,
    rolldownOptions: {
      input: {
        respond: "client/respond/main.ts",
        workbench: "client/workbench/main.tsx",
        embed: "client/embed/main.ts",
      },
    },
  },
});
