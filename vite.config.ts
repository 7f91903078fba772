import { defineConfig } from "vite";

/**
 * The browser's two programs: the questionnaire (`respond`) and the researcher's pages (`workbench`).
 * The server writes the pages itself and looks up the hashed file names in `manifest.json`.
 */
export default defineConfig({
  root: "client",
  base: "/assets/",
  publicDir: false,
  esbuild: { jsx: "automatic", jsxImportSource: "preact" },
  build: {
    outDir: "../dist/client",
    emptyOutDir: true,
    manifest: "manifest.json",
    assetsDir: ".",
    assetsInlineLimit: 0,
    modulePreload: false,
    target: "es2020",
    chunkSizeWarningLimit: 2000,
    rollupOptions: {
      input: { respond: "client/respond/main.ts", workbench: "client/workbench/main.tsx" },
    },
  },
});
