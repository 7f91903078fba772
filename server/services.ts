import pino, { type Logger } from "pino";
import { createAccounts } from "./accounts/accounts.ts";
import { createAccountStore } from "./accounts/accountStore.ts";
import { createSessionStore } from "./accounts/sessionStore.ts";
import { clockHeldAt, type Clock } from "./clock.ts";
import type { Config } from "./config.ts";
import { createClaimStore } from "./claims/claimStore.ts";
import { createCollectors } from "./collectors/collectors.ts";
import { createCollectorStore } from "./collectors/collectorStore.ts";
import { createCopySettings } from "./copies/copySettings.ts";
import { createTitledColumns } from "./collectors/titledColumns.ts";
import { connectDatabase, type StoreUse } from "./database/connect.ts";
import { createHeldDayStore } from "./database/heldDayStore.ts";
import { migrations } from "./database/migrations.ts";
import { migrate } from "./database/migrationStore.ts";
import { createSecretStore } from "./database/secretStore.ts";
import { createAnswering, type Answering } from "./analysis/answering.ts";
import { askingOf } from "./analysis/askedByFigures.ts";
import { createStudyAnalysis } from "./analysis/studyAnalysis.ts";
import { createStudyContrasts } from "./contrasts/studyContrasts.ts";
import { createColumnsReadModel, type ColumnsReadModel } from "./estimates/columnsReadModel.ts";
import { studyCodebook } from "./estimates/studyCodebook.ts";
import { createStudyDesign } from "./estimates/studyDesign.ts";
import { createEstimates } from "./estimates/studyEstimates.ts";
import { createDrafts } from "./drafts/drafts.ts";
import { createDraftStore } from "./drafts/draftStore.ts";
import { createEventStore } from "./events/eventStore.ts";
import { createExporting } from "./exports/exporting.ts";
import { createExportStore } from "./exports/exportStore.ts";
import { createFigureStore } from "./figures/figureStore.ts";
import { createOutlineStore } from "./figures/outlines/outlineStore.ts";
import { createShownStore } from "./figures/shownStore.ts";
import { createAdmission } from "./fielding/admission.ts";
import { createBurstWatch } from "./fielding/burstWatch.ts";
import { createFieldedVersions } from "./fielding/fieldedVersions.ts";
import { createQuestionnaireStore } from "./fielding/questionnaireStore.ts";
import { createResponseStore } from "./fielding/responseStore.ts";
import { createStudyStore } from "./fielding/studyStore.ts";
import { createImporting } from "./imports/importing.ts";
import { createIndicators } from "./indicators/indicators.ts";
import { createIndicatorStore } from "./indicators/indicatorStore.ts";
import { createLiveCounts } from "./live/liveCounts.ts";
import { createStudyNeeds } from "./needs/studyNeeds.ts";
import { createQuality } from "./quality/quality.ts";
import { createQualityStore } from "./quality/qualityStore.ts";
import { createScreenedRows } from "./quality/screenedRows.ts";
import { createProblemServices } from "./problems/problemServices.ts";
import { createProblemStore } from "./problems/problemStore.ts";
import { createReporting } from "./reports/reporting.ts";
import { createTemplateStore } from "./reports/templateStore.ts";
import { createRecordOpeningStore } from "./records/recordOpeningStore.ts";
import { createRecords } from "./records/records.ts";
import { createStudyScales } from "./scales/studyScales.ts";
import { createCodeFrames } from "./texts/codeFrames.ts";
import { createTextsStore } from "./texts/textsStore.ts";
import { createThemedColumns } from "./texts/themeColumns.ts";
import { createClosingDays } from "./weighting/closingDays.ts";
import { createSchemeWeights } from "./weighting/schemeWeights.ts";
import { createUsualSchemeStore } from "./weighting/usualSchemeStore.ts";
import { createUsualWeights } from "./weighting/usualWeights.ts";
import { createWeighting } from "./weighting/weighting.ts";
import { createWeightingStore } from "./weighting/weightingStore.ts";

/** Everything the application and the commands work with. */
export type Services = Awaited<ReturnType<typeof createServices>>;

