import { z } from "zod";
import type { Translated } from "../../surveys/language.ts";
import { pageLimit } from "../pageLimit.ts";

/** A scheme's name in addresses: lower-case letters, digits and hyphens. */
export const schemeName = z.string().regex(/^[a-z0-9](?:[a-z0-9-]{0,62}[a-z0-9])?$/);

/** The name of a scheme's weights: the current version of `scheme:national`, or a certain one of `scheme:national@3`. */
const schemeWeights = z
  .templateLiteral(["scheme:", z.string()])
  .refine((name) => /^scheme:[a-z0-9](?:[a-z0-9-]{0,62}[a-z0-9])?(?:@[1-9]\d{0,6})?$/.test(name));

/** Which weights an estimate is wanted by: `none`, those that came with the data, or those of a scheme. */
export const weightWanted = z.union([z.enum(["none", "given"]), schemeWeights]);

/** Which weights an estimate is wanted by. */
export type WeightWanted = z.infer<typeof weightWanted>;

/** Which weights a file is wanted with: those that came with the data, or those of a scheme. */
export const fileWeight = z.union([z.literal("given"), schemeWeights]);

/** A version of a scheme's weights: `scheme:national@3`. It never changes. */
export type WeightVersionName = `scheme:${string}@${number}`;

/** Which weights an estimate was made with. */
export type WeightUsed = "none" | "given" | WeightVersionName;

const category = z.string().min(1).max(100);
const name = z.string().min(1).max(200);

/**
 * A variable of the study and the category of the margin that each of its codes is.
 *
 * `codes` by code as the codebook has it, `null` for no answer; a code that is not named is the category of its name. A
 * number has `bands` instead, both ends included.
 */
const matchedVariable = z.strictObject({
  variable: name,
  codes: z.record(z.string().max(200), category.nullable()).default({}),
  bands: z
    .array(z.strictObject({ category, from: z.number(), to: z.number() }))
    .min(1)
    .max(200)
    .optional(),
});

/** One margin to weight to. */
const schemeMargin = z.strictObject({
  /** For the report. */
  name,
  /** A population and which of its margins, or shares of one's own that sum to 1, with where they are from. */
  target: z.union([
    z.strictObject({ population: name, margin: name }),
    z.strictObject({ shares: z.record(category, z.number().min(0)), source: z.string().max(500).default("") }),
  ]),
  /** What the target's categories become: several may become one, and `null` leaves one out. Others keep their names. */
  categories: z.record(category, category.nullable()).default({}),
  /** One variable, or two that are crossed, whose categories are then joined by `|`. */
  variables: z.array(matchedVariable).min(1).max(2),
  /** Into which category one goes that has too few respondents; one without a neighbour stays as it is. */
  neighbours: z.record(category, category).default({}),
});

const count = z.number().int().min(1).max(1_000_000);

/** How the fielding period is cut into blocks, each of which is weighted on its own. */
const blockRule = z.discriminatedUnion("rule", [
  /** A day with so many respondents, and so many in each category of each margin; the other days of an ISO week together. */
  z.strictObject({
    rule: z.literal("day-or-week"),
    respondents: count.default(500),
    inEachCategory: count.default(10),
  }),
  /** So many days at a time, counted from a certain day. */
  z.strictObject({ rule: z.literal("window"), days: z.number().int().min(1).max(366), from: z.iso.date() }),
  z.strictObject({ rule: z.literal("whole") }),
]);

/** Body of `PUT /api/studies/:study/weighting/:scheme`: how the study is to be weighted. */
export const schemeContent = z.strictObject({
  name,
  /** What the researcher says of this version: why it is as it is. */
  note: z.string().max(2_000).default(""),
  margins: z.array(schemeMargin).min(1).max(20),
  /** Whether weighting begins from the weights that came with the data. */
  baseWeights: z.enum(["none", "given"]).default("none"),
  /** Responses with one of these flags have weight 0. */
  excludedFlags: z.array(z.string().min(1).max(50)).max(20).default([]),
  /** Whether those whom screening excludes have weight 0. */
  exclusions: z.enum(["applied", "none"]).default("applied"),
  blocks: blockRule.default({ rule: "day-or-week", respondents: 500, inEachCategory: 10 }),
  /** How far weights may be from their mean, as multiples of it; `null` for no limit. */
  trimming: z
    .strictObject({ lower: z.number().min(0).max(1), upper: z.number().min(1).max(1_000) })
    .nullable()
    .default({ lower: 0.2, upper: 5 }),
  /** A category with fewer respondents goes into its neighbour, if it has one; 1: only when it has nobody. */
  fewestInCategory: count.default(10),
  /** A category that should have somebody, and has nobody and no neighbour. */
  emptyCategory: z.enum(["fail", "renormalise"]).default("fail"),
  /** Respondents without an answer: a category of their own that keeps its share, or weight 0. */
  missing: z.enum(["own-share", "drop"]).default("own-share"),
});

