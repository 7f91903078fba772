import type {
  MarginReport,
  WeightingRemark,
  WeightingReport,
  WeightSpread,
} from "../../server/weighting/weightingApi.ts";

/** A weighting report as lines for a terminal: the study, its margins, then each block with what is to be known of it. */
export function weightingLines(report: WeightingReport): string[] {
  const { study, scheme, version, schemeVersion, responses, weighted, withoutWeight, cameAfterFreezing } = report;
  const { excludedByScreening } = report;
  const what = version === null ? "preview, nothing was kept" : `weights scheme:${scheme}@${version}`;
  return [
    `${study}: ${what}, by version ${schemeVersion === 0 ? "—" : schemeVersion} of the scheme`,
    `  ${counted(responses)} responses, ${counted(weighted)} weighted, ${counted(withoutWeight)} without a weight`,
    ...(cameAfterFreezing === 0 ? [] : [`  ${counted(cameAfterFreezing)} came after their block was frozen`]),
    ...(excludedByScreening === 0 ? [] : [`  ${counted(excludedByScreening)} excluded by screening`]),
    ...Object.entries(report.excludedByFlag).map(
      ([flag, count]) => `  ${counted(count)} excluded for the flag ${flag}`,
    ),
    ...spreadLine(report.weights),
    ...report.margins.flatMap(marginLines),
    "",
    ...report.blocks.flatMap(blockLines),
  ];
}

function spreadLine(spread: WeightSpread | null): string[] {
  if (spread === null) return ["  no weights"];
  const { smallest, largest, designEffect, effectiveSampleSize } = spread;
  const range = `${smallest.toFixed(3)} to ${largest.toFixed(3)}`;
  return [
    `  weights ${range}, design effect ${designEffect.toFixed(2)}, effective n ${effectiveSampleSize.toFixed(0)}`,
  ];
}

function marginLines({ margin, categories }: MarginReport): string[] {
  const width = Math.max(...categories.map(({ category }) => category.length), 8);
  return [
    "",
    `  ${margin.padEnd(width)}  respondents   before   wanted  achieved`,
    ...categories.map(({ category, respondents, before, wanted, achieved }) =>
      [
        `  ${category.padEnd(width)}`,
        counted(respondents).padStart(11),
        percent(before).padStart(7),
        percent(wanted).padStart(7),
        percent(achieved).padStart(8),
      ].join("  "),
    ),
  ];
}

function blockLines(block: WeightingReport["blocks"][number]): string[] {
  const { frozenIn, weights, trimmed, responses, excluded } = block;
  const state = frozenIn === null ? (block.isClosed ? "closed" : "open") : `frozen in @${frozenIn}`;
  const said = (kind: string, remarks: readonly WeightingRemark[]): string[] =>
    remarks.map(({ margin, category, message }) => {
      const where = [margin, category].filter((part) => part !== null).join(", ");
      return `    ${kind}${where === "" ? "" : ` ${where}`}: ${message.en}`;
    });
  return [
    `  ${block.block}  ${state}, ${counted(responses)} responses, ${counted(excluded)} excluded, ${counted(trimmed)} trimmed`,
    ...spreadLine(weights).map((line) => `  ${line}`),
    ...said("not met", block.notMet),
    ...said("done", block.adjustments),
    ...said("note", block.warnings),
  ];
}

function counted(count: number): string {
  return count.toLocaleString("en");
}

function percent(share: number): string {
  return `${(100 * share).toFixed(1)}%`;
}
