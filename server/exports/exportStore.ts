import { randomBytes } from "node:crypto";
import { Schema, type Connection } from "mongoose";
import type { KeptManifest } from "./exportsApi.ts";

/** Keeps what became of each export: who can show a file can show its manifest. */
export type ExportStore = ReturnType<typeof createExportStore>;

/** Makes the store of exports on a connection. */
export function createExportStore(connection: Connection) {
  const exports = connection.model("Export", exportSchema);
  return {
    prepare: () => exports.createIndexes(),

    /** Keeps a new export and gives it its id. */
    async add(manifest: Omit<KeptManifest, "export">): Promise<KeptManifest> {
      const id = randomBytes(12).toString("base64url");
      await exports.create({ _id: id, ...manifest });
      return { export: id, ...manifest };
    },

    async find(study: string, id: string): Promise<KeptManifest | null> {
      const kept = await exports.findOne({ _id: id, study }).lean();
      return kept === null ? null : fromKept(kept);
    },

    change: async (id: string, change: Partial<KeptManifest>): Promise<void> => {
      await exports.updateOne({ _id: id }, { $set: change });
    },

    /** A study's exports, in no order, at most `limit`. */
    async list(study: string, limit: number): Promise<KeptManifest[]> {
      return (await exports.find({ study }).limit(limit).lean()).map(fromKept);
    },
  };
}

type KeptExport = Omit<KeptManifest, "export" | "weight" | "screening"> & { _id: string } & Partial<
    Pick<KeptManifest, "weight" | "screening">
  >;

function fromKept({ _id, weight = "given", screening = null, ...rest }: KeptExport): KeptManifest {
  return { export: _id, weight, screening, ...rest };
}

const exportSchema = new Schema<KeptExport>(
  {
    _id: { type: String, required: true },
    study: { type: String, required: true },
    state: { type: String, required: true },
    file: { type: String, required: true },
    flavour: { type: String, required: true },
    values: { type: String, required: true },
    language: { type: String, required: true },
    // Files that were taken before there were schemes have none.
    weight: { type: String, default: "given" },
    screening: { type: Number, default: null },
    columns: { type: Number, default: null },
    rows: { type: Number, default: null },
    bytes: { type: Number, default: null },
    sha256: { type: String, default: null },
    responsesInStudy: { type: Number, default: null },
    asOf: { type: String, default: null },
    questionnaireVersions: { type: [Number], required: true },
    simulated: { type: Boolean, required: true },
  },
  { collection: "exports", versionKey: false, strict: "throw" },
);
exportSchema.index({ study: 1, _id: 1 });
