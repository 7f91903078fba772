import { useEffect, useState } from "preact/hooks";

/** How wide a place in the page is, in whole pixels; 0 before it is known. */
export function useWidth(place: { readonly current: HTMLElement | null }): number {
  const [widthPx, setWidthPx] = useState(0);
  useEffect(() => {
    if (place.current === null) return;
    const observer = new ResizeObserver(([entry]) => {
      setWidthPx(Math.round(entry?.contentRect.width ?? 0));
    });
    observer.observe(place.current);
    return () => {
      observer.disconnect();
    };
  }, [place]);
  return widthPx;
}