/** How a study is weighted. */
export type SchemeContent = z.infer<typeof schemeContent>;

/** One margin of a scheme. */
export type SchemeMargin = SchemeContent["margins"][number];

/** A version of a scheme, as kept. Answer of `PUT …/weighting/:scheme`. */
export interface Scheme extends SchemeContent {
  readonly study: string;
  readonly scheme: string;
  /** 1, 2, 3 within a scheme: a change makes a new one. */
  readonly schemeVersion: number;
  /** The account that made this version; `null` for a command, and for versions from before that was kept. */
  readonly by: string | null;
  /** When it was made, ISO 8601 in UTC; `null` for versions from before that was kept. */
  readonly madeAt: string | null;
}

/** Body of `POST /api/studies/:study/weighting/:scheme/runs`. */
export const runWanted = z.strictObject({
  /** Says what would come out and keeps nothing. */
  preview: z.boolean().default(false),
  /**
   * `open`: frozen blocks keep their weights. `all`: those that an earlier version of the scheme has frozen are
   * weighted anew by this one.
   */
  blocks: z.enum(["open", "all"]).default("open"),
});

/** What a run is asked to do. */
export type RunWanted = z.infer<typeof runWanted>;

/** Body of `POST /api/studies/:study/weighting/:scheme/previews`: what a scheme that is not kept would give. */
export const previewWanted = z.strictObject({ content: schemeContent, blocks: runWanted.shape.blocks });

/** A line of the answer to a run or preview that was asked for as `application/x-ndjson`; the last is no step. */
export type RunLine =
  { readonly done: number; readonly of: number } | { readonly answer: WeightingReport } | { readonly problem: object };

/** Something to know of a block's weights, by a word for programs and a sentence for people. */
export interface WeightingRemark {
  readonly code: string;
  readonly margin: string | null;
  readonly category: string | null;
  readonly message: Translated;
}

/** A category of a margin: what was wanted and what came out. Shares are of those with an answer. */
export interface CategoryReport {
  readonly category: string;
  readonly respondents: number;
  /** By the scheme. */
  readonly wanted: number;
  /** What was weighted to, after collapsing; the same as `wanted` where nothing was done. */
  readonly target: number;
  /** By base weights. */
  readonly before: number;
  readonly achieved: number;
}

/** A margin in a report. */
export interface MarginReport {
  readonly margin: string;
  readonly categories: readonly CategoryReport[];
}

/** How weights are spread: see `stats/weights/kish.ts`. */
export interface WeightSpread {
  readonly respondents: number;
  readonly smallest: number;
  readonly largest: number;
  readonly designEffect: number;
  readonly effectiveSampleSize: number;
}

/** A block and how it was weighted. */
export interface BlockReport {
  /** A day `2020-01-30`, an ISO week `2020-W05`, the first day of a window `2020-01-30+14`, or `whole`. */
  readonly block: string;
  /** The calendar days that belong to it, in order; `null`: every day of no other block. */
  readonly days: readonly string[] | null;
  /** Whether its last day was over: weights are then frozen, if there are any. */
  readonly isClosed: boolean;
  readonly schemeVersion: number;
  readonly responses: number;
  /** Responses of weight 0. */
  readonly excluded: number;
  /** `null` when no weights meet the margins: its responses then have none, and `notMet` says why. */
  readonly weights: WeightSpread | null;
  /** Spread of the base weights. */
  readonly before: WeightSpread | null;
  /** Respondents whom raking alone would have put outside the bounds. */
  readonly trimmed: number;
  readonly margins: readonly MarginReport[];
  readonly notMet: readonly WeightingRemark[];
  /** What was done so that margins could be met: collapsed, renormalised, own share, dropped. */
  readonly adjustments: readonly WeightingRemark[];
  readonly warnings: readonly WeightingRemark[];
}

