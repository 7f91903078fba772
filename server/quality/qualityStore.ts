import { randomBytes } from "node:crypto";
import { Schema, trusted, type Connection } from "mongoose";
import { createSharedReading } from "../database/sharedReading.ts";
import { isFirst } from "../database/takenKeys.ts";
import { fromChunk, toChunks, type WeightChunk } from "../weighting/weightChunks.ts";
import type { DayReport, Rules, RulesContent, ScreeningSummary } from "./qualityApi.ts";

/** Keeps rules of screening and the marks that were made by them. Nothing of it ever changes. */
export type QualityStore = ReturnType<typeof createQualityStore>;

/** Marks of some responses, by id: bits as `server/quality/marks.ts` has them. */
export interface MarksById {
  readonly ids: readonly string[];
  readonly marks: Float64Array;
}

/** One day's marks: shared by the versions that came after it was closed. */
export interface DayOfVersion {
  readonly id: string;
  readonly report: DayReport;
}

/** A version of a study's marks, without the marks. */
export interface ScreeningVersion extends ScreeningSummary {
  readonly study: string;
  readonly days: readonly DayOfVersion[];
}

/** Makes the store of quality on a connection. */
export function createQualityStore(connection: Connection) {
  const rules = connection.model("ScreeningRules", rulesSchema);
  const versions = connection.model("ScreeningVersion", versionSchema);
  const chunks = connection.model("ScreeningChunk", chunkSchema);

  return {
    async prepare(): Promise<void> {
      for (const model of [rules, versions, chunks]) await model.createIndexes();
    },

    /** A study's rules, the newest version first. */
    async rules(study: string): Promise<Rules[]> {
      const kept = await rules.find({ study }).sort({ rulesVersion: -1 }).lean();
      // Written by this program from rules that had passed their check.
      return kept.map(({ rulesVersion, content }) => ({
        study,
        rulesVersion,
        ...(JSON.parse(content) as RulesContent & Pick<Rules, "madeOn" | "madeBy">),
      }));
    },

    /** The studies that have rules, in order of name. */
    studies: async (): Promise<string[]> => (await rules.distinct("study")).sort(),

    /** Keeps a version of rules for good; `false` when another process has just taken its number. */
    addRules: ({ study, rulesVersion, ...content }: Rules): Promise<boolean> =>
      isFirst(rules.create({ study, rulesVersion, content: JSON.stringify(content) })),

    /** The current version of a study's marks; `null` before there is one. */
    async version(study: string): Promise<ScreeningVersion | null> {
      const kept = await versions.findOne({ study }).sort({ version: -1 }).lean();
      if (kept === null) return null;
      return {
        study,
        version: kept.version,
        ...(JSON.parse(kept.content) as Omit<ScreeningVersion, "study" | "version">),
      };
    },

    /** The number of the current version; 0 before there is one. */
    versionNumber: createSharedReading(async (study: string): Promise<number> => {
      const kept = await versions.findOne({ study }, { version: 1 }).sort({ version: -1 }).lean();
      return kept?.version ?? 0;
    }),

    /** Keeps a version for good once its days are kept; `false` when another process has just taken its number. */
    addVersion: ({ study, version, ...content }: ScreeningVersion): Promise<boolean> =>
      isFirst(versions.create({ study, version, content: JSON.stringify(content) })),

    /** Keeps a day's marks and gives them their id. */
    async addDay(study: string, { ids, marks }: MarksById): Promise<string> {
      const id = randomBytes(12).toString("base64url");
      for (const [number, chunk] of toChunks({ ids, weights: marks }).entries())
        await chunks.collection.insertOne({ study, day: id, number, ...chunk });
      return id;
    },

    /** Forgets the marks of days that became part of no version. */
    async dropDays(study: string, ids: readonly string[]): Promise<void> {
      await chunks.deleteMany({ study, day: trusted({ $in: [...ids] }) });
    },

    /** The marks of days, a chunk at a time. */
    async *marks(study: string, ids: readonly string[]): AsyncGenerator<MarksById> {
      for (const day of ids) {
        for (let number = 0; ; number += 1) {
          const kept = await chunks.findOne({ study, day, number }).lean();
          if (kept === null) break;
          const { ids: some, weights } = fromChunk({ ids: kept.ids, weights: bytesOf(kept.weights) });
          yield { ids: some, marks: weights };
        }
      }
    },
  };
}

/** The driver gives bytes in a wrapper of its own. */
function bytesOf(kept: Buffer | { buffer: Uint8Array }): Buffer {
  return Buffer.isBuffer(kept) ? kept : Buffer.from(kept.buffer);
}

const rulesSchema = new Schema(
  {
    study: { type: String, required: true },
    rulesVersion: { type: Number, required: true },
    content: { type: String, required: true },
  },
  { collection: "screening_rules", versionKey: false, strict: "throw" },
);
rulesSchema.index({ study: 1, rulesVersion: 1 }, { unique: true });

const versionSchema = new Schema(
  {
    study: { type: String, required: true },
    version: { type: Number, required: true },
    content: { type: String, required: true },
  },
  { collection: "screening_versions", versionKey: false, strict: "throw" },
);
versionSchema.index({ study: 1, version: 1 }, { unique: true });

const chunkSchema = new Schema<WeightChunk & { study: string; day: string; number: number }>(
  {
    study: { type: String, required: true },
    day: { type: String, required: true },
    number: { type: Number, required: true },
    ids: { type: String, required: true },
    weights: { type: Buffer, required: true },
  },
  { collection: "screening_chunks", versionKey: false, strict: "throw" },
);
chunkSchema.index({ study: 1, day: 1, number: 1 }, { unique: true });
