import { isBroken } from "../../stats/trends/windows.ts";
import type { CodebookScore } from "../../surveys/codebook/codebook.ts";
import { alikeIn, reading } from "../analysis/alike.ts";
import type { AnalysisOrigin } from "../analysis/analysisApi.ts";
import type { AnalysisSource } from "../analysis/analysisSource.ts";
import { breaksIn, placedBreaks, toldBreaks } from "../analysis/breaks.ts";
import { dated } from "../analysis/calendar.ts";
import { refusal } from "../analysis/refusal.ts";
import { respondentsOf, rowsWithin } from "../analysis/respondents.ts";
import { scoreShape } from "../estimates/scoreShape.ts";
import { Problem } from "../problem.ts";
import { itemStatistics, measured, reliabilityOf, type Measured } from "./reliability.ts";
import { scaleColumns } from "./scaleColumns.ts";
import type { Reliability, ScaleRequest, ScaleStatistics } from "./scalesApi.ts";

/** Each takes two passes over all rows. */
const mostWindows = 400;

/**
 * Works out how a scale's score is spread among respondents, and how far its items measure the same.
 *
 * @throws {Problem} `not-found` for a score that the study does not have; `invalid-parameter` naming the part of the
 *   request that cannot be met.
 */
export function scaleStatistics(
  { score: name, ...request }: ScaleRequest & { readonly score: string },
  source: AnalysisSource,
): Omit<ScaleStatistics, keyof AnalysisOrigin> {
  const { columns, codebook, design } = source;
  const { calendar, domain, within, responses } = respondentsOf(request, columns);
  const asked = codebook.scores.find((score) => score.name === name);
  const [score] = asked === undefined ? [] : scoreShape(asked, columns, { design, domain: within });
  if (asked === undefined || score?.shape !== "score") throw unknownScore();
  const windows = request.every === undefined ? [] : calendar.windows;
  if (windows.length > mostWindows)
    throw refusal("every", "too-many-windows", {
      "zh-CN": `将得到 ${windows.length} 个时段，最多 ${mostWindows} 个`,
      en: `This makes ${windows.length} windows; the most is ${mostWindows}`,
    });
  const breaks = placedBreaks(calendar, breaksIn({ names: [name], conditions: [request.filter] }, source));
  const whole = itemsWithin(within, asked, source);
  return {
    request,
    responses,
    score,
    reliability: reliabilityOf(whole),
    items: itemStatistics(whole),
    windows: windows.map((window) => ({
      ...dated(window, calendar),
      ...(isBroken(window, breaks)
        ? acrossBreak
        : reliabilityOf(itemsWithin(rowsWithin(calendar, domain, window), asked, source))),
    })),
    breaks: toldBreaks(breaks, { days: calendar.days, codebook }),
  };
}

/** The items of a scale, measured on respondents who are alike in all of them. */
function itemsWithin(
  domain: Uint8Array,
  score: CodebookScore,
  { codebook, columns, design }: AnalysisSource,
): Measured {
  const alike = alikeIn([], { columns, design, domain })(reading(score.items));
  return measured(scaleColumns(score, { codebook, columns: alike.columns }), alike);
}

const acrossBreak: Reliability = {
  alpha: { kind: "not-estimable", reason: "crosses-break", n: 0 },
  omega: { kind: "not-estimable", reason: "crosses-break", n: 0 },
};

function unknownScore(): Problem {
  return new Problem("not-found", [
    {
      field: "score",
      code: "unknown-score",
      message: { "zh-CN": "本调查没有这个量表得分", en: "The study has no score of this name" },
    },
  ]);
}
