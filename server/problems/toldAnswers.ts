import type { Ledger } from "./problemLedger.ts";

/** How an answer is found again: what it was worked out from, by identity, and the request. */
interface Asked {
  readonly from: object;
  readonly request: string;
}

/** Some kilobytes each. A day's work of a study's researchers, and its public figures, are fewer. */
const mostKept = 1_000;

/**
 * Makes what keeps the latest answers, as long as what they were worked out from, and says with them what is wrong with the data:
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
    const answer = known?.ledger === ledger ? known.answer : await tell(known?.answer ?? (await work()));
    // What was asked for last goes last.
    answers.delete(request);
    answers.set(request, { ledger, answer });
    const [oldest] = answers.keys();
    if (answers.size > mostKept && oldest !== undefined) answers.delete(oldest);
    return answer;
  };
}
