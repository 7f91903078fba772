import type { Codebook } from "../../surveys/codebook/codebook.ts";
import { instruments } from "../../surveys/instruments/registry.ts";
import { isOutlined } from "../../charts/figures/regionTiles.ts";
import { tileGridFor } from "../../charts/tiles/regionTiles.ts";
import { townBlocksOf } from "../../charts/tiles/townBlocks.ts";
import type { Translated } from "../../surveys/language.ts";
import type { AnalysisOrigin, AnalysisRequest, AnalysisResult } from "../analysis/analysisApi.ts";
import { refusal } from "../analysis/refusal.ts";
import { scaleEnds } from "../estimates/scaleEnds.ts";
import type { NeedsResult } from "../needs/needsApi.ts";
import type { Asking } from "./asking.ts";
import type { Look } from "./figuresApi.ts";
import { claimRequests, estimateRequest, periodRequests } from "./requestsOf.ts";

/** What was found for a figure, fit for the public. */
export type Answers =
  | { readonly kind: "estimates"; readonly result: AnalysisResult; readonly beside: AnalysisResult | null }
  | { readonly kind: "periods"; readonly results: readonly [AnalysisResult, AnalysisResult] }
  | {
      readonly kind: "claims";
      readonly claims: readonly {
        readonly label: Translated;
        readonly heard: AnalysisResult;
        readonly believed: AnalysisResult;
      }[];
    }
  | { readonly kind: "needs"; readonly result: NeedsResult };

/**
 * Asks what a figure shows.
 *
 * @param asking gives what is fit for the public.
 * @throws {Problem} `invalid-parameter` naming the part of the look that cannot be met.
 */
export async function answersTo(look: Look, study: string, asking: Asking): Promise<Answers> {
  const analysed = (request: AnalysisRequest): Promise<AnalysisResult> => asking.analyse(study, request);
  switch (look.kind) {
    case "slope": {
      mustBeSingle(look.request);
      const [first, second] = await Promise.all(periodRequests(look).map(analysed));
      return { kind: "periods", results: [first, second] as [AnalysisResult, AnalysisResult] };
    }
    case "rumours": {
      return {
        kind: "claims",
        claims: await Promise.all(
          look.claims.map(async (claim) => {
            const { heard, believed } = claimRequests(look, claim);
            return { label: claim.label, heard: await analysed(heard), believed: await analysed(believed) };
          }),
        ),
      };
    }
    case "quadrant":
      return { kind: "needs", result: await asking.needs(study, look.request) };
    default: {
      mustSuit(look);
      const result = await analysed(estimateRequest(look));
      if (look.kind === "tiles" && !isOutlined(result, await asking.outline(study))) mustHaveTiles(result);
      const besideRequest = besideOf(look, result, await asking.codebook(study));
      return { kind: "estimates", result, beside: besideRequest === null ? null : await analysed(besideRequest) };
    }
  }
}

/**
 * One of the answers, from which all that they share is read: as of when, by which weights.
 *
 * @throws {RangeError} for answers about no claim, which no look asks for.
 */
export function headOf(answers: Answers): AnalysisOrigin & { readonly responses: number } {
  switch (answers.kind) {
    case "estimates":
    case "needs":
      return answers.result;
    case "periods":
      return answers.results[0];
    case "claims": {
      const [first] = answers.claims;
      if (first === undefined) throw new RangeError("a figure of rumours has a claim");
      return first.heard;
    }
  }
}

/** Every analysis that stands in the answers. */
export function resultsIn(answers: Answers): readonly AnalysisResult[] {
  switch (answers.kind) {
    case "estimates":
      return [answers.result];
    case "periods":
      return answers.results;
    case "claims":
      return answers.claims.flatMap(({ heard, believed }) => [heard, believed]);
    case "needs":
      return [];
  }
}

type EstimateLook = Exclude<Look, { kind: "slope" | "rumours" | "quadrant" }>;

/**
 * Kinds over time need a series, and the others must not be one: they would show its first window only.
 *
 * @throws {Problem} `invalid-parameter` naming the part that does not suit.
 */
function mustSuit({ kind, request }: EstimateLook): void {
  const isOverTime = kind === "trend" || kind === "multiples";
  if (!isOverTime) mustBeSingle(request);
  else if (request.every === undefined)
    throw refusal("look.request.every", "required", {
      "zh-CN": "趋势图需要 every：按日、按周或 7 日合并",
      en: "A trend needs every: days, weeks or 7 days pooled",
    });
  if (request.by.length !== 1 && (kind === "multiples" || kind === "tiles"))
    throw refusal("look.request.by", "one-breakdown", {
      "zh-CN": "这种图需要一个分组变量",
      en: "This kind needs one breakdown",
    });
}

/** @throws {Problem} `invalid-parameter` for a series. */
function mustBeSingle({ every }: AnalysisRequest): void {
  if (every === undefined) return;
  throw refusal("look.request.every", "no-series", {
    "zh-CN": "这种图不按时间展开，请去掉 every",
    en: "This kind shows no series: leave every out",
  });
}

/** @throws {Problem} `invalid-parameter` for groups that no tiles are for. */
function mustHaveTiles({ groups }: AnalysisResult): void {
  const codes = groups.flatMap(({ codes: [code] }) => (code === undefined ? [] : [String(code)]));
  if (tileGridFor(codes) !== null || townBlocksOf(codes, "en") !== null) return;
  throw refusal("look.request.by", "no-tiles", {
    "zh-CN": "方块图只能按省份、绍兴各区县市或乡镇街道分组",
    en: "Tiles are for provinces, for the units of Shaoxing and for towns",
  });
}

/** The request for what sums up each bar: of a scale's codes the net, of a score's bands the share beyond the cut-off. */
function besideOf(
  { kind, request }: EstimateLook,
  { items }: AnalysisResult,
  codebook: Codebook,
): AnalysisRequest | null {
  if (kind !== "likert" && kind !== "bands") return null;
  const score = codebook.scores.find(({ name }) => name === request.question);
  if (score !== undefined) {
    const instrument = instruments[score.instrument];
    if (instrument?.cutOff === undefined || instrument.cutOff === null) return null;
    const [lowest, highest] = score.range;
    const isHigherWorse = instrument.direction === "higher-is-worse";
    const from = isHigherWorse ? instrument.cutOff : lowest;
    const to = isHigherWorse ? highest : instrument.cutOff;
    const { question: _question, statistic: _statistic, ...rest } = request;
    return { ...rest, indicator: { kind: "number", variable: score.name, from, to } };
  }
  const [first] = items;
  const values = items.flatMap(({ variable, value }) =>
    value !== null && variable?.name === first?.variable?.name ? [value] : [],
  );
  const ends = scaleEnds(values);
  if (ends === null) return null;
  const { codes, against, without } = ends;
  return {
    ...request,
    statistic: "net",
    codes: [...codes],
    against: [...against],
    ...(without.length > 0 && { without: [...without] }),
  };
}
