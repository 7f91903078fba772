/** A public estimate's size. */
export interface SizeToPublish {
  readonly n: number;
  readonly effectiveSampleSize: number;
}

/** Whether an estimate may be public, and with what n beside it. */
export type Publication = { readonly kind: "public"; readonly n: number } | { readonly kind: "withheld" };

/**
 * Decides whether an estimate is large enough to be public, indicator by indicator; its n is shown rounded to 5.
 *
 * @param fewest answers, and effective answers, that it needs: 100 in public, 30 behind a login.
 */
export function publication({ n, effectiveSampleSize }: SizeToPublish, fewest = 100): Publication {
  return n >= fewest && effectiveSampleSize >= fewest
    ? { kind: "public", n: roundedToBase(n, 5) }
    : { kind: "withheld" };
}

/** A count rounded to a multiple of a base, halves up. It hides little and replaces no suppression. */
export function roundedToBase(count: number, base: number): number {
  return base * Math.floor(count / base + 0.5);
}
