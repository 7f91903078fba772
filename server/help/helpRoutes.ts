import { Router, type Request, type Response } from "express";
import type { Language } from "../../surveys/language.ts";
import type { Assets } from "../http/assets.ts";
import { languageOf } from "../http/language.ts";
import { Problem } from "../problem.ts";
import { addressOfPage, readHelpPages, type HelpPage } from "./helpPages.ts";
import { chineseSummaries } from "./chineseSummaries.ts";

/** The addresses of the pages that explain how numbers are made. They are for everyone: they hold nothing about anyone. */
export function createHelpRoutes({ assets }: { assets: Assets }): Router {
  const pages = readHelpPages();
  const { styles } = assets.program("workbench");
  const router = Router();

  const send = (request: Request, response: Response, page: HelpPage): void => {
    response.set({
      "Content-Type": "text/html; charset=utf-8",
      "Cache-Control": "no-cache",
      Vary: "Accept-Language",
      "Content-Security-Policy": policy,
    });
    const language = languageOf(request);
    // Who reads in a language goes on in it.
    const html = page.html.replaceAll(/href="(\/help\/[\w/-]+)/g, `href="$1?lang=${language}`);
    response.send(documentOf({ ...page, html }, { styles, language }));
  };

  router.get(["/help", "/help/methods"], (request, response) => {
    send(request, response, listOf(pages, languageOf(request) === "zh-CN"));
  });

  router.get(["/help/:page", "/help/methods/:page"], (request, response) => {
    const name = request.path.replace(/^\/help\//, "");
    const page = pages.get(name);
    if (page === undefined) throw new Problem("not-found", [noSuchPage]);
    const about = chineseSummaries[name];
    const isChinese = languageOf(request) === "zh-CN" && about !== undefined;
    const summary = isChinese ? `<p class="help-summary" lang="zh-CN">${about.summary}</p>\n` : "";
    const title = isChinese ? about.title : page.title;
    send(request, response, { title, html: `${summary}<div lang="en">${page.html}</div>` });
  });

  return router;
}

const policy = [
  "default-src 'none'",
  "style-src 'self'",
  "img-src data:",
  "form-action 'none'",
  "base-uri 'none'",
  "frame-ancestors 'none'",
].join("; ");

const noSuchPage = {
  field: "page",
  code: "unknown-page",
  message: { "zh-CN": "没有这一页说明", en: "There is no such page" },
};

function listOf(pages: ReadonlyMap<string, HelpPage>, isChinese: boolean): HelpPage {
  const items = Array.from(pages, ([name, { title }]) => {
    const about = chineseSummaries[name];
    const words = isChinese && about !== undefined ? `${about.title}</a><br>${about.summary}` : `${title}</a>`;
    return `<li><a href="${addressOfPage(name)}">${words}</li>`;
  });
  return {
    title: isChinese ? "方法说明" : "How numbers are made",
    html: `<ul class="help-list">\n${items.join("\n")}\n</ul>`,
  };
}

function documentOf(
  { title, html }: HelpPage,
  { styles, language }: { styles: readonly string[]; language: Language },
): string {
  const isChinese = language === "zh-CN";
  const product = isChinese ? "定心" : "Dingxin";
  return `<!doctype html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex">
<title>${title} · ${product}</title>
<link rel="icon" href="data:,">
${styles.map((style) => `<link rel="stylesheet" href="${style}">`).join("\n")}
</head>
<body>
<header class="top">
<a class="brand" href="/studies"><span class="pill" aria-hidden="true"></span>${product}</a>
<nav><a href="/help/methods?lang=${language}">${isChinese ? "全部说明" : "All pages"}</a></nav>
</header>
<main class="page help">
<article class="card">
<h1>${title}</h1>
${html}
</article>
</main>
</body>
</html>`;
}
