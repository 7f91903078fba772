/** A whole number from 0 to `below` - 1, each as likely as any other; from a cryptographic source. */
export type RandomBelow = (below: bigint) => bigint;

/** A positive fraction of whole numbers: floating point would give away what noise hides. */
export interface Fraction {
  readonly numerator: bigint;
  readonly denominator: bigint;
}

/**
 * Draws from the discrete Laplace distribution, exactly.
 *
 * @param scale sensitivity by epsilon.
 * @throws {RangeError} for a scale that is not positive.
 * @see Canonne, Kamath & Steinke (2020), Advances in Neural Information Processing Systems 33, algorithm 2.
 */
export function sampleDiscreteLaplace({ numerator, denominator }: Fraction, random: RandomBelow): bigint {
  if (numerator <= 0n || denominator <= 0n)
    throw new RangeError(`Cannot draw noise of scale ${numerator}/${denominator}: it must be positive`);
  for (;;) {
    const remainder = random(numerator);
    if (!isExponential({ numerator: remainder, denominator: numerator }, random)) continue;
    let whole = 0n;
    while (isExponential({ numerator: 1n, denominator: 1n }, random)) whole += 1n;
    const size = (remainder + numerator * whole) / denominator;
    const isNegative = random(2n) === 1n;
    // Otherwise 0 would come twice as often.
    if (isNegative && size === 0n) continue;
    return isNegative ? -size : size;
  }
}

/**
 * Draws from the discrete Gaussian distribution, exactly.
 *
 * @param squaredScale its parameter.
 * @throws {RangeError} for one that is not positive.
 * @see Canonne, Kamath & Steinke (2020), algorithm 3.
 */
export function sampleDiscreteGaussian({ numerator, denominator }: Fraction, random: RandomBelow): bigint {
  if (numerator <= 0n || denominator <= 0n)
    throw new RangeError(`Cannot draw noise of squared scale ${numerator}/${denominator}: it must be positive`);
  const scale = floorOfRoot(numerator / denominator) + 1n;
  for (;;) {
    const drawn = sampleDiscreteLaplace({ numerator: scale, denominator: 1n }, random);
    const size = drawn < 0n ? -drawn : drawn;
    // (|y| - s²/t)² / 2s², with s² = numerator/denominator, as one fraction.
    const distance = size * scale * denominator - numerator;
    const exponent = {
      numerator: distance * distance,
      denominator: 2n * numerator * denominator * scale * scale,
    };
    if (isExponential(exponent, random)) return drawn;
  }
}

/** True with the probability exp(-numerator/denominator); algorithm 1 of the same paper. */
function isExponential({ numerator, denominator }: Fraction, random: RandomBelow): boolean {
  let rest = numerator;
  for (; rest > denominator; rest -= denominator)
    if (!isExponentialOfPart({ numerator: 1n, denominator: 1n }, random)) return false;
  return isExponentialOfPart({ numerator: rest, denominator }, random);
}

/** The same for a fraction of at most 1. */
function isExponentialOfPart({ numerator, denominator }: Fraction, random: RandomBelow): boolean {
  let draws = 1n;
  while (random(denominator * draws) < numerator) draws += 1n;
  return draws % 2n === 1n;
}

function floorOfRoot(value: bigint): bigint {
  let root = BigInt(Math.floor(Math.sqrt(Number(value))));
  while (root * root > value) root -= 1n;
  while ((root + 1n) * (root + 1n) <= value) root += 1n;
  return root;
}
