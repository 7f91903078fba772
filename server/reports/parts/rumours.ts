import { estimateInWords } from "../../../charts/estimateInWords.ts";
import { judge } from "../../../charts/judgement.ts";
import type { Estimate } from "../../../stats/estimate.ts";
import type { LocalisedText } from "../../../surveys/definition.ts";
import { likeliest, pairingsOf, type QuestionPair } from "../../../surveys/codebook/questionPairs.ts";
import { believedCodes, heardCodes, isOfRumours } from "../../../surveys/codebook/usualChoices.ts";
import { inLanguage } from "../../../surveys/localised.ts";
import { variablesOf, type Condition } from "../../estimates/conditions.ts";
import { disclosedResult } from "../../figures/disclosed.ts";
import type { FigureContent } from "../../figures/figuresApi.ts";
import { paragraph, type Block } from "../document.ts";
import { analyse, onlyEstimate, sayTo, type ReportContext } from "../reportContext.ts";
import { daysInWords } from "./daysInWords.ts";
import { described } from "./described.ts";
import { nOf, quoted, withInterval } from "./needs.ts";

/** A claim that people were asked about: who heard of it, and of those, who believe it. */
export interface StudiedClaim {
  readonly label: LocalisedText;
  readonly heard: Estimate;
  readonly believed: Estimate;
  /** Whether the study holds belief in it to be bad: one of its indicators counts who believes it, and gets worse by more. */
  readonly isWatched: boolean;
}

/** Which claims go round, and who believes them. */
export async function rumours(context: ReportContext): Promise<Block[]> {
  const claims = await studiedClaims(context);
  if (claims.length === 0) return [];
  const marks = claims.some(({ isWatched }) => isWatched);
  const { reader, period } = context;
  const say = sayTo(reader);
  const shown = claims.filter(({ heard, believed }) => isShown(heard) && isShown(believed));
  const [first] = worrying(shown);
  if (first === undefined)
    return [
      paragraph(
        say(
          `${daysInWords(period, context)}回答太少，无法判断各种说法的传播。`,
          `${daysInWords(period, context)} had too few answers to tell how claims go round.`,
        ),
      ),
    ];
  const widest = [...shown].sort((one, other) => valueOf(other.heard) - valueOf(one.heard))[0] ?? first;
  const isNumber = true;
  return [
    paragraph(
      say(
        `${daysInWords(period, context)}，听说过的人最多的是${quoted(widest.label, context)}：${estimateInWords(widest.heard, reader.language)}。${marks ? "作为谣言监测的说法中，" : ""}听说者相信最多的是${quoted(first.label, context)}：${estimateInWords(first.believed, reader.language)}。`,
        `${daysInWords(period, context)}, the claim most people had heard was ${quoted(widest.label, context)}: ${estimateInWords(widest.heard, reader.language)}. ${marks ? "Of those watched as rumours, the one" : "The one"} most believed by those who heard it was ${quoted(first.label, context)}: ${estimateInWords(first.believed, reader.language)}.`,
      ),
    ),
    {
      kind: "table",
      caption: `${say("按听说者中相信的比例排列", "By the share who believe it, of those who heard")}${marks ? say("；※ 为本调查的预警指标作为谣言监测的说法", "; ※ is watched as a rumour by an indicator of the study") : ""}`,
      columns: [
        { title: say("说法", "Claim"), isNumber: false },
        { title: say("听说过（全体中）", "Heard it, of all"), isNumber },
        { title: "n", isNumber },
        { title: say("相信（听说者中）", "Believe it, of those who heard"), isNumber },
        { title: "n", isNumber },
      ],
      rows: claims.map(({ label, heard, believed, isWatched }) => [
        { text: `${isWatched ? "※ " : ""}${reader.read(label)}` },
        ...[heard, believed].flatMap((estimate) => [withInterval(estimate, reader), nOf(estimate, reader)]),
      ]),
    },
    paragraph(
      say(
        "问卷所问的说法有真有假；这里只报告听说和相信的比例，不判断真伪。",
        "Some of the claims asked about are true and some are not: this says who heard and believes them, not which are which.",
      ),
      "small",
    ),
  ];
}

/** The claims that are watched as rumours, or all where none is. */
export function worrying(claims: readonly StudiedClaim[]): readonly StudiedClaim[] {
  const watched = claims.filter(({ isWatched }) => isWatched);
  return watched.length > 0 ? watched : claims;
}

const studied = new WeakMap<ReportContext, Promise<StudiedClaim[]>>();

/** The claims of the report's period, those most believed first; none where the study asks about none. */
export function studiedClaims(context: ReportContext): Promise<StudiedClaim[]> {
  const known = studied.get(context) ?? study(context);
  studied.set(context, known);
  return known;
}

async function study(context: ReportContext): Promise<StudiedClaim[]> {
  const claims: StudiedClaim[] = [];
  const indicators = await context.asking.indicators(context.study.study);
  const watched = new Set(indicators.flatMap(({ of, worse }) => (worse === "higher" ? variablesOf(of) : [])));
  for (const { label, heard, believed } of claimsAsked(context)) {
    const share = async (part: { indicator: Condition; filter?: Condition }): Promise<Estimate> =>
      onlyEstimate(disclosedResult(await analyse(context, { ...context.period, ...part })));
    claims.push({
      label,
      heard: await share({ indicator: heard }),
      believed: await share({ indicator: believed, filter: heard }),
      isWatched: variablesOf(believed).some((variable) => watched.has(variable)),
    });
  }
  return claims.sort((one, other) => valueOf(other.believed) - valueOf(one.believed));
}

/** Belief against hearing, over all days. */
export async function rumoursFigure(context: ReportContext): Promise<Block[]> {
  const claims = claimsAsked(context);
  if (claims.length === 0) return [];
  const content: FigureContent = {
    title: { "zh-CN": "各种说法：听说与相信", en: "Claims: heard and believed" },
    headline: { "zh-CN": "", en: "" },
    note: { "zh-CN": "", en: "" },
    look: {
      kind: "rumours",
      ...context.allDays,
      ...context.weighting,
      exclusions: "applied",
      claims: claims.slice(0, 20).map(({ label, heard, believed }) => ({
        label: { "zh-CN": inLanguage(label, "zh-CN").slice(0, 120), en: inLanguage(label, "en").slice(0, 120) },
        heard,
        believed,
      })),
    },
  };
  return described(content, context);
}

interface ClaimAsked {
  readonly label: LocalisedText;
  readonly heard: Condition;
  readonly believed: Condition;
}

function claimsAsked({ codebook }: ReportContext): ClaimAsked[] {
  const pairing = likeliest(pairingsOf(codebook), isOfRumours);
  return pairing === null ? [] : pairing.pairs.map(claimOf);
}

function claimOf({ label, first, second }: QuestionPair): ClaimAsked {
  return {
    label,
    heard:
      first.kind === "tick"
        ? { kind: "ticked", variable: first.name }
        : { kind: "code", variable: first.name, codes: heardCodes(first.values) },
    believed: { kind: "code", variable: second.name, codes: believedCodes(second.values) },
  };
}

function isShown(estimate: Estimate): boolean {
  return judge(estimate).kind === "shown";
}

function valueOf(estimate: Estimate): number {
  return estimate.kind === "estimate" ? estimate.value : -1;
}
