/** The middle one of some figures. */
export function median(figures: readonly number[]): number {
  const inOrder = [...figures].sort((one, other) => one - other);
  return inOrder[Math.floor(inOrder.length / 2)] ?? Number.NaN;
}

/** The figure that so large a part of them does not exceed. */
export function quantile(figures: readonly number[], part: number): number {
  const inOrder = [...figures].sort((one, other) => one - other);
  return inOrder[Math.max(0, Math.ceil(part * inOrder.length) - 1)] ?? Number.NaN;
}

/** Milliseconds that `work` takes, the median of several rounds. */
export async function medianMs(rounds: number, work: () => unknown): Promise<number> {
  const figures: number[] = [];
  for (let round = 0; round < rounds; round++) {
    const began = performance.now();
    await work();
    figures.push(performance.now() - began);
  }
  return median(figures);
}

/** Prints the heading of a part. */
export function heading(text: string): void {
  process.stdout.write(`\n${text}\n`);
}

/** Prints a figure with what it is of, and how it stands to something else. */
export function figure(what: string, value: string, remark = ""): void {
  process.stdout.write(`  ${what.padEnd(64)} ${value.padStart(14)}${remark === "" ? "" : `   ${remark}`}\n`);
}

/** A number as it is printed: three digits, thousands apart. */
export function shown(value: number, unit = ""): string {
  const digits = value >= 100 ? 0 : value >= 10 ? 1 : 2;
  const options = { minimumFractionDigits: digits, maximumFractionDigits: digits };
  return `${value.toLocaleString("en", options)}${unit === "" ? "" : ` ${unit}`}`;
}