/** A version of weights in a list. */
export interface WeightVersionSummary {
  readonly study: string;
  readonly scheme: string;
  /** 1, 2, 3 within a scheme; `null` for a preview. */
  readonly version: number | null;
  readonly schemeVersion: number;
  readonly cause: "asked-for" | "days-closed" | "preview";
  /** The account that asked for it; `null` for the service itself, a command, and versions from before that was kept. */
  readonly by: string | null;
  /** ISO 8601 in UTC. */
  readonly asOf: string;
  /** The study's day on which it was made: blocks that ended before it are closed. */
  readonly today: string;
  /** Of the columns it was made from: grows with each change, anew in each process. */
  readonly columnsRevision: number;
  /** Responses in the study then. */
  readonly responses: number;
  /** Responses with a positive weight. */
  readonly weighted: number;
  /** Responses of weight 0 for a flag, by flag; one with several counts for each. */
  readonly excludedByFlag: Readonly<Record<string, number>>;
  /** Responses of weight 0 for what screening found, and by which version of its marks; 0 and `null` where it was not. */
  readonly excludedByScreening: number;
  readonly screening: number | null;
  /** Responses without a weight: of blocks that could not be weighted, or that came after their block was frozen. */
  readonly withoutWeight: number;
  readonly cameAfterFreezing: number;
  readonly weights: WeightSpread | null;
}

/** Answer of `POST …/weighting/:scheme/runs` and `GET …/weighting/:scheme/versions/:version`. */
export interface WeightingReport extends WeightVersionSummary {
  /** Over all blocks. */
  readonly margins: readonly MarginReport[];
  readonly blocks: readonly (BlockReport & {
    /** The version that froze its weights; `null` while they may change. */
    readonly frozenIn: number | null;
  })[];
}

/** Answer of `GET /api/studies/:study/weighting`. */
export interface SchemeList {
  readonly schemes: readonly (Pick<Scheme, "scheme" | "schemeVersion" | "name" | "note"> & {
    readonly current: WeightVersionSummary | null;
  })[];
  /** Which one an estimate uses that names no weights. */
  readonly usual: UsualWeights | null;
  /** Codes that a variable had only in earlier versions of the questionnaire: a scheme must say what they are as well. */
  readonly earlierCodes: Readonly<Record<string, readonly string[]>>;
  /** Whether responses came with weights of their own, which are used where no scheme is the usual one. */
  readonly weightsExist: boolean;
}

/** Body of `PATCH /api/studies/:study/weighting`. */
export const usualWanted = z.strictObject({ usualScheme: schemeName.nullable() });

/** The scheme whose newest weights an estimate uses that names none: since when, and by whose choice. */
export interface UsualWeights {
  /** `null`: none; given weights are used where there are any. */
  readonly scheme: string | null;
  readonly by: string;
  /** ISO 8601 in UTC. */
  readonly since: string;
}

/** Query of `GET /api/studies/:study/weighting/:scheme`. */
export const schemeQuery = z.strictObject({ limit: pageLimit });

/** Answer of `GET /api/studies/:study/weighting/:scheme`: its newest version, all of them, and its weights, newest first. */
export interface SchemeWithVersions {
  readonly scheme: Scheme;
  readonly schemeVersions: readonly Pick<Scheme, "schemeVersion" | "name" | "note" | "by" | "madeAt">[];
  readonly versions: readonly WeightVersionSummary[];
}

/** Answer of `POST /api/studies/:study/weighting/margins`: the shares of a file, as a margin's `target` takes them. */
export interface MarginsRead {
  readonly margins: readonly { readonly name: string; readonly shares: Readonly<Record<string, number>> }[];
}

/** Answer of `GET /api/populations`: what a scheme's margins can name. */
export interface PopulationList {
  readonly populations: readonly {
    readonly population: string;
    readonly name: string;
    readonly covers: string;
    readonly date: string;
    readonly source: string;
    readonly margins: readonly { readonly margin: string; readonly shares: Readonly<Record<string, number>> }[];
  }[];
}
