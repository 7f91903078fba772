/** MongoDB's code of the refusal of a key that is taken. */
export const keyIsTaken = 11_000;

/**
 * Waits for an insert, and says whether its key was free; `false` when another was first, in this process or elsewhere.
 *
 * An insert and not an upsert: of two upserts that race, MongoDB repeats the loser itself in some cases only, and other
 * servers in none.
 *
 * @throws whatever else went wrong.
 */
export async function isFirst(insert: Promise<unknown>): Promise<boolean> {
  try {
    await insert;
    return true;
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === keyIsTaken) return false;
    throw error;
  }
}
