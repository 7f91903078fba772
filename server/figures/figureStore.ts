import { Schema, type Connection } from "mongoose";
import { isFirst } from "../database/takenKeys.ts";
import type { FigureContent, FrozenSummary, PublicationSettings, Withdrawal } from "./figuresApi.ts";

/** A figure as kept: its newest version. */
export interface KeptFigure {
  readonly figure: string;
  readonly study: string;
  readonly version: number;
  readonly visibility: "private" | "public";
  readonly changedAt: string;
  readonly content: FigureContent;
}

/** A frozen state as kept; `state` is the JSON whose hash stands beside it. */
export interface KeptFrozen extends FrozenSummary {
  readonly figure: string;
  readonly state: string;
}

/** A link as kept: its key only as a hash. */
export interface KeptLink {
  readonly link: string;
  readonly figure: string;
  readonly keyHash: string;
  readonly expires: string;
  readonly revoked: boolean;
}

/** Keeps figures, their frozen states and links, and what of a study may be public. */
export type FigureStore = ReturnType<typeof createFigureStore>;

/** Makes the store of figures on a connection. */
export function createFigureStore(connection: Connection) {
  const figures = connection.model("Figure", figureSchema);
  const versions = connection.model("FigureVersion", versionSchema);
  const frozen = connection.model("FrozenFigure", frozenSchema);
  const links = connection.model("FigureLink", linkSchema);
  const publications = connection.model("Publication", publicationSchema);
  let changes = 0;
  const noted = async <Found>(writing: Promise<Found>): Promise<Found> => {
    const found = await writing;
    changes += 1;
    return found;
  };
  return {
    /** How many changes were made through this store: what was read before one of them may be old. */
    changes: (): number => changes,

    async prepare(): Promise<void> {
      await Promise.all([figures, versions, frozen, links, publications].map((model) => model.createIndexes()));
    },

    async find(figure: string): Promise<KeptFigure | null> {
      const kept = await figures.findById(figure).lean();
      return kept === null ? null : fromKept(kept);
    },

    /** A study's figures, the newest first, at most `limit`. */
    async list(study: string, limit: number): Promise<KeptFigure[]> {
      const kept = await figures.find({ study }).sort({ changedAt: -1, _id: 1 }).limit(limit).lean();
      return kept.map(fromKept);
    },

    count: (study: string): Promise<number> => figures.countDocuments({ study }),

    /** Studies with a public figure, once for each. */
    publicStudies: async (): Promise<string[]> =>
      (await figures.find({ visibility: "public" }, { study: 1 }).lean()).map(({ study }) => study),

    async add({ figure, content, ...rest }: KeptFigure): Promise<void> {
      const text = JSON.stringify(content);
      await versions.create({ figure, version: rest.version, changedAt: rest.changedAt, content: text });
      await noted(figures.create({ _id: figure, ...rest, content: text }));
    },

    /** Keeps the version after `from`; `false` when it is not the newest any more. */
    async change(
      figure: string,
      { from, content, changedAt }: { from: number; content: FigureContent; changedAt: string },
    ): Promise<boolean> {
      const version = from + 1;
      const text = JSON.stringify(content);
      if (!(await isFirst(versions.create({ figure, version, changedAt, content: text })))) return false;
      const { matchedCount } = await noted(
        figures.updateOne({ _id: figure, version: from }, { $set: { version, changedAt, content: text } }).exec(),
      );
      return matchedCount === 1;
    },

    async show(figure: string, visibility: KeptFigure["visibility"]): Promise<void> {
      await noted(figures.updateOne({ _id: figure }, { $set: { visibility } }).exec());
    },

    /** Keeps a frozen state for good; `false` when its number has just been taken. */
    freeze: (state: KeptFrozen): Promise<boolean> => noted(isFirst(frozen.create(state))),

    /** The frozen states of a figure, oldest first. */
    async frozenOf(figure: string): Promise<FrozenSummary[]> {
      const kept = await frozen.find({ figure }, { state: 0 }).sort({ number: 1 }).lean();
      return kept.map(summaryOf);
    },

    async findFrozen(figure: string, number: number): Promise<KeptFrozen | null> {
      const kept = await frozen.findOne({ figure, number }).lean();
      return kept === null ? null : { ...summaryOf(kept), figure, state: kept.state };
    },

    /** Says of a frozen state that it should not be used; `false` when there is none, or it is said already. */
    async withdraw(figure: string, number: number, withdrawn: Withdrawal): Promise<boolean> {
      const { matchedCount } = await noted(
        frozen.updateOne({ figure, number, withdrawn: null }, { $set: { withdrawn } }).exec(),
      );
      return matchedCount === 1;
    },

    async addLink({ link, ...rest }: KeptLink): Promise<void> {
      await links.create({ _id: link, ...rest });
    },

    async linksOf(figure: string): Promise<KeptLink[]> {
      const kept = await links.find({ figure }).sort({ expires: 1, _id: 1 }).lean();
      return kept.map(({ _id, ...rest }) => ({ link: _id, ...rest }));
    },

    async linkWith(figure: string, keyHash: string): Promise<KeptLink | null> {
      const kept = await links.findOne({ figure, keyHash }).lean();
      if (kept === null) return null;
      const { _id, ...rest } = kept;
      return { link: _id, ...rest };
    },

    /** Ends a link; `false` when the figure has none of that name. */
    async revoke(figure: string, link: string): Promise<boolean> {
      const { matchedCount } = await noted(links.updateOne({ _id: link, figure }, { $set: { revoked: true } }).exec());
      return matchedCount === 1;
    },

    async publication(study: string): Promise<PublicationSettings | null> {
      const kept = await publications.findById(study).lean();
      // Written by this program from content that had passed its check.
      return kept === null ? null : (JSON.parse(kept.content) as PublicationSettings);
    },

    async publish(study: string, settings: PublicationSettings): Promise<void> {
      const content = JSON.stringify(settings);
      await noted(publications.updateOne({ _id: study }, { $set: { content } }, { upsert: true }).exec());
    },
  };
}

