import type { JSX } from "preact";
import { useMemo, useRef } from "preact/hooks";
import type { QuestionEstimates } from "../../../../server/estimates/estimatesApi.ts";
import { Answered } from "../../parts/answered.tsx";
import { FigureView } from "../../parts/figureView.tsx";
import { claimsOfGroups } from "../../parts/result/claimsOf.ts";
import { provenanceOf } from "../../parts/result/provenance.ts";
import { ResultTableView } from "../../parts/result/resultTableView.tsx";
import { ResultFrame } from "../../parts/resultFrame.tsx";
import { useReader, useWords } from "../../reader.ts";
import { useAgainWhen } from "../../useAgainWhen.ts";
import { useAnalyses } from "../../useAnalysis.ts";
import { useNearness } from "../../useNearness.ts";
import { brokenDown, requestsBy } from "./brokenDown.ts";
import type { Look } from "./look.ts";
import { questionsTexts } from "./questionsTexts.ts";

/** A question with groups of respondents beside each other; asked for once it comes near the window. */
export function QuestionByGroups({ question, look }: { question: QuestionEstimates; look: Look }): JSX.Element {
  const { study, codebook, through, by, responses } = look;
  const reader = useReader();
  const words = useWords(questionsTexts);
  const place = useRef<HTMLDivElement>(null);
  const isNear = useNearness(place);
  const requests = requestsBy(question, by).map((request) => ({ ...request, ...through }));
  const reading = useAnalyses(study, isNear ? requests : null);
  useAgainWhen(responses, reading.again);
  const found = useMemo(
    () => (reading.answer === null ? null : brokenDown(question, reading.answer, reader)),
    [reading.answer, reader.language],
  );
  return (
    <div ref={place}>
      <Answered reading={reading}>
        {([first, ...others]) =>
          first !== undefined &&
          found !== null && (
            <ResultFrame
              name={`question-${question.name}`}
              title={`${reader.read(question.title)} · ${first.breakdowns.map(({ title }) => reader.read(title)).join()}`}
              figures={found.figure === null ? [] : [found.figure]}
              table={found.table}
              provenance={provenanceOf(first, codebook, reader)}
              cites={{ study: first.study, claims: claimsOfGroups([first, ...others]) }}
              makes={{ study: first.study, look: { kind: "heat", request: first.request } }}
            >
              <div class="question-body wide">
                {found.figure === null ? (
                  <p class="soft base">{words("manyGroups")}</p>
                ) : (
                  <FigureView figure={found.figure} />
                )}
                <ResultTableView table={found.table} />
              </div>
            </ResultFrame>
          )
        }
      </Answered>
    </div>
  );
}
