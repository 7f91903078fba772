import type { JSX } from "preact";
import type { StudyQuality } from "../../../../server/quality/qualityApi.ts";
import { useWords } from "../../reader.ts";
import { useKnownAnswer } from "../../useAnswer.ts";
import { useLens } from "./lens.ts";
import { lensTexts } from "./lensTexts.ts";

/** Chooses whether those count whom screening excludes; nothing for a study that has no rules of screening. */
export function ExclusionsChoice({ study }: { study: string }): JSX.Element | null {
  const words = useWords(lensTexts);
  const { lens, change } = useLens();
  const { answer: quality } = useKnownAnswer<StudyQuality>(`/api/studies/${study}/quality`);
  // A link that counts them can be undone also before the rules are there.
  if (lens.exclusions === "" && (quality === null || quality.rules.length === 0)) return null;
  return (
    <label>
      {words("excluded")}
      <select
        value={lens.exclusions}
        onChange={({ currentTarget }) => {
          change({ exclusions: currentTarget.value });
        }}
      >
        <option value="">{words("leftOut")}</option>
        <option value="none">{words("counted")}</option>
      </select>
    </label>
  );
}
