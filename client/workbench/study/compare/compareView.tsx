import type { JSX } from "preact";
import type { Codebook } from "../../../../surveys/codebook/codebook.ts";
import { Answered } from "../../parts/answered.tsx";
import { Loading, Notice } from "../../parts/notice.tsx";
import { useReader, useWords } from "../../reader.ts";
import { useAddressQuery } from "../../useAddressQuery.ts";
import { useAgainWhen } from "../../useAgainWhen.ts";
import { useComparison } from "../../useAnalysis.ts";
import { useKnownAnswer } from "../../useAnswer.ts";
import { useLens } from "../lens/lens.ts";
import { LensBar } from "../lens/lensBar.tsx";
import type { StudyViewProps } from "../studyViewProps.ts";
import { CompareBar } from "./compareBar.tsx";
import { compareTexts } from "./compareTexts.ts";
import { Comparison } from "./comparison.tsx";
import { comparedIn, requestFor } from "./wantedComparison.ts";
import "./compare.css";

/** Two groups of people, or two periods, on every question at once. */
export function CompareView({ study, days }: StudyViewProps): JSX.Element {
  const { texts } = useReader();
  const isFielded = study.questionnaireVersion !== null;
  const codebook = useKnownAnswer<Codebook>(isFielded ? `/api/studies/${study.study}/codebook` : null);
  if (!isFielded || days?.responses === 0)
    return (
      <Notice title={texts(isFielded ? "noResponses" : "noQuestionnaire")}>
        <p>{texts(isFielded ? "noResponsesNote" : "noQuestionnaireNote")}</p>
      </Notice>
    );
  return <Answered reading={codebook}>{(found) => <Compared study={study} codebook={found} days={days} />}</Answered>;
}

function Compared({
  study: { study, responses },
  codebook,
  days,
}: Pick<StudyViewProps, "study" | "days"> & { codebook: Codebook }): JSX.Element {
  const words = useWords(compareTexts);
  const { query, change } = useAddressQuery();
  const { lens } = useLens();
  const wanted = comparedIn(query, codebook, days);
  const request = requestFor(wanted, lens, codebook);
  const reading = useComparison(study, request);
  useAgainWhen(responses, reading.again);
  return (
    <>
      <LensBar study={study} codebook={codebook} refusal={null} />
      <CompareBar codebook={codebook} wanted={wanted} change={change} />
      {wanted.what === "periods" && days === null ? (
        <Loading />
      ) : request === null ? (
        <Notice title={words(wanted.what === "groups" ? "needBoth" : "needPeriods")} />
      ) : (
        <Answered reading={reading}>
          {(result) =>
            reading.refusal === null && (
              <Comparison result={result} codebook={codebook} wanted={wanted} change={change} />
            )
          }
        </Answered>
      )}
    </>
  );
}
