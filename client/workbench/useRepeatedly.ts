import { useEffect, useRef } from "preact/hooks";

/** Does something every `everyMs` while the page is in view, and at once when it comes back into view. */
export function useRepeatedly(act: () => void, everyMs: number): void {
  const newest = useRef(act);
  newest.current = act;
  useEffect(() => {
    const actIfSeen = (): void => {
      if (document.visibilityState === "visible") newest.current();
    };
    const timer = setInterval(actIfSeen, everyMs);
    document.addEventListener("visibilitychange", actIfSeen);
    return () => {
      clearInterval(timer);
      document.removeEventListener("visibilitychange", actIfSeen);
    };
  }, [everyMs]);
}
