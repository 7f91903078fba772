/** The lowest bit of each of four bytes. */
const ones = 0x01_01_01_01;

/**
 * Where an answer is known and true, as the factor that estimators take. Four at a time: files have a million rows, and each
 * filter passes over all of them.
 *
 * @param truth 1 true, 0 not, -1 not known; one entry a row.
 * @returns 1 where it is true, else 0.
 */
export function knownTrue(truth: Int8Array): Uint8Array {
  const flags = new Uint8Array(truth.length);
  const [from, into] = [wordsOf(truth), wordsOf(flags)];
  // -1 has its sign's bit as well.
  for (let word = 0; word < from.length; word++) into[word] = (from[word] ?? 0) & ~((from[word] ?? 0) >>> 7) & ones;
  for (let row = from.length * 4; row < truth.length; row++) flags[row] = Number(truth[row] === 1);
  return flags;
}

/** 1 where two flags of 0 and 1 both are. */
export function bothFlags(one: Uint8Array, other: Uint8Array): Uint8Array {
  const flags = new Uint8Array(one.length);
  const [first, second, into] = [wordsOf(one), wordsOf(other), wordsOf(flags)];
  const words = Math.min(first.length, second.length);
  for (let word = 0; word < words; word++) into[word] = (first[word] ?? 0) & (second[word] ?? 0);
  for (let row = words * 4; row < flags.length; row++) flags[row] = (one[row] ?? 0) & (other[row] ?? 0);
  return flags;
}

/** How many flags of 0 and 1 are set. */
export function countOfFlags(flags: Uint8Array): number {
  const words = wordsOf(flags);
  let count = 0;
  // The highest byte of the product is the sum of the four.
  for (let word = 0; word < words.length; word++) count += Math.imul(words[word] ?? 0, ones) >>> 24;
  for (let row = words.length * 4; row < flags.length; row++) count += flags[row] ?? 0;
  return count;
}

/** The same bytes, whole words of four; none where they begin within a word. */
function wordsOf({ buffer, byteOffset, length }: Int8Array | Uint8Array): Uint32Array {
  return byteOffset % 4 === 0 ? new Uint32Array(buffer, byteOffset, Math.floor(length / 4)) : new Uint32Array(0);
}
