import type { Ledger } from "./problemLedger.ts";

/** How an answer is found again: what it was worked out from, by identity, and the request. */
interface Asked {
  readonly from: object;
  readonly request: string;
}

/**
 * Makes what keeps answers, each for as long as what it was worked out from, and says with them what is wrong with the data:
 * anew when the ledger has changed, without working out the numbers again. The same ledger gives the same object.
 */
export function createToldAnswers<Untold extends object, Answer extends Untold>() {
  const kept = new WeakMap<object, Map<string, { readonly ledger: Ledger; readonly answer: Answer }>>();

  /** @param work works an answer out. `tell` says of one what is wrong with its data. */
  return async (
    { from, request }: Asked,
    ledger: Ledger,
    { work, tell }: { work: () => Untold | Promise<Untold>; tell: (answer: Untold) => Promise<Answer> },
  ): Promise<Answer> => {
    const answers = kept.get(from) ?? new Map<string, { ledger: Ledger; answer: Answer }>();
    kept.set(from, answers);
    const known = answers.get(request);
    if (known?.ledger === ledger) return known.answer;
    const answer = await tell(known?.answer ?? (await work()));
    answers.set(request, { ledger, answer });
    return answer;
  };
}