/** The log of a service of this configuration. */
export function createLog({ LOG_LEVEL }: Pick<Config, "LOG_LEVEL">): Logger {
  return pino({ level: LOG_LEVEL, base: null });
}

/**
 * What varies from outside. `studyClock` tells studies the time; left out, it is `clock`, or stands still on the day that
 * the store is held at, as the demonstration's is on its last.
 * A command joins the embedded store of a running service, and a service says that it must own it.
 */
export interface Surroundings {
  readonly clock: Clock;
  readonly log: Logger;
  readonly storeUse?: StoreUse;
  readonly studyClock?: Clock;
}

/** Makes the stores and their indexes; those of accounts come with the accounts. */
async function createStores({ connection }: Awaited<ReturnType<typeof connectDatabase>>) {
  const stores = {
    studies: createStudyStore(connection),
    questionnaires: createQuestionnaireStore(connection),
    responses: createResponseStore(connection),
    draftStore: createDraftStore(connection),
    collectorStore: createCollectorStore(connection),
    exports: createExportStore(connection),
    events: createEventStore(connection),
    weightingStore: createWeightingStore(connection),
    usualSchemeStore: createUsualSchemeStore(connection),
    qualityStore: createQualityStore(connection),
    indicatorStore: createIndicatorStore(connection),
    textsStore: createTextsStore(connection),
    figureStore: createFigureStore(connection),
    problemStore: createProblemStore(connection),
    claimStore: createClaimStore(connection),
    shownStore: createShownStore(connection),
    outlineStore: createOutlineStore(connection),
    recordOpenings: createRecordOpeningStore(connection),
    templateStore: createTemplateStore(connection),
  };
  for (const store of Object.values(stores)) await store.prepare();
  return stores;
}

/** Makes the accounts with their stores and indexes. */
async function createResearchers(
  { connection }: Awaited<ReturnType<typeof connectDatabase>>,
  { clock, setUpSecret }: { clock: Clock; setUpSecret: Buffer },
) {
  const accounts = createAccounts({
    accounts: createAccountStore(connection),
    sessions: createSessionStore(connection, clock),
    setUpSecret,
  });
  await accounts.prepare();
  return accounts;
}

/** What tells studies the time: what is given, else the day that the store is held at, or now. */
async function createStudyClock(
  { connection }: Awaited<ReturnType<typeof connectDatabase>>,
  given: Clock | undefined,
  clock: Clock,
) {
  const heldDay = createHeldDayStore(connection);
  const midnight = await heldDay.midnight();
  return { heldDay, studyClock: given ?? (midnight === null ? clock : clockHeldAt(midnight, clock)) };
}

/** With what a study is made ready for the field. */
function createPreparing(stores: Stores) {
  const { draftStore, collectorStore, questionnaires } = stores;
  return {
    copySettings: createCopySettings(stores),
    drafts: createDrafts({ store: draftStore, questionnaires }),
    collectors: createCollectors({ store: collectorStore }),
  };
}

/** What decides how each respondent counts: screening, weights, and the design that is made of both. */
function createCounting(
  { weightingStore, usualSchemeStore, qualityStore, studies, questionnaires, responses }: Stores,
  { answeredColumns, columns, clock, log }: CountedBy,
) {
  const known = { studies, questionnaires, responses, clock };
  const schemeWeights = createSchemeWeights(weightingStore);
  const screenedRowsOf = createScreenedRows(qualityStore);
  const onFault = (error: unknown, what: object): void => {
    log.error({ ...what, kind: error instanceof Error ? error.name : typeof error }, "days were not closed");
  };
  const weighting = createWeighting({ ...known, store: weightingStore, columns, screenedRowsOf });
  const usualWeights = createUsualWeights({ store: usualSchemeStore, reports: weighting.reports, clock });
  const quality = createQuality({ ...known, store: qualityStore, columns: answeredColumns, screenedRowsOf, onFault });
  const freezeWeights = createClosingDays({ ...known, ...weighting, usualWeights, onFault });
  return {
    schemeWeights,
    screenedRowsOf,
    weighting,
    usualWeights,
    quality,
    designOf: createStudyDesign({ schemeWeights, usualWeights, screenedRowsOf }),
    // Weights are raked without those whom screening excludes.
    closeDays: async () => [...(await quality.closeDays()), ...(await freezeWeights())],
  };
}

