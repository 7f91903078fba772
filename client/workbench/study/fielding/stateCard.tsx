import type { JSX } from "preact";
import type { StudySummary } from "../../../../server/fielding/fieldingApi.ts";
import { OpeningBadge } from "../badges.tsx";
import { StateButton } from "../stateButton.tsx";
import { useWords } from "../../reader.ts";
import { fieldingTexts } from "./fieldingTexts.ts";

const notes = { draft: "draftNote", open: "openNote", closed: "closedNote" } as const;

/** Whether the study takes answers, and the way to change it. */
export function StateCard({ study, onChanged }: { study: StudySummary; onChanged: () => void }): JSX.Element {
  const words = useWords(fieldingTexts);
  return (
    <section class="card fielding-state">
      <div>
        <h2>{words("state")}</h2>
        <p class="badges">
          <OpeningBadge opening={study.opening} />
          <span class="soft">{words(notes[study.state])}</span>
        </p>
      </div>
      <StateButton study={study} onChanged={onChanged} />
    </section>
  );
}
