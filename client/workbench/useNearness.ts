import { useEffect, useLayoutEffect, useState } from "preact/hooks";
import { measureOnceAsked } from "./measureOnceAsked.ts";

/** So far from the window something is near: a reader who goes on finds it there. */
const usualMarginPx = 600;

/**
 * Whether an element is near the window, or has been since `since` is what it is: what is far below need not be drawn or
 * asked for yet.
 *
 * @param how.marginPx how far from the window is near.
 */
export function useNearness(
  place: { readonly current: HTMLElement | null },
  { since = "", marginPx = usualMarginPx }: { since?: string; marginPx?: number } = {},
): boolean {
  const [isNear, setNear] = useState(false);
  const [wasNear, setWasNear] = useState<string | null>(null);
  // Measured before the page is painted: the observer tells only after that.
  useLayoutEffect(() => {
    const { current } = place;
    if (current === null) return;
    const callOff = measureOnceAsked(() => {
      setNear(isWithin(current.getBoundingClientRect(), marginPx));
    });
    const observer = new IntersectionObserver(
      (entries) => {
        setNear(entries.at(-1)?.isIntersecting === true);
      },
      { rootMargin: `${marginPx}px` },
    );
    observer.observe(current);
    return () => {
      callOff();
      observer.disconnect();
    };
  }, [place, marginPx]);
  useEffect(() => {
    const keep = (): void => {
      setWasNear(since);
    };
    if (isNear) keep();
    // On paper everything is near.
    addEventListener("beforeprint", keep);
    return () => {
      removeEventListener("beforeprint", keep);
    };
  }, [isNear, since]);
  return isNear || wasNear === since;
}

function isWithin({ top, bottom }: DOMRect, marginPx: number): boolean {
  return top <= innerHeight + marginPx && bottom >= -marginPx;
}
