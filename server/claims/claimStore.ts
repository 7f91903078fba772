import { Schema, type Connection } from "mongoose";
import type { Withdrawal } from "../figures/figuresApi.ts";
import type { ClaimContent } from "./claimsApi.ts";

/** A frozen state as kept; `state` is the JSON whose hash stands beside it. */
export interface KeptFrozenClaim {
  readonly frozenAt: string;
  readonly sha256: string;
  readonly state: string;
}

/** A claim as kept. What it asks never changes. */
export interface KeptClaim {
  readonly claim: string;
  readonly study: string;
  readonly visibility: "private" | "public";
  readonly madeAt: string;
  readonly content: ClaimContent;
  readonly frozen: KeptFrozenClaim | null;
  readonly withdrawn: Withdrawal | null;
}

/** Keeps claims. */
export type ClaimStore = ReturnType<typeof createClaimStore>;

/** Makes the store of claims on a connection. */
export function createClaimStore(connection: Connection) {
  const claims = connection.model("Claim", claimSchema);
  let changes = 0;
  const noted = async <Found>(writing: Promise<Found>): Promise<Found> => {
    const found = await writing;
    changes += 1;
    return found;
  };
  const once = async (filter: object, change: object): Promise<boolean> => {
    const { matchedCount } = await noted(claims.updateOne(filter, { $set: change }).exec());
    return matchedCount === 1;
  };
  return {
    /** How many changes were made through this store: what was read before one of them may be old. */
    changes: (): number => changes,

    prepare: () => claims.createIndexes(),

    async find(claim: string): Promise<KeptClaim | null> {
      const kept = await claims.findById(claim).lean();
      return kept === null ? null : fromKept(kept);
    },

    /** A study's claims, the newest first, at most `limit`. */
    async list(study: string, limit: number): Promise<KeptClaim[]> {
      const kept = await claims.find({ study }).sort({ madeAt: -1, _id: 1 }).limit(limit).lean();
      return kept.map(fromKept);
    },

    /** Studies with a public claim, once for each. */
    publicStudies: async (): Promise<string[]> =>
      (await claims.find({ visibility: "public" }, { study: 1 }).lean()).map(({ study }) => study),

    async add({ claim, content, ...rest }: KeptClaim): Promise<void> {
      await noted(claims.create({ _id: claim, ...rest, content: JSON.stringify(content) }));
    },

    async show(claim: string, visibility: KeptClaim["visibility"]): Promise<void> {
      await once({ _id: claim }, { visibility });
    },

    /** Keeps what a claim says for good; `false` when it is frozen already. */
    freeze: (claim: string, frozen: KeptFrozenClaim): Promise<boolean> =>
      once({ _id: claim, frozen: null }, { frozen }),

    /** Says of a claim that it should not be used; `false` when that is said already. */
    withdraw: (claim: string, withdrawn: Withdrawal): Promise<boolean> =>
      once({ _id: claim, withdrawn: null }, { withdrawn }),
  };
}

type StoredClaim = Omit<KeptClaim, "claim" | "content"> & {
  _id: string;
  /** Requests nest, and name variables that MongoDB would take for paths. */
  content: string;
};

function fromKept({ _id, content, frozen, withdrawn, ...rest }: StoredClaim): KeptClaim {
  // Written by this program from content that had passed its check.
  return { claim: _id, ...rest, content: JSON.parse(content) as ClaimContent, frozen, withdrawn };
}

const text = { type: String, required: true };
const frozenSchema = new Schema({ frozenAt: text, sha256: text, state: text }, { _id: false });
const reasonSchema = new Schema({ "zh-CN": text, en: text }, { _id: false });
const withdrawnSchema = new Schema({ at: text, reason: { type: reasonSchema, required: true } }, { _id: false });

const claimSchema = new Schema<StoredClaim>(
  {
    _id: text,
    study: text,
    visibility: { type: String, enum: ["private", "public"], required: true },
    madeAt: text,
    content: text,
    frozen: { type: frozenSchema, default: null },
    withdrawn: { type: withdrawnSchema, default: null },
  },
  { collection: "claims", versionKey: false, strict: "throw" },
);
claimSchema.index({ study: 1, madeAt: -1 });
