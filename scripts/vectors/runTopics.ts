import { createDesign } from "../../stats/design.ts";
import type { Adapter, CaseParts } from "./adapter.ts";
import { differences, type Difference } from "./compare.ts";
import type { openData } from "./referenceData.ts";
import { designOf } from "./referenceDesigns.ts";
import type { ReferenceCase, ReferenceTopic } from "./referenceCase.ts";

/** What became of a case. A case that no adapter takes is unsupported, which is a failure. */
export type Verdict =
  | { readonly id: string; readonly outcome: "passed" }
  | { readonly id: string; readonly outcome: "unsupported" }
  | { readonly id: string; readonly outcome: "failed"; readonly differences: readonly Difference[] };

/** A topic with what became of each of its cases. */
export interface TopicVerdicts {
  readonly name: string;
  readonly verdicts: readonly Verdict[];
}

/** Runs the cases of a topic through the adapters. */
export function runTopic(
  { cases }: ReferenceTopic,
  { adapters, open }: { adapters: readonly Adapter[]; open: ReturnType<typeof openData> },
): Verdict[] {
  return cases.map((reference) => {
    const { id } = reference;
    const adapter = adapters.find(({ accepts }) => accepts(reference));
    if (adapter === undefined) return { id, outcome: "unsupported" };
    try {
      const got = adapter.run(reference, partsOf(reference, open));
      const found = differences({ expected: reference.expected, got }, reference.tolerance);
      return found.length === 0 ? { id, outcome: "passed" } : { id, outcome: "failed", differences: found };
    } catch (error) {
      const got = error instanceof Error ? error.message : String(error);
      return { id, outcome: "failed", differences: [{ at: "", expected: "a result", got }] };
    }
  });
}

/** The parts are made when an adapter asks for them: a case may have no file, or a design that is itself the question. */
function partsOf({ design }: ReferenceCase, open: CaseParts["open"]): CaseParts {
  return {
    open,
    get data() {
      return open(design?.data ?? "");
    },
    get design() {
      const data = open(design?.data ?? "");
      return design === undefined ? createDesign({ rows: data.rows }) : designOf(design, data);
    },
  };
}
