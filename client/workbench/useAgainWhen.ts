import { useEffect, useRef } from "preact/hooks";

/** Reads again whenever a number has changed since the last time: more responses make other estimates. */
export function useAgainWhen(number: number, again: () => void): void {
  const last = useRef(number);
  useEffect(() => {
    if (last.current !== number) again();
    last.current = number;
  }, [number]);
}
