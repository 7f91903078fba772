import type { JSX } from "preact";
import { useEffect } from "preact/hooks";
import type { StudyPatterns } from "../../../../server/quality/qualityApi.ts";
import { Answered } from "../../parts/answered.tsx";
import { useAnswer } from "../../useAnswer.ts";
import { JointCard } from "./jointCard.tsx";
import { RepeatsCard } from "./repeatsCard.tsx";

/** What shows only over many responses together: records that are nearly identical, and how answers go together. */
export function PatternsCards({
  study,
  responses,
}: {
  study: string;
  /** The patterns are asked for anew when it changes. */
  responses: number;
}): JSX.Element {
  const reading = useAnswer<StudyPatterns>(`/api/studies/${study}/quality/patterns`);
  const { again } = reading;
  useEffect(again, [responses, again]);
  return (
    <Answered reading={reading}>
      {(patterns) => (
        <>
          <RepeatsCard patterns={patterns} />
          <JointCard patterns={patterns} />
        </>
      )}
    </Answered>
  );
}
