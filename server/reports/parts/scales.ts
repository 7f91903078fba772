import { estimateInWords } from "../../../charts/estimateInWords.ts";
import { formatPValue } from "../../../charts/format.ts";
import { judge } from "../../../charts/judgement.ts";
import type { Estimate } from "../../../stats/estimate.ts";
import type { CodebookQuestion, CodebookScore } from "../../../surveys/codebook/codebook.ts";
import { usualDivisions } from "../../../surveys/codebook/usualChoices.ts";
import { instruments } from "../../../surveys/instruments/registry.ts";
import type { AnalysisResult } from "../../analysis/analysisApi.ts";
import type { Condition } from "../../estimates/conditions.ts";
import { disclosedResult } from "../../figures/disclosed.ts";
import { item, paragraph, plain, type Block } from "../document.ts";
import { analyse, requestOf, sayTo, type ReportContext } from "../reportContext.ts";
import { described } from "./described.ts";

/** More groups do not stand beside each other in a picture. */
const mostGroups = 12;

/** Who screens positive on the study's scales, by the usual divisions. */
export async function scales(context: ReportContext): Promise<Block[]> {
  const blocks: Block[] = [];
  for (const score of context.codebook.scores) blocks.push(...(await scaleOf(score, context)));
  return blocks;
}

async function scaleOf(score: CodebookScore, context: ReportContext): Promise<Block[]> {
  const positive = positiveOn(score);
  const instrument = instruments[score.instrument];
  if (positive === null || instrument === undefined) return [];
  const { reader, allDays, codebook } = context;
  const say = sayTo(reader);
  const whole = disclosedResult(await analyse(context, { indicator: positive, ...allDays }));
  const all = whole.estimates[0]?.[0]?.[0];
  if (all === undefined || judge(all).kind === "not-shown") return [];
  const { from, to } = positive;
  const blocks: Block[] = [
    { kind: "heading", level: 3, text: plain(reader.read(instrument.name)) },
    paragraph(
      say(
        `筛查阳性（${from}–${to} 分）：${estimateInWords(all, reader.language)}。筛查阳性不是诊断。`,
        `Screening positive (${from} to ${to}): ${estimateInWords(all, reader.language)}. Screening positive is no diagnosis.`,
      ),
    ),
  ];
  const divisions = usualDivisions(codebook).filter((division) => sizeOf(division) <= mostGroups);
  for (const division of divisions) blocks.push(...(await groupsOf({ positive, score, division }, context)));
  const [, pictured = divisions[0]] = divisions;
  if (pictured === undefined) return blocks;
  const title = {
    "zh-CN": `${instrument.name}（按“${inTitle(pictured, "zh-cn")}”分组）`,
    en: `${instrument.name} by “${inTitle(pictured, "en")}”`,
  };
  const picture = await described(
    {
      title: { "zh-CN": title["zh-CN"].slice(0, 120), en: title.en.slice(0, 120) },
      headline: { "zh-CN": "", en: "" },
      note: { "zh-CN": "", en: "" },
      look: {
        kind: "bands",
        request: requestOf(context, { question: score.name, by: [pictured.name], ...allDays }),
      },
    },
    context,
  );
  return [...blocks, ...picture];
}

type Positive = Extract<Condition, { kind: "number" }>;

/** Scores beyond the cut-off of a scale; `null` for one without. */
function positiveOn({ name, instrument, range: [lowest, highest] }: CodebookScore): Positive | null {
  const known = instruments[instrument];
  if (known === undefined || known.cutOff === null) return null;
  const isHigherWorse = known.direction === "higher-is-worse";
  return {
    kind: "number",
    variable: name,
    from: isHigherWorse ? known.cutOff : lowest,
    to: isHigherWorse ? highest : known.cutOff,
  };
}

/** A division's highest and lowest group, and whether the groups differ at all. */
async function groupsOf(
  { positive, score, division }: { positive: Positive; score: CodebookScore; division: CodebookQuestion },
  context: ReportContext,
): Promise<Block[]> {
  const { reader, allDays } = context;
  const { language } = reader;
  const say = sayTo(reader);
  const asked = { by: [division.name], ...allDays };
  const found = disclosedResult(await analyse(context, { ...asked, indicator: positive }));
  const tested = await analyse(context, { ...asked, question: score.name, statistic: "shares" });
  const groups = groupsIn(found, context);
  const [highest] = groups;
  const lowest = groups.at(-1);
  if (highest === undefined || lowest === undefined || groups.length < 2) return [];
  const association = tested.tests?.associations[0]?.raoScott;
  const p = association?.kind === "rao-scott" ? association.secondOrder.p : null;
  const verdict = verdictOf(p, context);
  return [
    item(
      say(
        `：最高为“${highest.label}”${estimateInWords(highest.estimate, language)}，最低为“${lowest.label}”${estimateInWords(lowest.estimate, language)}${verdict}。`,
        `: highest for “${highest.label}”, ${estimateInWords(highest.estimate, language)}; lowest for “${lowest.label}”, ${estimateInWords(lowest.estimate, language)}${verdict}.`,
      ),
      reader.read(division.title),
    ),
  ];
}

/** Of the score's bands by the groups: an association, which says nothing of its cause. */
function verdictOf(p: number | null, { reader }: ReportContext): string {
  const say = sayTo(reader);
  if (p === null) return say("；无法检验各组是否有别", "; whether groups differ cannot be tested");
  const told = formatPValue(p, reader.language);
  return p < 0.05
    ? say(
        `；各组的程度分布有别（Rao–Scott 检验，${told}），但这不说明原因`,
        `; the groups differ in severity (Rao–Scott test, ${told}), which does not say why`,
      )
    : say(
        `；看不出各组有别（Rao–Scott 检验，${told}）`,
        `; no difference between groups can be told (Rao–Scott test, ${told})`,
      );
}

interface Group {
  readonly label: string;
  readonly estimate: Estimate;
  readonly value: number;
}

/** Groups that may be shown, the highest first. */
function groupsIn({ groups, estimates }: AnalysisResult, { reader }: ReportContext): Group[] {
  return groups
    .flatMap(({ codes, labels }, place): Group[] => {
      const estimate = estimates[0]?.[place]?.[0];
      if (codes.length === 0 || estimate?.kind !== "estimate" || judge(estimate).kind === "not-shown") return [];
      return [{ label: labels.map((label) => reader.read(label)).join(" · "), estimate, value: estimate.value }];
    })
    .sort((one, other) => other.value - one.value);
}

function sizeOf({ name, variables }: CodebookQuestion): number {
  const variable = variables.find((each) => each.name === name);
  return variable?.kind === "category" ? variable.values.length : Infinity;
}

function inTitle({ title }: CodebookQuestion, language: string): string {
  return typeof title === "string" ? title : (title[language] ?? title["default"] ?? "");
}
