import type { JSX } from "preact";
import type { StudySummary } from "../../../../server/fielding/fieldingApi.ts";
import { OpeningBadge } from "../badges.tsx";
import { useWords } from "../../reader.ts";
import { fieldingTexts } from "./fieldingTexts.ts";

const notes = { draft: "draftNote", open: "openNote", closed: "closedNote" } as const;

/** Whether the study takes answers; the way to change it stands at the head of every page of the study. */
export function StateCard({ study }: { study: StudySummary }): JSX.Element {
  const words = useWords(fieldingTexts);
  return (
    <section class="card">
      <h2>{words("state")}</h2>
      <p class="badges">
        <OpeningBadge opening={study.opening} />
        <span class="soft">{words(notes[study.state])}</span>
      </p>
    </section>
  );
}
