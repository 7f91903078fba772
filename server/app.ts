import compression from "compression";
import express, { type Express } from "express";
import { createAccountsRoutes } from "./accounts/accountsRoutes.ts";
import { createAnalysisRoutes } from "./analysis/analysisRoutes.ts";
import { createEstimatesRoutes } from "./estimates/estimatesRoutes.ts";
import { createEventsRoutes } from "./events/eventsRoutes.ts";
import { createExportsRoutes } from "./exports/exportsRoutes.ts";
import { createPageRoutes } from "./fielding/page/pageRoutes.ts";
import { createQuestionnairesRoutes } from "./fielding/questionnairesRoutes.ts";
import { createRespondRoutes } from "./fielding/respondRoutes.ts";
import { createStudiesRoutes } from "./fielding/studiesRoutes.ts";
import { createAssets } from "./http/assets.ts";
import { createGuard } from "./http/guard.ts";
import { createHealthRoutes } from "./http/healthRoutes.ts";
import { nothingHere, problemResponder } from "./http/problems.ts";
import { requestLog } from "./http/requestLog.ts";
import { sameOrigin } from "./http/sameOrigin.ts";
import { securityHeaders } from "./http/security.ts";
import { createWorkbenchRoutes } from "./http/workbenchRoutes.ts";
import { createWeightingRoutes } from "./weighting/weightingRoutes.ts";
import type { Services } from "./services.ts";

/** The application: the routes in the order in which a request meets them. */
export function createApp(services: Services): Express {
  const { config, log } = services;
  const assets = createAssets();
  const guard = createGuard(services.accounts);
  const parts = { ...services, guard, assets };
  const app = express();
  app.disable("x-powered-by");
  app.set("trust proxy", config.TRUSTED_PROXIES);
  app.set("query parser", "simple");

  app.use(requestLog(log));
  app.use(securityHeaders());
  app.use(createHealthRoutes(services));
  app.use(assets.routes);
  app.use(sameOrigin(config));
  app.use(createRespondRoutes(parts));
  app.use(createExportsRoutes(parts));
  app.use(compression());
  app.use(createPageRoutes(parts));
  app.use(createWorkbenchRoutes(parts));
  app.use(createAccountsRoutes(parts));
  app.use(createStudiesRoutes(parts));
  app.use(createQuestionnairesRoutes(parts));
  app.use(createEstimatesRoutes(parts));
  app.use(createAnalysisRoutes(parts));
  app.use(createWeightingRoutes(parts));
  app.use(createEventsRoutes(parts));
  app.use(nothingHere);
  app.use(problemResponder(log));
  return app;
}
