import { Router } from "express";
import { z } from "zod";
import type { Config } from "../config.ts";
import { jsonBody } from "../http/body.ts";
import { ownStudy, type Guard } from "../http/guard.ts";
import { languageOf } from "../http/language.ts";
import { originOf } from "../http/originOf.ts";
import { readQuery } from "../http/query.ts";
import type { FigureLinks } from "./figureLinks.ts";
import { noSuchFigure, type FigureReading } from "./figureReading.ts";
import type { Figures } from "./figures.ts";
import type { FigureStore } from "./figureStore.ts";
import {
  figureChange,
  figureContent,
  newLink,
  publicationSettings,
  visibilityChange,
  withdrawal,
} from "./figuresApi.ts";
import { fileQuery, type FigureFiles } from "./files/figureFiles.ts";
import { formatNamed } from "./files/formatNamed.ts";
import type { PublicFigures } from "./publicFigures.ts";

/** What the addresses of figures need. */
export interface FiguresRoutesParts {
  readonly figures: Figures;
  readonly figureReading: FigureReading;
  readonly figureLinks: FigureLinks;
  readonly publicFigures: PublicFigures;
  readonly figureFiles: FigureFiles;
  readonly figureStore: FigureStore;
  readonly guard: Guard;
  readonly config: Config;
}

/** The addresses with which a researcher makes, freezes and shares figures. */
export function createFiguresRoutes(parts: FiguresRoutesParts): Router {
  const { figures, figureReading, figureLinks, publicFigures, figureFiles, figureStore, guard, config } = parts;
  const router = Router();
  const noQuery = z.strictObject({});
  const at = "/api/studies/:study/figures";

  router.get(at, guard("see-estimates"), async (request, response) => {
    readQuery(noQuery, request);
    response.json(await figureReading.list(await ownStudy(response)));
  });

  router.post(at, guard("publish-figures"), jsonBody(figureContent), async (request, response) => {
    readQuery(noQuery, request);
    const study = await ownStudy(response);
    response.status(201).json(await figures.add(study, figureContent.parse(request.body)));
  });

  router.get(`${at}/:figure`, guard("see-estimates"), async (request, response) => {
    readQuery(noQuery, request);
    const study = await ownStudy(response);
    response.json(await figureReading.summary(await figureReading.own(study, String(request.params["figure"]))));
  });

  router.put(`${at}/:figure`, guard("publish-figures"), jsonBody(figureChange), async (request, response) => {
    readQuery(noQuery, request);
    const study = await ownStudy(response);
    response.json(await figures.change(study, String(request.params["figure"]), figureChange.parse(request.body)));
  });

  router.get(`${at}/:figure/file/:name`, guard("see-estimates"), async (request, response) => {
    const study = await ownStudy(response);
    const kept = await figureReading.own(study, String(request.params["figure"]));
    const format = formatNamed(String(request.params["name"]));
    const { key: _key, ...query } = readQuery(fileQuery, request);
    const file = await publicFigures.preview(kept, originOf(request, config));
    const { type, bytes } = await figureFiles(file, { ...query, format, language: languageOf(request) });
    response.type(type).send(bytes);
  });

  router.put(
    `${at}/:figure/visibility`,
    guard("publish-figures"),
    jsonBody(visibilityChange),
    async (request, response) => {
      readQuery(noQuery, request);
      const study = await ownStudy(response);
      const { visibility } = visibilityChange.parse(request.body);
      response.json(await figures.show(study, String(request.params["figure"]), visibility));
    },
  );

  router.post(`${at}/:figure/frozen`, guard("publish-figures"), async (request, response) => {
    readQuery(noQuery, request);
    const study = await ownStudy(response);
    response.status(201).json(await figures.freeze(study, String(request.params["figure"])));
  });

  router.put(
    `${at}/:figure/frozen/:number/withdrawal`,
    guard("publish-figures"),
    jsonBody(withdrawal),
    async (request, response) => {
      readQuery(noQuery, request);
      const study = await ownStudy(response);
      const { figure, number } = request.params;
      const { reason } = withdrawal.parse(request.body);
      response.json(
        await figures.withdraw({ study, figure: String(figure), number: frozenNumber(String(number)) }, reason),
      );
    },
  );

  router.post(`${at}/:figure/links`, guard("publish-figures"), jsonBody(newLink), async (request, response) => {
    readQuery(noQuery, request);
    const study = await ownStudy(response);
    const { days } = newLink.parse(request.body);
    response.status(201).json(await figureLinks.add(study, String(request.params["figure"]), days));
  });

  router.delete(`${at}/:figure/links/:link`, guard("publish-figures"), async (request, response) => {
    readQuery(noQuery, request);
    const study = await ownStudy(response);
    await figureLinks.revoke(study, String(request.params["figure"]), String(request.params["link"]));
    response.status(204).end();
  });

  router.put(
    "/api/studies/:study/publication",
    guard("publish-figures"),
    jsonBody(publicationSettings),
    async (request, response) => {
      readQuery(noQuery, request);
      const study = await ownStudy(response);
      const settings = publicationSettings.parse(request.body);
      await figureStore.publish(study.study, settings);
      response.json(settings);
    },
  );

  return router;
}

/**
 * The number of a frozen state as an address has it.
 *
 * @throws {Problem} `not-found` for what is none.
 */
export function frozenNumber(text: string): number {
  if (!/^[1-9]\d{0,8}$/.test(text)) throw noSuchFigure();
  return Number(text);
}
