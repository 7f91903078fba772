import { Schema, type Connection } from "mongoose";
import { isFirst } from "../database/takenKeys.ts";

/** A template of a study's own, as kept. */
export interface KeptTemplate {
  readonly template: string;
  readonly title: string;
  readonly markdown: string;
  readonly version: number;
}

/** Keeps the templates that studies have of their own. */
export type TemplateStore = ReturnType<typeof createTemplateStore>;

/** Makes the store of templates on a connection. */
export function createTemplateStore(connection: Connection) {
  const templates = connection.model("ReportTemplate", templateSchema);
  return {
    prepare: () => templates.createIndexes(),

    /** A study's templates by their names, at most `limit`. */
    async list(study: string, limit: number): Promise<KeptTemplate[]> {
      const kept = await templates.find({ study }).sort({ template: 1 }).limit(limit).lean();
      return kept.map(fromKept);
    },

    async find(study: string, template: string): Promise<KeptTemplate | null> {
      const kept = await templates.findOne({ study, template }).lean();
      return kept === null ? null : fromKept(kept);
    },

    count: (study: string): Promise<number> => templates.countDocuments({ study }),

    /** Keeps the version after `from`, or the first where that is 0; `false` when another has come in between. */
    async put(
      study: string,
      { template, title, markdown, from }: Omit<KeptTemplate, "version"> & { readonly from: number },
    ): Promise<boolean> {
      const version = from + 1;
      if (from === 0) return isFirst(templates.create({ study, template, title, markdown, version }));
      const { matchedCount } = await templates
        .updateOne({ study, template, version: from }, { $set: { title, markdown, version } })
        .exec();
      return matchedCount === 1;
    },

    /** `false` where there is none. */
    async remove(study: string, template: string): Promise<boolean> {
      return (await templates.deleteOne({ study, template })).deletedCount === 1;
    },
  };
}

interface TemplateRow extends KeptTemplate {
  readonly study: string;
}

function fromKept({ template, title, markdown, version }: TemplateRow): KeptTemplate {
  return { template, title, markdown, version };
}

const templateSchema = new Schema<TemplateRow>(
  {
    study: { type: String, required: true },
    template: { type: String, required: true },
    title: { type: String, required: true },
    // A template may be empty.
    markdown: { type: String, default: "" },
    version: { type: Number, required: true },
  },
  { collection: "report_templates", versionKey: false, strict: "throw" },
);
templateSchema.index({ study: 1, template: 1 }, { unique: true });
