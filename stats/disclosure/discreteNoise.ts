/** The probabilities of whole-number noise. */
export interface DiscreteNoise {
  readonly probability: (noise: number) => number;
  readonly variance: number;
}

/**
 * The discrete Laplace distribution, which makes a count differentially private.
 *
 * @param epsilon the privacy loss of one release; those of a person's releases add up.
 * @param sensitivity by how much one person can change the count: 1 for a count of people. Weighted counts do not qualify.
 * @throws {RangeError} unless both are positive.
 * @see Ghosh, Roughgarden & Sundararajan (2012), SIAM Journal on Computing 41(6).
 */
export function discreteLaplace({ epsilon, sensitivity }: { epsilon: number; sensitivity: number }): DiscreteNoise {
  mustBePositive(epsilon, "epsilon");
  mustBePositive(sensitivity, "sensitivity");
  const ratio = Math.exp(-epsilon / sensitivity);
  return {
    probability: (noise) => ((1 - ratio) / (1 + ratio)) * ratio ** Math.abs(noise),
    variance: (2 * ratio) / (1 - ratio) ** 2,
  };
}

/** Gaussian noise also has a privacy loss for zero-concentrated privacy, which adds up over releases. */
export interface DiscreteGaussian extends DiscreteNoise {
  readonly rho: number;
}

/**
 * The discrete Gaussian distribution.
 *
 * @param squaredScale its parameter; the variance is a little smaller.
 * @param sensitivity by how much one person can change the count.
 * @throws {RangeError} unless both are positive.
 * @see Canonne, Kamath & Steinke (2020), Advances in Neural Information Processing Systems 33.
 */
export function discreteGaussian({
  squaredScale,
  sensitivity = 1,
}: {
  squaredScale: number;
  sensitivity?: number;
}): DiscreteGaussian {
  mustBePositive(squaredScale, "squared scale");
  mustBePositive(sensitivity, "sensitivity");
  const weight = (noise: number): number => Math.exp(-(noise ** 2) / (2 * squaredScale));
  // Beyond forty scales nothing is left that a double could hold.
  const farthest = Math.ceil(40 * Math.sqrt(squaredScale)) + 1;
  let sum = 1;
  let squares = 0;
  for (let noise = farthest; noise >= 1; noise--) {
    sum += 2 * weight(noise);
    squares += 2 * noise ** 2 * weight(noise);
  }
  return {
    probability: (noise) => weight(noise) / sum,
    variance: squares / sum,
    rho: sensitivity ** 2 / (2 * squaredScale),
  };
}

function mustBePositive(value: number, name: string): void {
  if (!(value > 0)) throw new RangeError(`Cannot draw noise with ${name} ${value}: it must be positive`);
}
