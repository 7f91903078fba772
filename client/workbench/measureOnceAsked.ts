/**
 * Measures something in the page once all that this turn asks for is under way, and before the page is painted: to measure
 * has the page laid out, which takes as long as an answer.
 *
 * @returns what calls it off.
 */
export function measureOnceAsked(measure: () => void): () => void {
  let isOff = false;
  queueMicrotask(() => {
    if (!isOff) measure();
  });
  return () => {
    isOff = true;
  };
}
