import { useEffect, useState } from "preact/hooks";

/** Whether an element has come near the window: what is far below need not be drawn or asked for yet. */
export function useNearness(place: { readonly current: HTMLElement | null }): boolean {
  const [isNear, setNear] = useState(false);
  useEffect(() => {
    if (place.current === null) return;
    const observer = new IntersectionObserver(
      (entries) => {
        if (entries.some(({ isIntersecting }) => isIntersecting)) setNear(true);
      },
      { rootMargin: "600px" },
    );
    observer.observe(place.current);
    // On paper everything is near.
    const show = (): void => {
      setNear(true);
    };
    addEventListener("beforeprint", show);
    return () => {
      observer.disconnect();
      removeEventListener("beforeprint", show);
    };
  }, [place]);
  return isNear;
}
