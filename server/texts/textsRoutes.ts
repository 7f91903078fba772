import { Router } from "express";
import { z } from "zod";
import { jsonBody, type BodyLimits } from "../http/body.ts";
import { accountOf, ownStudy, type Guard } from "../http/guard.ts";
import { readQuery } from "../http/query.ts";
import type { CodeFrames } from "./codeFrames.ts";
import type { CodingByHand } from "./coding.ts";
import type { CodingAgreementOf } from "./codingAgreement.ts";
import type { OpenTextsService } from "./openTexts.ts";
import {
  codingGiven,
  concordanceQuery,
  frameContent,
  questionQuery,
  sampleWanted,
  termsQuery,
  textsQuery,
} from "./textsApi.ts";

/** Enough for a frame with every theme and word it may have. */
const frameLimits: BodyLimits = { bytes: 2_097_152, depth: 6, members: 20_000 };

/** The addresses with which a researcher reads, counts and codes what people wrote. */
export function createTextsRoutes({
  openTexts,
  codeFrames,
  codingByHand,
  codingAgreement,
  guard,
}: {
  openTexts: OpenTextsService;
  codeFrames: CodeFrames;
  codingByHand: CodingByHand;
  codingAgreement: CodingAgreementOf;
  guard: Guard;
}): Router {
  const router = Router();

  router.get("/api/studies/:study/texts", guard("read-texts"), async (request, response) => {
    const { cursor = "", ...query } = readQuery(textsQuery, request);
    const { study } = await ownStudy(response);
    response.json(await openTexts.page(study, { cursor, ...query }));
  });

  router.get("/api/studies/:study/texts/terms", guard("read-texts"), async (request, response) => {
    const query = readQuery(termsQuery, request);
    const { study } = await ownStudy(response);
    response.json(await openTexts.terms(study, query));
  });

  router.get("/api/studies/:study/texts/concordance", guard("read-texts"), async (request, response) => {
    const query = readQuery(concordanceQuery, request);
    const { study } = await ownStudy(response);
    response.json(await openTexts.concordance(study, query));
  });

  router.get("/api/studies/:study/texts/frame", guard("read-texts"), async (request, response) => {
    readQuery(z.strictObject({}), request);
    const { study } = await ownStudy(response);
    response.json((await codeFrames.codedOf(study)).frame);
  });

  router.put(
    "/api/studies/:study/texts/frame",
    guard("code-texts"),
    jsonBody(frameContent, frameLimits),
    async (request, response) => {
      const { study } = await ownStudy(response);
      response.json(await codeFrames.put(study, frameContent.parse(request.body)));
    },
  );

  router.get("/api/studies/:study/texts/samples", guard("read-texts"), async (request, response) => {
    const { question } = readQuery(questionQuery, request);
    const account = accountOf(response);
    const { study } = await ownStudy(response);
    await openTexts.pathOf(study, question);
    response.json(await codingByHand.sampleOf({ study, question, coder: account.name }));
  });

  router.post(
    "/api/studies/:study/texts/samples",
    guard("code-texts"),
    jsonBody(sampleWanted),
    async (request, response) => {
      const account = accountOf(response);
      const { study } = await ownStudy(response);
      const { question, size } = sampleWanted.parse(request.body);
      await openTexts.pathOf(study, question);
      response.status(201).json(await codingByHand.draw({ study, question, coder: account.name }, size));
    },
  );

  router.put(
    "/api/studies/:study/texts/codings/:response",
    guard("code-texts"),
    jsonBody(codingGiven),
    async (request, response) => {
      const account = accountOf(response);
      const { study } = await ownStudy(response);
      const { question, themes } = codingGiven.parse(request.body);
      const who = { study, question, coder: account.name };
      response.json(await codingByHand.code(who, String(request.params["response"]), themes));
    },
  );

  router.get("/api/studies/:study/texts/agreement", guard("read-texts"), async (request, response) => {
    const { question } = readQuery(questionQuery, request);
    const { study } = await ownStudy(response);
    await openTexts.pathOf(study, question);
    response.json(await codingAgreement(study, question));
  });

  return router;
}
