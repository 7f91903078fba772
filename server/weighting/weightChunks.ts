/** Weights of some responses, by id. */
export interface WeightsById {
  readonly ids: readonly string[];
  readonly weights: Float64Array;
}

/** A part of a block's weights as it is kept: well under MongoDB's 16 MB a document. */
export interface WeightChunk {
  /** Ids with a line break between. */
  readonly ids: string;
  /** A 64-bit float for each, little-endian. */
  readonly weights: Buffer;
}

/** Of 31 bytes each, with its id: about 6 MB. */
const mostInChunk = 200_000;

/** Cuts weights into chunks; none for no weights. */
export function toChunks({ ids, weights }: WeightsById): WeightChunk[] {
  const chunks: WeightChunk[] = [];
  for (let from = 0; from < ids.length; from += mostInChunk) {
    const some = ids.slice(from, from + mostInChunk);
    const bytes = Buffer.alloc(some.length * 8);
    for (let index = 0; index < some.length; index++) bytes.writeDoubleLE(weights[from + index] ?? 0, index * 8);
    chunks.push({ ids: some.join("\n"), weights: bytes });
  }
  return chunks;
}

/** The weights in a chunk. */
export function fromChunk({ ids, weights }: WeightChunk): WeightsById {
  const found = ids.split("\n");
  const values = new Float64Array(found.length);
  // A loop, because `from` with a function takes ten times as long on a million.
  for (let index = 0; index < values.length; index++) values[index] = weights.readDoubleLE(index * 8);
  return { ids: found, weights: values };
}
