import { useEffect, useState } from "preact/hooks";

/** A value that changes often, passed on at most every `everyMs`: for what is costly to make anew. */
export function useSettled<Value>(value: Value, everyMs: number): Value {
  const [settled, setSettled] = useState({ value, at: -Infinity });
  useEffect(() => {
    if (Object.is(settled.value, value)) return;
    const wait = Math.max(0, settled.at + everyMs - performance.now());
    const timer = setTimeout(() => {
      setSettled({ value, at: performance.now() });
    }, wait);
    return () => {
      clearTimeout(timer);
    };
  }, [value, settled, everyMs]);
  return settled.value;
}
