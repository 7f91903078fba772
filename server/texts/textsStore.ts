import { Schema, type Connection } from "mongoose";
import { isFirst } from "../database/takenKeys.ts";
import type { TextFrame } from "./textsApi.ts";

/** Keeps code frames, the samples that are coded by hand, and what coders made of them. Nothing of it ever changes. */
export type TextsStore = ReturnType<typeof createTextsStore>;

/** A sample of responses whose texts are coded by hand. */
export interface KeptSample {
  readonly study: string;
  readonly question: string;
  /** Counts the samples of a question, from 1. */
  readonly sample: number;
  readonly responses: readonly string[];
}

/** What a coder made of a text. */
export interface Coding {
  readonly study: string;
  readonly question: string;
  readonly response: string;
  readonly coder: string;
  /** Counts how often this coder has coded this text, from 1: the last counts. */
  readonly take: number;
  /** Names of the themes that it is of … */
  readonly themes: readonly string[];
  /** … among these, which the coder had before them. */
  readonly offered: readonly string[];
}

/** Makes the store of open texts on a connection; the texts themselves are in the responses. */
export function createTextsStore(connection: Connection) {
  const frames = connection.model("TextFrame", frameSchema);
  const samples = connection.model("TextSample", sampleSchema);
  const codings = connection.model("TextCoding", codingSchema);
  return {
    async prepare(): Promise<void> {
      for (const model of [frames, samples, codings]) await model.createIndexes();
    },

    /** The newest version of a study's frame, or `null`. */
    async newestFrame(study: string): Promise<TextFrame | null> {
      const kept = await frames.findOne({ study }).sort({ frameVersion: -1 }).lean();
      return kept === null ? null : fromKeptFrame(kept);
    },

    /** Keeps a version of a frame for good; `false` when its number is taken. */
    addFrame: ({ study, frameVersion, ...content }: TextFrame): Promise<boolean> =>
      isFirst(frames.create({ study, frameVersion, content: JSON.stringify(content) })),

    /** The newest sample of a question, or `null`. */
    async newestSample(study: string, question: string): Promise<KeptSample | null> {
      return samples.findOne({ study, question }, { _id: 0 }).sort({ sample: -1 }).lean();
    },

    /** Keeps a sample for good; `false` when its number is taken. */
    addSample: ({ study, question, sample, responses }: KeptSample): Promise<boolean> =>
      isFirst(samples.create({ study, question, sample, responses: [...responses] })),

    /** How many codings a study has: the number grows with every coding. */
    countCodings: (study: string): Promise<number> => codings.countDocuments({ study }),

    /** Every coding of a study, earlier takes before later ones. */
    codings: (study: string): Promise<Coding[]> => codings.find({ study }, { _id: 0 }).sort({ take: 1 }).lean(),

    /** Keeps a coding for good; `false` when its take is taken. */
    addCoding: ({ themes, offered, ...which }: Coding): Promise<boolean> =>
      isFirst(codings.create({ ...which, themes: [...themes], offered: [...offered] })),
  };
}

/** What a frame says is kept as text, as it was checked. */
interface KeptFrame {
  study: string;
  frameVersion: number;
  content: string;
}

function fromKeptFrame({ study, frameVersion, content }: KeptFrame): TextFrame {
  // Written by this program from a frame that had passed its check.
  return { study, frameVersion, ...(JSON.parse(content) as Omit<TextFrame, "study" | "frameVersion">) };
}

const text = { type: String, required: true } as const;
const count = { type: Number, required: true } as const;

const frameSchema = new Schema<KeptFrame>(
  { study: text, frameVersion: count, content: text },
  { collection: "text_frames", versionKey: false, strict: "throw" },
);
frameSchema.index({ study: 1, frameVersion: 1 }, { unique: true });

const sampleSchema = new Schema<KeptSample>(
  { study: text, question: text, sample: count, responses: { type: [String], required: true } },
  { collection: "text_samples", versionKey: false, strict: "throw" },
);
sampleSchema.index({ study: 1, question: 1, sample: 1 }, { unique: true });

const codingSchema = new Schema<Coding>(
  {
    study: text,
    question: text,
    response: text,
    coder: text,
    take: count,
    themes: { type: [String], required: true },
    offered: { type: [String], required: true },
  },
  { collection: "text_codings", versionKey: false, strict: "throw" },
);
codingSchema.index({ study: 1, question: 1, response: 1, coder: 1, take: 1 }, { unique: true });
