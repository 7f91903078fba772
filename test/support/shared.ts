import { existsSync } from "node:fs";
import { fileURLToPath } from "node:url";

/**
 * The path of real or reference data that stand beside a checkout, or `null` where they are not.
 *
 * Tests that need them use `test.skipIf(path === null)`, so that a run says what it left out.
 */
export function sharedPath(relative: string): string | null {
  const path = fileURLToPath(new URL(`../../../shared/${relative}`, import.meta.url));
  return existsSync(path) ? path : null;
}
