/** Seconds spent on each page. */
export interface Stopwatch {
  turnTo(page: number): void;
  pages(): number[];
  total(): number;
}

const mostPages = 100;
const mostSeconds = 86_400;

/** Begins to count, on top of what an earlier visit counted. */
export function createStopwatch(before: readonly number[]): Stopwatch {
  const pages = [...before];
  let page = 0;
  let since = performance.now();
  const count = (): void => {
    const now = performance.now();
    const seconds = Math.min(mostSeconds, (pages[page] ?? 0) + (now - since) / 1_000);
    if (page < mostPages) pages[page] = Math.round(seconds * 10) / 10;
    since = now;
  };
  const counted = (): number[] => {
    count();
    return Array.from({ length: pages.length }, (_, visited) => pages[visited] ?? 0);
  };
  return {
    turnTo(next) {
      count();
      page = next;
    },
    pages: counted,
    total: () => Math.min(mostSeconds, Math.round(counted().reduce((sum, seconds) => sum + seconds, 0))),
  };
}
