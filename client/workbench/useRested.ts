import { useEffect, useState } from "preact/hooks";

/** Who has not changed anything for so long reads: what is far below is fetched then, for paper and for who searches. */
export const usualRestMs = 2_000;

/** Whether something has been what it is for so many milliseconds: the reader rests, and what can wait has its turn. */
export function useRested(value: string, restMs = usualRestMs): boolean {
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
