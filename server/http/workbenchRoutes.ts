import { Router } from "express";
import type { Assets } from "./assets.ts";

/**
 * The researcher's pages: one document for all of them, in which the browser's program shows what the address names.
 * It holds nothing about anyone; what it shows comes from addresses that ask who is there.
 */
export function createWorkbenchRoutes({ assets }: { assets: Assets }): Router {
  const { script, styles } = assets.program("workbench");
  const page = `<!doctype html>
<html lang="zh-CN">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex">
<title>定心 Dingxin</title>
<link rel="icon" href="data:,">
${styles.map((style) => `<link rel="stylesheet" href="${style}">`).join("\n")}
<script type="module" src="${script}"></script>
</head>
<body><div id="app"></div><noscript>请打开浏览器的 JavaScript。 Please switch on JavaScript.</noscript></body>
</html>`;
  const router = Router();
  router.get("/", (_request, response) => {
    response.redirect(302, "/studies");
  });
  router.get(["/setup", "/sign-in", "/studies", "/studies/:study", "/studies/:study/:view"], (_request, response) => {
    response.set({
      "Content-Type": "text/html; charset=utf-8",
      "Cache-Control": "no-store",
      "Content-Security-Policy": policy,
    });
    response.send(page);
  });
  return router;
}

const policy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  // Chart.js sizes its canvas by style attributes.
  "style-src-attr 'unsafe-inline'",
  "img-src 'self' data:",
  "connect-src 'self'",
  // How a questionnaire looks that is being written.
  "frame-src 'self'",
  "form-action 'self'",
  "base-uri 'none'",
  "frame-ancestors 'none'",
].join("; ");
