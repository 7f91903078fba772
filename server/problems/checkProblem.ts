import type { Codebook } from "../../surveys/codebook/codebook.ts";
import { breakdownNamed } from "../analysis/breakdowns.ts";
import { checkCodes, checkCondition } from "../analysis/checkCondition.ts";
import { refusal } from "../analysis/refusal.ts";
import { divisionLabel } from "../estimates/divisionLabel.ts";
import type { StudyColumns } from "../estimates/studyColumns.ts";
import type { ProblemContent, ProblemPlace } from "./problemsApi.ts";

/** What every response carries beside its answers, and a problem can be of. */
const carried = ["grid_unit", "collector", "language"] as const;

/** What every response of a study carries, where there is any so far. */
export function carriedPlaces(codebook: Codebook, columns: StudyColumns): ProblemPlace[] {
  return carried
    .map((name) => {
      const { title, values } = breakdownNamed(name, { codebook, columns, path: "places" });
      const named = values.map(({ code, label }) => ({ code, label: divisionLabel(String(code), codebook) ?? label }));
      return { name, title, values: named };
    })
    .filter(({ values }) => values.length > 0);
}

/**
 * Holds what is said of a problem against the study.
 *
 * @throws {Problem} `invalid-parameter` naming the part that the study has no question, variable or code for.
 */
export function checkProblem(
  { from, to, questions, places }: ProblemContent,
  codebook: Codebook,
  columns: StudyColumns,
): void {
  if (from > to)
    throw refusal("to", "before-from", {
      "zh-CN": "最后一天早于第一天",
      en: "The last day is before the first",
    });
  const known = new Set<string>([...codebook.questions, ...codebook.scores].map(({ name }) => name).concat(carried));
  const place = questions?.findIndex((name) => !known.has(name)) ?? -1;
  if (place >= 0)
    throw refusal(`questions.${place}`, "unknown-question", {
      "zh-CN": "本调查没有这道题",
      en: "The study has no such question",
    });
  for (const [number, { variable, codes }] of places.entries()) {
    const path = `places.${number}`;
    if (places.findIndex((each) => each.variable === variable) < number)
      throw refusal(`${path}.variable`, "said-twice", {
        "zh-CN": "这个变量已经列出；请把编码写在一起",
        en: "This variable is there already: put its codes together",
      });
    if (columns.column(variable) !== undefined) {
      checkCondition({ kind: "code", variable, codes }, columns, path);
      continue;
    }
    const { values } = breakdownNamed(variable, { codebook, columns, path: `${path}.variable` });
    checkCodes(
      codes,
      values.map(({ code }) => code),
      `${path}.codes`,
    );
  }
}
