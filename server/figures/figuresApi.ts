import { z } from "zod";
import type { PublishedFigure } from "../../charts/publishedFigure.ts";
import type { ResultTable } from "../../charts/resultTable.ts";
import type { Language, Translated } from "../../surveys/language.ts";
import { analysisRequest, condition, day, whom, type AffectingProblem } from "../analysis/analysisApi.ts";
import { needsRequest } from "../needs/needsApi.ts";

const words = (least: number, most: number) => {
  const text = z.string().trim().min(least).max(most);
  return z.strictObject({ "zh-CN": text, en: text });
};
const nothing = { "zh-CN": "", en: "" };

/** Kinds that draw the answer of one analysis request. */
export const estimateKinds = ["bars", "likert", "trend", "dots", "bands", "heat", "multiples", "tiles"] as const;

/** One of them. */
export type EstimateKind = (typeof estimateKinds)[number];

const period = z.strictObject({ from: day, to: day });

/** What a figure asks and how it is drawn. `docs/figures.md` says what each kind needs. */
export const look = z.discriminatedUnion("kind", [
  z.strictObject({ kind: z.enum(estimateKinds), request: analysisRequest }),
  z.strictObject({ kind: z.literal("slope"), request: analysisRequest, periods: z.tuple([period, period]) }),
  z.strictObject({
    kind: z.literal("rumours"),
    ...whom,
    claims: z
      .array(z.strictObject({ label: words(1, 120), heard: condition, believed: condition }))
      .min(1)
      .max(20),
  }),
  z.strictObject({ kind: z.literal("quadrant"), request: needsRequest }),
]);

/** A checked look. */
export type Look = z.infer<typeof look>;

/** Body of `POST /api/studies/:study/figures`. */
export const figureContent = z.strictObject({
  title: words(1, 120),
  /** The finding in a sentence, if the writer gives one. */
  headline: words(0, 160).default(nothing),
  note: words(0, 600).default(nothing),
  look,
});

/** What a researcher says of a figure. */
export type FigureContent = z.infer<typeof figureContent>;

/** Body of `PUT /api/studies/:study/figures/:figure`: a new version, made from `version`. */
export const figureChange = figureContent.extend({ version: z.number().int().min(1) });

/** Body of `PUT …/visibility`. */
export const visibilityChange = z.strictObject({ visibility: z.enum(["private", "public"]) });

/** Body of `PUT …/frozen/:number/withdrawal`: why readers should not use it any more. */
export const withdrawal = z.strictObject({ reason: words(1, 400) });

/** Body of `POST …/links`: how many days the link works. */
export const newLink = z.strictObject({ days: z.number().int().min(1).max(366) });

const origin = z.string().regex(/^https?:\/\/[a-z0-9.-]{1,253}(?::\d{1,5})?$/);

/** Body of `PUT /api/studies/:study/publication`: what of a study may be public, who conducts it, and who may embed. */
export const publicationSettings = z.strictObject({
  /** Names of questions and scores, and of `language`, `collector` and `grid_unit` as breakdowns. */
  questions: z.array(z.string().min(1).max(200)).max(1000).default([]),
  /** Origins whose pages may hold a figure in a frame; `null` for any. */
  embedders: z.array(origin).max(50).nullable().default(null),
  conductor: words(0, 200).default(nothing),
  population: words(0, 300).default(nothing),
  mode: words(0, 300).default(nothing),
  limits: words(0, 600).default(nothing),
});

/** What a study says about itself in public. */
export type PublicationSettings = z.infer<typeof publicationSettings>;

/** A frozen state of a figure. */
export interface FrozenSummary {
  /** 1, 2, 3 within a figure. */
  readonly number: number;
  readonly version: number;
  /** ISO 8601 in UTC. */
  readonly frozenAt: string;
  readonly asOf: string;
  readonly sha256: string;
  readonly withdrawn: Withdrawal | null;
}

/** Why a frozen state should not be used, and since when. */
export interface Withdrawal {
  readonly at: string;
  readonly reason: Translated;
}

/** A link by which who has it sees a figure that is not public. Its key is told once, when it is made. */
export interface FigureLink {
  readonly link: string;
  readonly expires: string;
  readonly revoked: boolean;
}

/** What the public is shown, beside which some numbers of a public figure would tell of few people and are withheld. */
export interface WithheldBeside {
  readonly figures: readonly (Pick<FigureContent, "title"> & { readonly figure: string })[];
  /** Whether it is also beside others of its own, beside claims, or beside what the public was shown of a figure once. */
  readonly others: boolean;
}

/** A figure as its researchers see it. */
export interface FigureSummary extends FigureContent {
  readonly figure: string;
  readonly study: string;
  readonly version: number;
  readonly visibility: "private" | "public";
  readonly changedAt: string;
  readonly frozen: readonly FrozenSummary[];
  readonly links: readonly FigureLink[];
  /** Questions it shows that the study does not let be public: while there are any it cannot be. */
  readonly heldBack: readonly string[];
  /** `null` where nothing is withheld for it. */
  readonly withheldBeside: WithheldBeside | null;
}

/** Answer of `GET /api/studies/:study/figures`. */
export interface FigureList {
  readonly figures: readonly FigureSummary[];
  readonly publication: PublicationSettings;
  /** The number of the approval (审图号) of the outline that maps are drawn with; `null` where they are tiles. */
  readonly mapApproval: string | null;
}

/** A line of the methods box. */
export interface MethodsLine {
  readonly label: string;
  readonly text: string;
}

/** A figure in one language: the drawing as data, the same as a table, in words, and how it was made. */
export interface FigureEdition {
  readonly title: string;
  readonly headline: string;
  readonly note: string;
  readonly drawing: PublishedFigure;
  readonly table: ResultTable;
  /** The drawing in words. */
  readonly alternative: string;
  /** The line below the drawing: of how many, weighted how, as of when, by whom. */
  readonly sourceLine: string;
  readonly methods: readonly MethodsLine[];
}

/** All that a figure shows, fit for the public: what is hashed, frozen and drawn. */
export interface FigureState {
  readonly format: "dingxin-figure/1";
  readonly figure: string;
  readonly version: number;
  readonly study: {
    readonly study: string;
    readonly title: Translated;
    readonly simulated: boolean;
    readonly timeZone: string;
  };
  readonly asOf: string;
  readonly look: Look;
  readonly editions: Readonly<Record<Language, FigureEdition>>;
}

/** `figure.json`: the state, the SHA-256 of its JSON with sorted members, and what is to be known of it now. */
export interface FigureFile {
  readonly state: FigureState;
  readonly sha256: string;
  readonly frozen: { readonly number: number; readonly frozenAt: string } | null;
  readonly withdrawn: Withdrawal | null;
  /** What is known by now to be wrong with the answers it is made from; it stands beside the state and changes nothing in it. */
  readonly problems: readonly AffectingProblem[];
  /** Whether the live figure shows other numbers by now; `false` for a live one. */
  readonly newerDataExist: boolean;
  readonly address: string;
  readonly citations: Readonly<Record<"gb-t-7714" | "apa" | "bibtex", string>>;
}
