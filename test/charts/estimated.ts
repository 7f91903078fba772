import type { QuestionEstimates } from "../../server/estimates/estimatesApi.ts";
import { createDesign } from "../../stats/design.ts";
import type { Estimate } from "../../stats/estimate.ts";
import { shares } from "../../stats/estimators/shares.ts";
import { inLanguage } from "../../surveys/localised.ts";
import type { Language } from "../../surveys/language.ts";
import type { Reader } from "../../charts/figure.ts";

/** The product's own estimates of how an unweighted sample divides: `counts` people gave each answer. */
export function estimatesOf(counts: readonly number[]): Estimate[] {
  const codes = Int16Array.from(counts.flatMap((count, code) => Array<number>(count).fill(code)));
  return shares({ codes, categories: counts.length }, createDesign({ rows: codes.length }), null);
}

/** The same of a subgroup that was drawn as a single cluster: there are values, and no intervals. */
export function estimatesInOneCluster(counts: readonly number[]): Estimate[] {
  const codes = Int16Array.from([...counts.flatMap((count, code) => Array<number>(count).fill(code)), 0]);
  const clusters = Int32Array.from(codes, (_, row) => Number(row === codes.length - 1));
  const isIn = Uint8Array.from(clusters, (cluster) => Number(cluster === 0));
  return shares({ codes, categories: counts.length }, createDesign({ rows: codes.length, clusters }), isIn);
}

/** A question of one choice, answered as `counts` say. */
export function choiceOf(
  counts: readonly number[],
  { ordered = false, estimates = estimatesOf(counts) }: { ordered?: boolean; estimates?: readonly Estimate[] } = {},
): Extract<QuestionEstimates, { shape: "shares" }> {
  return {
    name: "trust",
    type: "radiogroup",
    title: { default: "您信任吗？", en: "Do you trust them?" },
    askedIf: null,
    answered: counts.reduce((sum, count) => sum + count, 0),
    unanswered: 0,
    shape: "shares",
    multiple: false,
    ordered,
    rows: estimates.map((estimate, code) => ({
      code,
      label: { default: `答案${code}`, en: `Answer ${code}` },
      estimate,
    })),
  };
}

/** Someone who reads a language. */
export function readerOf(language: Language): Reader {
  return { language, read: (text) => inLanguage(text, language) };
}
