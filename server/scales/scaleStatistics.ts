import type { Coded } from "../../stats/design.ts";
import { isBroken, type Window } from "../../stats/trends/windows.ts";
import type { CodebookScore } from "../../surveys/codebook/codebook.ts";
import { alikeIn, reading, type Alike } from "../analysis/alike.ts";
import type { AnalysisOrigin } from "../analysis/analysisApi.ts";
import type { AnalysisSource } from "../analysis/analysisSource.ts";
import { breaksIn, placedBreaks, toldBreaks } from "../analysis/breaks.ts";
import { dated, type Calendar } from "../analysis/calendar.ts";
import { refusal } from "../analysis/refusal.ts";
import { respondentsOf, rowsWithin, type Respondents } from "../analysis/respondents.ts";
import { scoreShape } from "../estimates/scoreShape.ts";
import { Problem } from "../problem.ts";
import { itemStatistics, measured, reliabilityOf, type Measured } from "./reliability.ts";
import { scaleColumns } from "./scaleColumns.ts";
import type { Reliability, ScaleRequest, ScaleStatistics } from "./scalesApi.ts";

/** Each is measured by itself. */
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
  const { calendar, within, responses } = respondentsOf(request, columns);
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
  const measuredIn = itemsOf(asked, source, { calendar, within, windows });
  const whole = measuredIn(null);
  return {
    request,
    responses,
    score,
    reliability: reliabilityOf(whole),
    items: itemStatistics(whole),
    windows: windows.map((window, place) => ({
      ...dated(window, calendar),
      ...(isBroken(window, breaks) ? acrossBreak : reliabilityOf(measuredIn(place))),
    })),
    breaks: toldBreaks(breaks, { days: calendar.days, codebook }),
  };
}

/**
 * Makes what measures the items of a scale in the place of a window, or in all of them, on respondents who are alike in all
 * items. Where windows do not overlap these are found for all windows together.
 */
function itemsOf(
  score: CodebookScore,
  { codebook, columns, design }: AnalysisSource,
  { calendar, within, windows }: Pick<Respondents, "calendar" | "within"> & { windows: readonly Window[] },
): (window: number | null) => Measured {
  const read = reading(score.items);
  const windowOf = windowCodes(calendar, windows);
  const together = windowOf === null ? null : alikeIn([windowOf], { columns, design, domain: within })(read);
  if (together !== null && together.columns !== columns) {
    const items = scaleColumns(score, { codebook, columns: together.columns });
    return (window) => measured(items, inWindow(window, together));
  }
  return (window) => {
    const domain = window === null ? within : rowsWithin(calendar, within, windows[window]);
    const alike = alikeIn([], { columns, design, domain })(read);
    return measured(scaleColumns(score, { codebook, columns: alike.columns }), alike);
  };
}

/** For each respondent the window of their day; `null` where windows overlap, as days pooled do. */
function windowCodes({ dayOf, days }: Calendar, windows: readonly Window[]): Coded | null {
  // The first is of no day.
  const windowOf = new Int32Array(days.length + 1).fill(-1);
  for (const [place, { from, to }] of windows.entries()) {
    if (windowOf.subarray(from + 1, to + 2).some((taken) => taken >= 0)) return null;
    windowOf.fill(place, from + 1, to + 2);
  }
  const codes = new Int32Array(dayOf.length);
  for (let row = 0; row < codes.length; row++) codes[row] = windowOf[(dayOf[row] ?? -1) + 1] ?? -1;
  return { codes, categories: windows.length };
}

function inWindow(
  window: number | null,
  { design, domain, coded: [windowOf] }: Alike,
): Pick<Alike, "design" | "domain"> {
  if (window === null) return { design, domain };
  const isIn = new Uint8Array(design.rows);
  for (let row = 0; row < isIn.length; row++)
    isIn[row] = Number((domain === null || domain[row] === 1) && windowOf?.codes[row] === window);
  return { design, domain: isIn };
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
