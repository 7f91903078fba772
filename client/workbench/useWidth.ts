import { useLayoutEffect, useState } from "preact/hooks";
import { measureOnceAsked } from "./measureOnceAsked.ts";

/** How wide a place in the page is, in whole pixels; 0 before it is known. */
export function useWidth(place: { readonly current: HTMLElement | null }): number {
  const [widthPx, setWidthPx] = useState(0);
  // Measured before the page is painted, so that what is drawn in it is there with the first picture.
  useLayoutEffect(() => {
    const { current } = place;
    if (current === null) return;
    const callOff = measureOnceAsked(() => {
      setWidthPx(Math.round(current.clientWidth));
    });
    const observer = new ResizeObserver(([entry]) => {
      setWidthPx(Math.round(entry?.contentRect.width ?? 0));
    });
    observer.observe(current);
    return () => {
      callOff();
      observer.disconnect();
    };
  }, [place]);
  return widthPx;
}
