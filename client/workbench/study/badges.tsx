import type { JSX } from "preact";
import type { StudyOpening } from "../../../server/fielding/fieldingApi.ts";
import { useReader } from "../reader.ts";
import type { TextName } from "../texts.ts";

const names: Readonly<Record<StudyOpening, TextName>> = {
  open: "openingOpen",
  "study-draft": "openingDraft",
  "study-not-yet-open": "openingEarly",
  "study-over": "openingOver",
  "study-closed": "openingClosed",
};

/** Whether a study takes answers. */
export function OpeningBadge({ opening }: { opening: StudyOpening }): JSX.Element {
  const { texts } = useReader();
  return <span class={opening === "open" ? "badge open" : "badge"}>{texts(names[opening])}</span>;
}

/** Says that no person gave these answers. */
export function SimulatedBadge(): JSX.Element {
  const { texts } = useReader();
  return (
    <span class="badge simulated" title={texts("simulatedNote")}>
      {texts("simulated")}
    </span>
  );
}