type Stores = Awaited<ReturnType<typeof createStores>>;

interface CountedBy {
  readonly answeredColumns: ColumnsReadModel;
  readonly columns: ColumnsReadModel;
  readonly clock: Clock;
  readonly log: Logger;
}

/** What answers each kind of request for numbers. */
function createAnswers(answering: Answering) {
  return {
    analysis: createStudyAnalysis(answering),
    scales: createStudyScales(answering),
    contrasts: createStudyContrasts(answering),
    needs: createStudyNeeds(answering),
  };
}

/**
 * Opens the store, brings it to the newest layout and makes every service: the only place where they are made.
 *
 * @throws {StoreIsNewer} when the store was last used by a newer program.
 */
export async function createServices(
  config: Config,
  { clock, log, storeUse = "join", studyClock: givenClock }: Surroundings,
) {
  const { MONGODB_URI: mongodbUri, DATA_DIRECTORY: dataDirectory } = config;
  const database = await connectDatabase({ mongodbUri, dataDirectory, storeUse });
  const { connection } = database;
  try {
    await migrate(connection, migrations);
    const stores = await createStores(database);
    const { studies, questionnaires, responses, exports, events, textsStore } = stores;
    const preparing = createPreparing(stores);
    const { heldDay, studyClock } = await createStudyClock(database, givenClock, clock);
    const secrets = createSecretStore(connection);
    const accounts = await createResearchers(database, { clock, setUpSecret: await secrets.secret("set-up") });
    const codeFrames = createCodeFrames({ store: textsStore, questionnaires });
    const answeredColumns = createColumnsReadModel({ responses, questionnaires, clock: studyClock });
    const titledColumns = createTitledColumns({ columns: answeredColumns, collectors: preparing.collectors });
    const columns = createThemedColumns({ columns: titledColumns, codeFrames });
    const receiptSecret = await secrets.secret("receipt");
    const counting = createCounting(stores, { answeredColumns, columns, clock: studyClock, log });
    const { schemeWeights, screenedRowsOf, designOf } = counting;
    const codebookOf = async (study: string) =>
      studyCodebook(await questionnaires.versions(study), await columns.columnsOf(study));
    const ledger = createProblemServices(stores.problemStore, { ...counting, columns, codebookOf, clock: studyClock });
    const { problemLedger } = ledger;
    const estimates = createEstimates({ columns, questionnaires, designOf, problemLedger, clock: studyClock });
    const answering = createAnswering({ columns, questionnaires, designOf, problemLedger, clock: studyClock });
    const answers = createAnswers(answering);
    const watching = { columns, questionnaires, designOf, problemLedger, clock: studyClock };
    const indicators = createIndicators({ store: stores.indicatorStore, columns, questionnaires });
    const fieldedVersions = createFieldedVersions(questionnaires);
    const admission = createAdmission({
      fieldedVersions,
      responses,
      receiptSecret,
      clock: studyClock,
      collectors: preparing.collectors,
      noteKept: (response) => {
        columns.noteKept(response);
      },
    });
    return {
      config,
      clock: studyClock,
      heldDay,
      log,
      storeKind: database.kind,
      studies,
      questionnaires,
      responses,
      ...preparing,
      accounts,
      exports,
      events,
      outlineStore: stores.outlineStore,
      columns,
      ...counting,
      ...ledger,
      estimates,
      ...answers,
      ...createReporting(stores, {
        ...watching,
        asking: askingOf({ ...stores, ...answers, ...counting, columns, codebookOf, problemLedger }),
        codeFrames,
        indicators,
        responses,
        screenedRowsOf,
      }),
      exporting: createExporting({ ...watching, schemeWeights, screenedRowsOf }),
      admission,
      importing: createImporting({ admission, questionnaires }),
      indicators,
      records: createRecords({ columns, openings: stores.recordOpenings, clock }),
      live: createLiveCounts({ columns }),
      burstWatch: createBurstWatch({ perMinute: config.SUBMISSIONS_PER_MINUTE, clock }),
      close: () => database.close(),
    };
  } catch (error) {
    await database.close();
    throw error;
  }
}