interface StoredFigure {
  _id: string;
  study: string;
  version: number;
  visibility: "private" | "public";
  changedAt: string;
  /** Requests nest, and name variables that MongoDB would take for paths. */
  content: string;
}

function fromKept({ _id, content, ...rest }: StoredFigure): KeptFigure {
  // Written by this program from content that had passed its check.
  return { figure: _id, ...rest, content: JSON.parse(content) as FigureContent };
}

function summaryOf({ number, version, frozenAt, asOf, sha256, withdrawn }: FrozenSummary): FrozenSummary {
  return { number, version, frozenAt, asOf, sha256, withdrawn };
}

const text = { type: String, required: true };

const figureSchema = new Schema<StoredFigure>(
  {
    _id: text,
    study: text,
    version: { type: Number, required: true },
    visibility: { type: String, enum: ["private", "public"], required: true },
    changedAt: text,
    content: text,
  },
  { collection: "figures", versionKey: false, strict: "throw" },
);
figureSchema.index({ study: 1, changedAt: -1 });

const versionSchema = new Schema<{ figure: string; version: number; changedAt: string; content: string }>(
  { figure: text, version: { type: Number, required: true }, changedAt: text, content: text },
  { collection: "figureVersions", versionKey: false, strict: "throw" },
);
versionSchema.index({ figure: 1, version: 1 }, { unique: true });

const reasonSchema = new Schema({ "zh-CN": text, en: text }, { _id: false });
const withdrawnSchema = new Schema({ at: text, reason: { type: reasonSchema, required: true } }, { _id: false });

const frozenSchema = new Schema<KeptFrozen>(
  {
    figure: text,
    number: { type: Number, required: true },
    version: { type: Number, required: true },
    frozenAt: text,
    asOf: text,
    sha256: text,
    withdrawn: { type: withdrawnSchema, default: null },
    state: text,
  },
  { collection: "frozenFigures", versionKey: false, strict: "throw" },
);
frozenSchema.index({ figure: 1, number: 1 }, { unique: true });

const linkSchema = new Schema<Omit<KeptLink, "link"> & { _id: string }>(
  { _id: text, figure: text, keyHash: text, expires: text, revoked: { type: Boolean, required: true } },
  { collection: "figureLinks", versionKey: false, strict: "throw" },
);
linkSchema.index({ figure: 1, keyHash: 1 }, { unique: true });

const publicationSchema = new Schema<{ _id: string; content: string }>(
  { _id: text, content: text },
  { collection: "publications", versionKey: false, strict: "throw" },
);
