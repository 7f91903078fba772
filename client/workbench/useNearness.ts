import { useEffect, useState } from "preact/hooks";

/**
 * Whether an element is near the window, or has been since `since` is what it is: what is far below need not be drawn or
 * asked for yet.
 */
export function useNearness(place: { readonly current: HTMLElement | null }, since = ""): boolean {
  const [isNear, setNear] = useState(false);
  const [wasNear, setWasNear] = useState<string | null>(null);
  useEffect(() => {
    if (place.current === null) return;
    const observer = new IntersectionObserver(
      (entries) => {
        setNear(entries.at(-1)?.isIntersecting === true);
      },
      { rootMargin: "600px" },
    );
    observer.observe(place.current);
    return () => {
      observer.disconnect();
    };
  }, [place]);
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
