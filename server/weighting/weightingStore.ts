import { randomBytes } from "node:crypto";
import { Schema, trusted, type Connection } from "mongoose";
import { createReadOnce } from "../database/readOnce.ts";
import { createSharedReading } from "../database/sharedReading.ts";
import { isFirst } from "../database/takenKeys.ts";
import type { BlockReport, MarginReport, Scheme, SchemeContent, WeightVersionSummary } from "./weightingApi.ts";
import { fromChunk, toChunks, type WeightChunk, type WeightsById } from "./weightChunks.ts";

/** Keeps weighting schemes, the weights that were made by them, and what was said of them. Nothing of it ever changes. */
export type WeightingStore = ReturnType<typeof createWeightingStore>;

/** A block of a version: blocks are shared by the versions that came after they were frozen. */
export interface BlockOfVersion {
  readonly id: string;
  readonly frozenIn: number | null;
  readonly report: BlockReport;
}

/** A version of weights, without the weights. */
export interface WeightVersion extends Omit<WeightVersionSummary, "version"> {
  readonly version: number;
  readonly margins: readonly MarginReport[];
  readonly blocks: readonly Pick<BlockOfVersion, "id" | "frozenIn">[];
}

/** Of a hundred kilobytes each. */
const mostVersionsRead = 50;

/** Makes the store of weighting on a connection. */
export function createWeightingStore(connection: Connection) {
  const schemes = connection.model("WeightingScheme", schemeSchema);
  const versions = connection.model("WeightVersion", versionSchema);
  const blocks = connection.model("WeightBlock", blockSchema);
  const chunks = connection.model("WeightChunk", chunkSchema);

  const newestScheme = async (study: string, scheme: string): Promise<Scheme | null> => {
    const kept = await schemes.findOne({ study, scheme }).sort({ schemeVersion: -1 }).lean();
    return kept === null ? null : fromKeptScheme(kept);
  };

  const newestNumber = createSharedReading(async (study: string, scheme: string): Promise<number | null> => {
    const kept = await versions.findOne({ study, scheme }, { version: 1 }).sort({ version: -1 }).lean();
    return kept?.version ?? null;
  });
  // Versions are kept for good, and say much of their margins.
  const versionNumbered = createReadOnce(async (study: string, scheme: string, version: number) => {
    const kept = await versions.findOne({ study, scheme, version }).lean();
    return kept === null ? null : fromKeptVersion(kept);
  }, mostVersionsRead);
  const schemeNumbered = createReadOnce(async (study: string, scheme: string, schemeVersion: number) => {
    const kept = await schemes.findOne({ study, scheme, schemeVersion }).lean();
    return kept === null ? null : fromKeptScheme(kept);
  });

  return {
    async prepare(): Promise<void> {
      for (const model of [schemes, versions, blocks, chunks]) await model.createIndexes();
    },

    newestScheme,

    /** A version of a scheme by its number. */
    schemeNumbered,

    /** The newest version of each scheme of a study, in order of name; of every study when none is named. */
    async newestSchemes(study?: string): Promise<Scheme[]> {
      const kept = await schemes.find(study === undefined ? {} : { study }).lean();
      const newest = new Map<string, KeptScheme>();
      for (const one of kept) {
        const key = `${one.study}/${one.scheme}`;
        if (one.schemeVersion > (newest.get(key)?.schemeVersion ?? 0)) newest.set(key, one);
      }
      return Array.from(newest)
        .sort(([one], [other]) => (one < other ? -1 : 1))
        .map(([, one]) => fromKeptScheme(one));
    },

    /** Versions of a scheme, newest first, at most `limit`. */
    async schemeVersions(study: string, scheme: string, limit: number): Promise<Scheme[]> {
      return (await schemes.find({ study, scheme }).sort({ schemeVersion: -1 }).limit(limit).lean()).map(
        fromKeptScheme,
      );
    },

    /** Keeps a version of a scheme for good; `false` when another process has just taken its number. */
    addScheme: ({ study, scheme, schemeVersion, ...content }: Scheme): Promise<boolean> =>
      isFirst(schemes.create({ study, scheme, schemeVersion, content: JSON.stringify(content) })),

    /** A version of a scheme's weights; the current one when none is named. */
    async version(study: string, scheme: string, version: number | null): Promise<WeightVersion | null> {
      const number = version ?? (await newestNumber(study, scheme));
      return number === null ? null : versionNumbered(study, scheme, number);
    },

    /** Versions of a scheme's weights, newest first, at most `limit`. */
    async versions(study: string, scheme: string, limit: number): Promise<WeightVersion[]> {
      return (await versions.find({ study, scheme }).sort({ version: -1 }).limit(limit).lean()).map(fromKeptVersion);
    },

    /** Keeps a version for good once its blocks are kept; `false` when another process has just taken its number. */
    addVersion: ({ study, scheme, version, blocks: of, ...rest }: WeightVersion): Promise<boolean> =>
      isFirst(versions.create({ study, scheme, version, blocks: [...of], content: JSON.stringify(rest) })),

    /** Keeps a block with its weights and gives it its id. The weights come first: a block is whole or not there. */
    async addBlock(study: string, report: BlockReport, weights: WeightsById): Promise<string> {
      const id = randomBytes(12).toString("base64url");
      for (const [number, chunk] of toChunks(weights).entries())
        await chunks.collection.insertOne({ study, block: id, number, ...chunk });
      await blocks.create({ study, block: id, content: JSON.stringify(report) });
      return id;
    },

    /** Forgets blocks that became part of no version. */
    async dropBlocks(study: string, ids: readonly string[]): Promise<void> {
      const which = { study, block: trusted({ $in: [...ids] }) };
      await blocks.deleteMany(which);
      await chunks.deleteMany(which);
    },

    /** What was said of blocks, by id. */
    async blockReports(study: string, ids: readonly string[]): Promise<Map<string, BlockReport>> {
      const kept = await blocks.find({ study, block: trusted({ $in: [...ids] }) }).lean();
      return new Map(kept.map(({ block, content }) => [block, JSON.parse(content) as BlockReport]));
    },

    /** The weights of blocks, a chunk at a time. */
    async *weights(study: string, ids: readonly string[]): AsyncGenerator<WeightsById> {
      for (const block of ids) {
        for (let number = 0; ; number += 1) {
          const kept = await chunks.findOne({ study, block, number }).lean();
          if (kept === null) break;
          yield fromChunk({ ids: kept.ids, weights: bytesOf(kept.weights) });
        }
      }
    },
  };
}

