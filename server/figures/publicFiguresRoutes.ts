import { Router, type Request, type Response } from "express";
import { z } from "zod";
import type { Language } from "../../surveys/language.ts";
import type { Config } from "../config.ts";
import type { Assets } from "../http/assets.ts";
import { languageOf } from "../http/language.ts";
import { originOf } from "../http/originOf.ts";
import { readQuery } from "../http/query.ts";
import { keptForAMinute, openToAll, servedPage } from "../http/servedPage.ts";
import { Problem } from "../problem.ts";
import { noSuchFigure } from "./figureReading.ts";
import { frozenNumber } from "./figuresRoutes.ts";
import { fileQuery, type FigureFiles } from "./files/figureFiles.ts";
import { formatNamed } from "./files/formatNamed.ts";
import { embedPage, figurePage, type PageLinks } from "./page/figurePage.ts";
import { oembedOf } from "./page/oembed.ts";
import { pageWords } from "./page/pageWords.ts";
import { resultsPage } from "./page/resultsPage.ts";
import type { FigureAsked, PublicFigures } from "./publicFigures.ts";

/** What the public addresses of figures need. */
export interface PublicFiguresParts {
  readonly publicFigures: PublicFigures;
  readonly figureFiles: FigureFiles;
  readonly assets: Assets;
  readonly config: Config;
}

const keyOnly = z.strictObject({ key: z.string().max(100).optional() });

/** The addresses of figures for everyone: pages, files, embeds, oEmbed, and a study's public results. */
export function createPublicFiguresRoutes(parts: PublicFiguresParts): Router {
  const router = Router();
  addPages(router, parts);
  addEmbedding(router, parts);
  addFiles(router, parts);
  return router;
}

function addPages(router: Router, { publicFigures, config }: PublicFiguresParts): void {
  router.get(
    addressesOf(""),
    servedPage(notThere, async (request, response) => {
      const { key } = readQuery(keyOnly, request);
      const asked = askedIn(request, { key, config });
      const { file } = await publicFigures.open(asked);
      keepFor(response, asked);
      return { of: file, write: (frame) => figurePage(file, linksOf(asked), frame) };
    }),
  );

  router.get(
    "/results/:study",
    servedPage(notThere, async (request, response) => {
      readQuery(z.strictObject({}), request);
      const { study, files } = await publicFigures.resultsOf({
        name: String(request.params["study"]),
        origin: originOf(request, config),
      });
      keptForAMinute(response);
      return { of: files, write: (frame) => resultsPage(study, files, frame) };
    }),
  );
}

function addFiles(router: Router, { publicFigures, figureFiles, config }: PublicFiguresParts): void {
  router.get(addressesOf("/:name"), async (request, response) => {
    const name = String(request.params["name"]);
    const { data: key } = z.string().max(100).optional().safeParse(request.query["key"]);
    const asked = askedIn(request, { key, config });
    // Who may not see the figure learns nothing from the rest.
    const { file } = await publicFigures.open(asked);
    const format = formatNamed(name);
    const { key: _key, ...query } = readQuery(fileQuery, request);
    const { type, bytes } = await figureFiles(file, { ...query, format, language: languageOf(request) });
    keepFor(response, asked);
    openToAll(response);
    response.set("Content-Disposition", `inline; filename="dingxin-${file.state.figure}.${format}"`);
    response.type(type).send(bytes);
  });
}

function addEmbedding(router: Router, { publicFigures, assets, config }: PublicFiguresParts): void {
  router.get(
    addressesOf("/embed"),
    servedPage(notThere, async (request, response) => {
      const { key } = readQuery(keyOnly, request);
      const asked = askedIn(request, { key, config });
      const { file, embedders } = await publicFigures.open(asked);
      response.removeHeader("X-Frame-Options");
      keepFor(response, asked);
      return {
        of: file,
        ancestors: embedders === null ? "*" : ["'self'", ...embedders].join(" "),
        write: (frame) => embedPage(file, linksOf(asked), frame),
      };
    }),
  );

  router.get("/oembed", async (request, response) => {
    const { url, format, maxwidth } = readQuery(oembedQuery, request);
    if (format !== "json") throw new Problem("invalid-parameter", [onlyJson]);
    const asked = urlAsked(url, originOf(request, config));
    const { file } = await publicFigures.open(asked);
    const language = new URL(url).searchParams.get("lang") === "en" ? "en" : "zh-CN";
    openToAll(response);
    response.json(oembedOf(file, linksOf(asked), { language, mostPx: maxwidth ?? 720 }));
  });

  router.get("/embed.js", (_request, response) => {
    openToAll(response);
    response.set({ "Content-Type": "text/javascript; charset=utf-8", "Cache-Control": "public, max-age=3600" });
    // Loaded as a plain script by pages that are not ours: none of its names may become theirs.
    response.send(`(() => {${assets.content("embed").toString("utf8")}})();`);
  });
}

/** A path below a live figure's address, and below a frozen one's. */
function addressesOf(path: string): string[] {
  return [`/f/:figure${path}`, `/f/:figure/frozen/:number${path}`];
}

function askedIn(request: Request, { key, config }: { key: string | undefined; config: Config }): FigureAsked {
  const { figure, number } = request.params;
  return {
    figure: String(figure),
    number: number === undefined ? null : frozenNumber(String(number)),
    key: key ?? null,
    origin: originOf(request, config),
  };
}

function linksOf({ origin, key }: FigureAsked): PageLinks {
  return { origin, key: key ?? "" };
}

const oembedQuery = z.strictObject({
  url: z.url().max(2000),
  format: z.string().max(20).default("json"),
  maxwidth: z.coerce.number().int().min(100).max(10_000).optional(),
  maxheight: z.coerce.number().int().min(100).max(10_000).optional(),
});

const onlyJson = {
  field: "format",
  code: "unknown-format",
  message: { "zh-CN": "只有 json", en: "There is json only" },
};

/** @throws {Problem} `not-found` for an address that is none of this service's figures. */
function urlAsked(url: string, origin: string): FigureAsked {
  const { origin: named, pathname, searchParams } = new URL(url);
  const found = /^\/f\/([^/]+)(?:\/frozen\/([^/]+))?(?:\/embed)?$/.exec(pathname);
  if (named !== origin || found === null) throw noSuchFigure();
  const [, figure = "", number] = found;
  return { figure, number: number === undefined ? null : frozenNumber(number), key: searchParams.get("key"), origin };
}

/** What the page says where there is no such figure, or the link to it has ended. */
function notThere({ problem }: Problem, language: Language): { title: string; text: string } | null {
  if (problem === "link-over") return { title: pageWords.overTitle[language], text: pageWords.over[language] };
  if (problem !== "not-found") return null;
  return { title: pageWords.notFoundTitle[language], text: pageWords.notFound[language] };
}

/** Caches may keep what is public; what a key has opened stays with whom it was opened for. */
function keepFor(response: Response, { key }: { key: string | null }): void {
  if (key === null) keptForAMinute(response);
  else response.set("Cache-Control", "private, no-store").vary("Accept-Language");
}
