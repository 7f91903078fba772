import { calendarDay } from "../../server/fielding/calendarDay.ts";
import { fieldVersion } from "../../server/fielding/fielding.ts";
import type { Services } from "../../server/services.ts";
import { dailyTracking } from "../../surveys/questionnaires/dailyTracking.v1.ts";
import { demonstrationClaims } from "./claims.ts";
import { demonstrationCollectors } from "./collectors.ts";
import { demonstrationEvents } from "./events.ts";
import { demonstrationFigures, demonstrationPublication } from "./figures.ts";
import { demonstrationIndicators } from "./indicators.ts";
import { demonstrationProblem, demonstrationResolution } from "./problems.ts";
import { simulateResponses, type Simulated } from "./simulateResponses.ts";
import { demonstrationStudy } from "./study.ts";
import { demonstrationRules } from "./screening.ts";
import { demonstrationScheme, demonstrationWeighting } from "./weighting.ts";

/** What the demonstration is drawn from. */
export const demonstrationSeed = 20_200_130;
const batch = 500;

type LoadedInto = Pick<
  Services,
  | "studies"
  | "questionnaires"
  | "responses"
  | "admission"
  | "weighting"
  | "usualWeights"
  | "quality"
  | "events"
  | "indicators"
  | "figures"
  | "figureReading"
  | "figureStore"
  | "problems"
  | "claims"
  | "collectors"
>;

/**
 * Loads the demonstration study through the same admission as every answer, screens and weights it, unless it is there already.
 *
 * The study is opened last, and every simulated submission has a key of its own: a load that was interrupted is
 * finished by the next one, and nothing is doubled.
 *
 * @param onProgress hears how many responses are done.
 * @throws {Error} if a simulated answer is refused: simulation and questionnaire must agree.
 */
export async function loadDemonstration(
  services: LoadedInto,
  onProgress: (done: number) => void,
): Promise<{ kept: number; inStudy: number }> {
  const { study, timeZone } = demonstrationStudy;
  const { studies, questionnaires, responses, admission } = services;
  const before = await studies.find(study);
  if (before?.state === "open") return { kept: 0, inStudy: await responses.count(study) };
  await studies.add({ ...demonstrationStudy, state: "draft" });
  await fieldVersion(questionnaires, { study, bytes: Buffer.from(JSON.stringify(dailyTracking)), relation: "changed" });
  await services.weighting.schemes.put({ study, scheme: demonstrationScheme }, demonstrationWeighting);
  for (const collector of demonstrationCollectors) await services.collectors.put(study, collector);
  await addNotes(services);

  let kept = 0;
  const load = async (group: readonly Simulated[]): Promise<void> => {
    const many = group.map(({ at, gridUnit, submission }) => ({
      submission,
      gridUnit,
      day: calendarDay(at, timeZone),
    }));
    for (const outcome of await admission.admitMany(demonstrationStudy, many)) {
      if (outcome.outcome === "refused") throw refused(outcome.problem.faults);
    }
    kept += group.length;
    onProgress(kept);
  };
  let group: Simulated[] = [];
  for (const simulated of simulateResponses(demonstrationSeed)) {
    group.push(simulated);
    if (group.length < batch) continue;
    await load(group);
    group = [];
  }
  await load(group);
  await services.quality.rules.add(demonstrationStudy, demonstrationRules, null);
  await services.quality.runs.run(demonstrationStudy);
  await services.weighting.runs.run(demonstrationStudy, demonstrationScheme);
  // The pages of researchers then tell what figures, claims and reports tell.
  await services.usualWeights.choose(study, demonstrationScheme, "demonstration");
  await addProblem(services);
  await addFigures(services);
  await addClaims(services);
  await studies.change(study, { state: "open" });
  return { kept, inStudy: await responses.count(study) };
}

/** What happened in the field, and what the study is watched for. */
async function addNotes({ events, indicators }: Pick<Services, "events" | "indicators">): Promise<void> {
  const { study } = demonstrationStudy;
  for (const event of demonstrationEvents) await events.add(study, event);
  for (const [indicator, content] of Object.entries(demonstrationIndicators))
    await indicators.put({ study, indicator, ...content });
}

/** Logs what went wrong and what was done, unless an interrupted load had come so far. */
async function addProblem({ problems }: Pick<Services, "problems">): Promise<void> {
  const { study } = demonstrationStudy;
  const [known] = (await problems.list(study)).problems;
  const { problem, version, done } = known ?? (await problems.log(study, demonstrationProblem, null));
  if (done === null) await problems.resolve({ study, problem, version, by: null }, demonstrationResolution);
}

/** Makes the figures public, unless an interrupted load had come so far. */
async function addFigures({
  figures,
  figureReading,
  figureStore,
}: Pick<Services, "figures" | "figureReading" | "figureStore">): Promise<void> {
  await figureStore.publish(demonstrationStudy.study, demonstrationPublication);
  if ((await figureReading.list(demonstrationStudy)).figures.length > 0) return;
  for (const content of demonstrationFigures) {
    const { figure } = await figures.add(demonstrationStudy, content);
    await figures.show(demonstrationStudy, figure, "public");
  }
}

/** Makes the claims that texts cite public; one that an interrupted load has made stays as it is. */
async function addClaims({ claims }: Pick<Services, "claims">): Promise<void> {
  for (const [name, content] of Object.entries(demonstrationClaims)) {
    const { claim } = await claims.add(demonstrationStudy, content, name);
    await claims.show(demonstrationStudy, claim, "public");
  }
}

function refused(faults: readonly { field: string; code: string }[]): Error {
  const where = faults.map(({ field, code }) => `${field} (${code})`).join(", ");
  return new Error(`Cannot load the demonstration study: a simulated answer was refused at ${where}`);
}
