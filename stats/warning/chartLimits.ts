/** How far, in standard errors, a moving average may go before it alarms, by how rare false alarms are to be. */
export interface EwmaLimit {
  readonly lambda: number;
  /** Days to a false alarm on average, when nothing has changed. */
  readonly averageRunLength: number;
  readonly twoSided: number;
  readonly oneSided: number;
}

/** Days to an alarm on average of a cumulative sum with reference 0.5. */
export interface CusumRunLength {
  readonly limit: number;
  readonly oneSided: number;
  readonly twoSided: number;
  /** When the level rises by one standard error. */
  readonly oneSidedAfterShift: number;
}

/**
 * Limits of one moving average whose level and variance are known. They are constants: R 4.2.2, spc 0.6.7,
 * `xewma.crit`, which solves the integral equation of Crowder.
 *
 * @see Crowder (1987), Technometrics 29(4); Lucas & Saccucci (1990), Technometrics 32(1).
 */
export const ewmaLimits: readonly EwmaLimit[] = [
  { lambda: 0.1, averageRunLength: 100, twoSided: 2.14757101787293, oneSided: 2.04249261902221 },
  { lambda: 0.1, averageRunLength: 200, twoSided: 2.45401016445658, oneSided: 2.36537298119502 },
  { lambda: 0.1, averageRunLength: 370, twoSided: 2.7010461514973, oneSided: 2.62294076507658 },
  { lambda: 0.1, averageRunLength: 500, twoSided: 2.81430999547893, oneSided: 2.7403114919228 },
  { lambda: 0.2, averageRunLength: 100, twoSided: 2.35955179495302, oneSided: 2.23715221457351 },
  { lambda: 0.2, averageRunLength: 200, twoSided: 2.63537579844599, oneSided: 2.52907386065775 },
  { lambda: 0.2, averageRunLength: 370, twoSided: 2.85896056906802, oneSided: 2.76303239564024 },
  { lambda: 0.2, averageRunLength: 500, twoSided: 2.96217837969707, oneSided: 2.8703652738242 },
  { lambda: 0.3, averageRunLength: 100, twoSided: 2.4526912849452, oneSided: 2.31725795021783 },
  { lambda: 0.3, averageRunLength: 200, twoSided: 2.71260665295737, oneSided: 2.59278276887726 },
  { lambda: 0.3, averageRunLength: 370, twoSided: 2.92465448419645, oneSided: 2.81515325397735 },
  { lambda: 0.3, averageRunLength: 500, twoSided: 3.02302503575879, oneSided: 2.91769599867348 },
  { lambda: 0.4, averageRunLength: 100, twoSided: 2.50363331635997, oneSided: 2.35764244880174 },
  { lambda: 0.4, averageRunLength: 200, twoSided: 2.75356530692199, oneSided: 2.62253879211505 },
  { lambda: 0.4, averageRunLength: 370, twoSided: 2.95857588240497, oneSided: 2.83760651165724 },
  { lambda: 0.4, averageRunLength: 500, twoSided: 3.05403038073196, oneSided: 2.93719263569973 },
];

/** The same for the cumulative sum: spc 0.6.7, `xcusum.arl`. */
export const cusumRunLengths: readonly CusumRunLength[] = [
  { limit: 4, oneSided: 335.367577627242, twoSided: 167.683788813621, oneSidedAfterShift: 8.38320212974994 },
  { limit: 5, oneSided: 930.887012064239, twoSided: 465.44350603212, oneSidedAfterShift: 10.3759753002077 },
];
