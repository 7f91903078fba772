/** Where people answer, through a collector or none. */
export function collectorAddress(study: string, collector: string | null): string {
  return `${location.origin}/s/${study}${collector === null ? "" : `?c=${collector}`}`;
}
