/** Where the page of a claim is. */
export function claimPath(claim: string): string {
  return `/c/${claim}`;
}
