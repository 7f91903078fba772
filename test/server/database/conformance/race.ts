/** As many write at once where a store must keep them apart. */
export const writers = 20;

/** What so many writers are told who do the same at once. */
export function race<Told>(write: (writer: number) => Promise<Told>): Promise<Told[]> {
  return Promise.all(Array.from({ length: writers }, (_, writer) => write(writer)));
}
