/** What became of one case. */
export interface CaseResult {
  /** The file's category and the case's group: `a UNK`. */
  readonly group: string;
  readonly id: string;
  readonly outcome: "passed" | "failed" | "not-applicable";
  /** What was expected and what came, or why the case says nothing about this product; empty when it passed. */
  readonly reason: string;
}

/** Gathers the results of one file's cases. */
export interface Results {
  passed(place: Place): void;
  failed(place: Place, reason: string): void;
  notApplicable(place: Place, reason: string): void;
  /** Passed, or failed for `fault`. */
  judged(place: Place, fault: string | null): void;
}

/** A case's id and group. */
export interface Place {
  readonly id: string;
  readonly group: string;
}

/** What a trial found wrong; a trial that breaks off is a fault, not the end of the run. */
export async function faultIn(trial: Promise<string | null>): Promise<string | null> {
  try {
    return await trial;
  } catch (error) {
    return `the trial broke off: ${error instanceof Error ? (error.message.split("\n", 1)[0] ?? "") : "unknown error"}`;
  }
}

/** Makes the list that results of a category go to. */
export function createResults(category: string): Results & { readonly list: readonly CaseResult[] } {
  const list: CaseResult[] = [];
  const add = ({ id, group }: Place, outcome: CaseResult["outcome"], reason: string): void => {
    list.push({ group: `${category} ${group}`, id, outcome, reason });
  };
  return {
    list,
    passed(place) {
      add(place, "passed", "");
    },
    failed(place, reason) {
      add(place, "failed", reason);
    },
    notApplicable(place, reason) {
      add(place, "not-applicable", reason);
    },
    judged(place, fault) {
      add(place, fault === null ? "passed" : "failed", fault ?? "");
    },
  };
}

/** The report of a run: a line a group, then each failure, then why cases were left out. */
export function report(results: readonly CaseResult[]): string {
  const groups = [...new Set(results.map(({ group }) => group))];
  const count = (of: readonly CaseResult[], outcome: CaseResult["outcome"]): number =>
    of.filter((result) => result.outcome === outcome).length;
  const line = (name: string, of: readonly CaseResult[]): string =>
    `${name.padEnd(12)} ${count(of, "passed")} passed, ${count(of, "failed")} failed, ` +
    `${count(of, "not-applicable")} not applicable`;
  const lines = groups.map((name) =>
    line(
      name,
      results.filter(({ group }) => group === name),
    ),
  );
  const failures = results
    .filter(({ outcome }) => outcome === "failed")
    .map(({ id, reason }) => `FAILED ${id}: ${reason}`);
  const reasons = new Map<string, string[]>();
  for (const { id, outcome, reason } of results)
    if (outcome === "not-applicable") reasons.set(reason, [...(reasons.get(reason) ?? []), id]);
  const leftOut = [...reasons].map(
    ([reason, ids]) =>
      `not applicable (${ids.length}): ${reason}: ${ids.slice(0, 6).join(", ")}${ids.length > 6 ? ", …" : ""}`,
  );
  return [...lines, ...failures, ...leftOut, line("all", results)].join("\n");
}
