/** MongoDB's code for a disk that takes no more, which the embedded store gives too. */
const outOfDiskSpace = 14_031;

/** Whether a write was refused because the store's disk is full; nothing of it was kept then. */
export function isStoreFull(error: unknown): boolean {
  return error instanceof Error && "code" in error && error.code === outOfDiskSpace;
}
