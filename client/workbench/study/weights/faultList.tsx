import type { JSX } from "preact";
import type { Refusal } from "../../api.ts";
import { Notice, RefusalNotice } from "../../parts/notice.tsx";

/** Why something was refused, each fault with its place: a row and column of a file, a block and margin of a study. */
export function FaultList({ refusal }: { refusal: Refusal }): JSX.Element {
  if (refusal.faults.length === 0) return <RefusalNotice refusal={refusal} />;
  return (
    <Notice title={refusal.title} tone="bad">
      <ul class="weights-faults">
        {refusal.faults.map(({ field, message }, place) => (
          <li key={place}>
            <code>{field}</code> {message}
          </li>
        ))}
      </ul>
    </Notice>
  );
}
