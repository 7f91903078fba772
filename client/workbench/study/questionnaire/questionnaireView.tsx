import type { JSX } from "preact";
import type { StudySummary } from "../../../../server/fielding/fieldingApi.ts";
import { InLink } from "../../parts/inLink.tsx";
import { useWords } from "../../reader.ts";
import { useAddressQuery } from "../../useAddressQuery.ts";
import { definitionTexts } from "./definitionTexts.ts";
import { VersionsPart } from "./versionsPart.tsx";
import { WritePart } from "./writePart.tsx";
import "./definition.css";

const parts = ["write", "versions"] as const;

/** The next questionnaire of a study while it is written, and those in the field. */
export function QuestionnaireView({ study, onChanged }: { study: StudySummary; onChanged: () => void }): JSX.Element {
  const words = useWords(definitionTexts);
  const { query } = useAddressQuery();
  const newest = study.questionnaireVersion;
  const part = newest !== null && query.get("part") === "versions" ? "versions" : "write";
  return (
    <>
      {newest !== null && (
        <nav class="definition-parts" aria-label={words("parts")}>
          {parts.map((each) => (
            <InLink key={each} to={`?part=${each}`} isCurrent={each === part}>
              {words(each)}
            </InLink>
          ))}
        </nav>
      )}
      {part === "versions" && newest !== null ? (
        <VersionsPart key={newest} study={study.study} newest={newest} />
      ) : (
        <WritePart study={study} onChanged={onChanged} />
      )}
    </>
  );
}