/** What schemes and reports say is kept as text: it has names of categories for keys, and MongoDB has rules for names. */
interface KeptScheme {
  study: string;
  scheme: string;
  schemeVersion: number;
  content: string;
}

function fromKeptScheme({ study, scheme, schemeVersion, content }: KeptScheme): Scheme {
  // Written by this program from a scheme that had passed its check; older ones lack what came later.
  const { exclusions = "applied", ...rest } = JSON.parse(content) as Omit<SchemeContent, "exclusions"> &
    Partial<Pick<Scheme, "exclusions" | "by" | "madeAt">>;
  return { study, scheme, schemeVersion, by: null, madeAt: null, exclusions, ...rest };
}

interface KeptVersion extends Pick<WeightVersion, "study" | "scheme" | "version"> {
  blocks: { id: string; frozenIn?: number | null }[];
  content: string;
}

function fromKeptVersion({ study, scheme, version, blocks, content }: KeptVersion): WeightVersion {
  const rest = JSON.parse(content) as Omit<WeightVersion, keyof KeptVersion | "by"> & { readonly by?: string | null };
  return {
    study,
    scheme,
    version,
    by: null,
    // Weights that are older than screening leave nobody out for it.
    ...{ excludedByScreening: 0, screening: null },
    ...rest,
    blocks: blocks.map(({ id, frozenIn = null }) => ({ id, frozenIn })),
  };
}

/** The driver gives bytes in a wrapper of its own. */
function bytesOf(kept: Buffer | { buffer: Uint8Array }): Buffer {
  return Buffer.isBuffer(kept) ? kept : Buffer.from(kept.buffer);
}

const schemeSchema = new Schema<KeptScheme>(
  {
    study: { type: String, required: true },
    scheme: { type: String, required: true },
    schemeVersion: { type: Number, required: true },
    content: { type: String, required: true },
  },
  { collection: "weighting_schemes", versionKey: false, strict: "throw" },
);
schemeSchema.index({ study: 1, scheme: 1, schemeVersion: 1 }, { unique: true });

const versionSchema = new Schema<KeptVersion>(
  {
    study: { type: String, required: true },
    scheme: { type: String, required: true },
    version: { type: Number, required: true },
    blocks: {
      type: [new Schema({ id: { type: String, required: true }, frozenIn: { type: Number } }, { _id: false })],
      required: true,
    },
    content: { type: String, required: true },
  },
  { collection: "weight_versions", versionKey: false, strict: "throw" },
);
versionSchema.index({ study: 1, scheme: 1, version: 1 }, { unique: true });

const blockSchema = new Schema(
  {
    study: { type: String, required: true },
    block: { type: String, required: true },
    content: { type: String, required: true },
  },
  { collection: "weight_blocks", versionKey: false, strict: "throw" },
);
blockSchema.index({ study: 1, block: 1 }, { unique: true });

const chunkSchema = new Schema<WeightChunk & { study: string; block: string; number: number }>(
  {
    study: { type: String, required: true },
    block: { type: String, required: true },
    number: { type: Number, required: true },
    ids: { type: String, required: true },
    weights: { type: Buffer, required: true },
  },
  { collection: "weight_chunks", versionKey: false, strict: "throw" },
);
chunkSchema.index({ study: 1, block: 1, number: 1 }, { unique: true });
