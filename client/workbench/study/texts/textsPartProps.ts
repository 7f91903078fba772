/** What every way to look at texts is given: whose texts. */
export interface TextsPartProps {
  readonly study: string;
  readonly question: string;
}
