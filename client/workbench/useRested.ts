import { useEffect, useState } from "preact/hooks";

/** Whether something has been what it is for so many milliseconds: the reader rests, and what can wait has its turn. */
export function useRested(value: string, restMs: number): boolean {
  const [rested, setRested] = useState<string | null>(null);
  useEffect(() => {
    const timer = setTimeout(() => {
      setRested(value);
    }, restMs);
    return () => {
      clearTimeout(timer);
    };
  }, [value, restMs]);
  return rested === value;
}
