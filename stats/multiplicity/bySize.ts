/** The places of p values, the smallest p value first; those that are not a number are left out. */
export function bySize(pValues: Float64Array): Uint32Array {
  const places = Uint32Array.from(pValues.keys()).filter((place) => !Number.isNaN(pValues[place]));
  return places.sort((one, other) => (pValues[one] ?? 0) - (pValues[other] ?? 0));
}
