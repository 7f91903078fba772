import type { ComponentChildren, JSX } from "preact";
import type { Codebook } from "../../../surveys/codebook/codebook.ts";
import { Answered } from "../parts/answered.tsx";
import { Notice } from "../parts/notice.tsx";
import { useReader } from "../reader.ts";
import { useKnownAnswer } from "../useAnswer.ts";
import type { StudyViewProps } from "./studyViewProps.ts";

/** What is shown of a study that has been answered; before that, what has to happen first. */
export function WithCodebook({
  study,
  children,
}: {
  study: StudyViewProps["study"];
  children: (codebook: Codebook) => ComponentChildren;
}): JSX.Element {
  const { texts } = useReader();
  const isAnswered = study.questionnaireVersion !== null && study.responses > 0;
  const codebook = useKnownAnswer<Codebook>(isAnswered ? `/api/studies/${study.study}/codebook` : null);
  if (study.questionnaireVersion === null)
    return (
      <Notice title={texts("noQuestionnaire")}>
        <p>{texts("noQuestionnaireNote")}</p>
      </Notice>
    );
  if (study.responses === 0)
    return (
      <Notice title={texts("noResponses")}>
        <p>{texts("noResponsesNote")}</p>
      </Notice>
    );
  return <Answered reading={codebook}>{children}</Answered>;
}
