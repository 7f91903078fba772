import type { JSX } from "preact";
import type { ClaimList } from "../../../../server/claims/claimsApi.ts";
import { Answered } from "../../parts/answered.tsx";
import { Notice } from "../../parts/notice.tsx";
import { useWords } from "../../reader.ts";
import { useAgainWhen } from "../../useAgainWhen.ts";
import { useAnswer } from "../../useAnswer.ts";
import type { StudyViewProps } from "../studyViewProps.ts";
import { WithCodebook } from "../withCodebook.tsx";
import { ArticleCheckPart } from "./articleCheckPart.tsx";
import { ClaimCard } from "./claimCard.tsx";
import { claimsTexts } from "./claimsTexts.ts";
import "../../parts/result/resultFrame.css";
import "../figures/figures.css";
import "./claims.css";

/** The study's claims: whether what was frozen still holds, and the numbers of an article held against the present ones. */
export function ClaimsView({ study }: StudyViewProps): JSX.Element {
  return <WithCodebook study={study}>{() => <Claims study={study.study} responses={study.responses} />}</WithCodebook>;
}

function Claims({ study, responses }: { study: string; responses: number }): JSX.Element {
  const words = useWords(claimsTexts);
  const reading = useAnswer<ClaimList>(`/api/studies/${study}/claims`);
  useAgainWhen(responses, reading.again);
  return (
    <>
      <section class="card">
        <p class="soft">{words("about")}</p>
      </section>
      <Answered reading={reading}>
        {({ claims }) =>
          claims.length === 0 ? (
            <Notice title={words("none")}>
              <p>{words("noneNote")}</p>
            </Notice>
          ) : (
            <ul class="claims-list">
              {claims.map((claim) => (
                <ClaimCard key={claim.claim} claim={claim} onChanged={reading.again} />
              ))}
            </ul>
          )
        }
      </Answered>
      <ArticleCheckPart study={study} />
    </>
  );
}
