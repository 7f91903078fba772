import type { Column } from "../../stats/columns.ts";
import { needGap } from "../../stats/items/needGap.ts";
import { needQuadrants } from "../../stats/items/needQuadrants.ts";
import { alikeIn, readingOf } from "../analysis/alike.ts";
import type { AnalysisOrigin } from "../analysis/analysisApi.ts";
import type { AnalysisSource } from "../analysis/analysisSource.ts";
import { checkCodes, checkCondition } from "../analysis/checkCondition.ts";
import { refusal } from "../analysis/refusal.ts";
import { respondentsOf } from "../analysis/respondents.ts";
import { numbersOf, truthOf } from "../estimates/conditions.ts";
import type { StudyColumns } from "../estimates/studyColumns.ts";
import type { NeedsRequest, NeedsResult } from "./needsApi.ts";

/**
 * Holds need against satisfaction for each topic.
 *
 * @throws {Problem} `invalid-parameter` naming the part of the request that cannot be met.
 */
export function needs(request: NeedsRequest, source: AnalysisSource): Omit<NeedsResult, keyof AnalysisOrigin> {
  const { columns, codebook, design } = source;
  const variables = codebook.questions.flatMap((question) => question.variables);
  const asked = request.topics.map(({ need, satisfaction }, place) => {
    checkCondition(need, columns, `topics.${place}.need`);
    return {
      variable: satisfaction,
      label: variables.find(({ name }) => name === satisfaction)?.label ?? satisfaction,
      need,
      worth: worthOf(satisfaction, { columns, request, path: `topics.${place}.satisfaction` }),
    };
  });
  const { within, responses } = respondentsOf(request, columns);
  const alikeInTopic = alikeIn([], { columns, design, domain: within });
  const topics = asked.map(({ variable, label, need, worth }) => {
    const read = readingOf([need]);
    const alike = alikeInTopic({ ...read, variables: [...read.variables, variable] });
    const topic = {
      need: numbersOf(truthOf(need, alike.columns)),
      satisfaction: valuesOf(alike.columns.column(variable), worth),
    };
    return { variable, label, ...needGap(topic, alike.design, alike.domain, { satisfiedIf: [satisfied] }) };
  });
  const quadrants = needQuadrants(topics);
  return {
    request,
    responses,
    topics: topics.map(({ variable, label, need, satisfied: served, gap }, place) => ({
      variable,
      label,
      need,
      satisfied: served,
      gap,
      placed: quadrants?.topics[place] ?? null,
    })),
    lines: quadrants === null ? null : { need: quadrants.needLine, satisfied: quadrants.satisfiedLine },
    byGap: quadrants?.byGap ?? [],
  };
}

const satisfied = 1;

/**
 * For each code 1 where it means satisfied and 0 where not; not a number for one that is left out.
 *
 * @throws {Problem} `invalid-parameter` for what is no category of the study, or a code it does not have.
 */
function worthOf(
  variable: string,
  {
    columns: { column },
    request: { satisfiedIf, without = [] },
    path,
  }: { columns: StudyColumns; request: NeedsRequest; path: string },
): readonly number[] {
  const found = column(variable);
  if (found === undefined)
    throw refusal(path, "unknown-variable", {
      "zh-CN": "本调查没有这个变量",
      en: "The study has no such variable",
    });
  if (found.kind !== "category")
    throw refusal(path, "other-kind", {
      "zh-CN": "满意度须为单选题或评分题",
      en: "Satisfaction must be a choice of one or a rating",
    });
  checkCodes(satisfiedIf, found.codes, "satisfiedIf");
  checkCodes(without, found.codes, "without");
  return found.codes.map((code) => (without.includes(code) ? Number.NaN : Number(satisfiedIf.includes(code))));
}

/** One entry a row: what the row's code is worth; not a number for no answer. */
function valuesOf(column: Column | undefined, worth: readonly number[]): Float64Array {
  if (column?.kind !== "category") return new Float64Array(0);
  const values = new Float64Array(column.values.length);
  for (let row = 0; row < values.length; row++) values[row] = worth[column.values[row] ?? -1] ?? Number.NaN;
  return values;
}
