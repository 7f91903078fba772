import type { JSX } from "preact";
import type { TermsFound } from "../../../../server/texts/textsApi.ts";
import { Answered } from "../../parts/answered.tsx";
import { Field } from "../../parts/field.tsx";
import { RefusalNotice } from "../../parts/notice.tsx";
import { useReader, useWords } from "../../reader.ts";
import { useAnswer } from "../../useAnswer.ts";
import { useLens } from "../lens/lens.ts";
import { Dictionary } from "./dictionary.tsx";
import { Frequent } from "./frequentTerms.tsx";
import { openTextWords } from "./openTextWords.ts";
import { Risen } from "./risenTerms.tsx";
import type { TextsPartProps } from "./textsPartProps.ts";
import { useFrame } from "./useFrame.ts";

/** The terms that many people wrote and those that more wrote than before, with the words that texts are divided by. */
export function TermsPart({ study, question }: TextsPartProps): JSX.Element {
  const { texts } = useReader();
  const words = useWords(openTextWords);
  const { lens, change } = useLens();
  const frame = useFrame(study);
  const reading = useAnswer<TermsFound>(`/api/studies/${study}/texts/terms`, {
    question,
    ...(lens.from !== "" && { from: lens.from }),
    ...(lens.to !== "" && { to: lens.to }),
  });
  const leaveOut = (term: string): void => {
    const { answer } = frame.reading;
    if (answer !== null) frame.change(answer, { ignored: [...answer.ignored, term] }, reading.again);
  };
  return (
    <>
      <div class="results-bar">
        {(["from", "to"] as const).map((end) => (
          <Field
            key={end}
            name={end}
            label={texts(end === "from" ? "from" : "until")}
            type="date"
            refusal={reading.refusal}
            value={lens[end]}
            onChange={({ currentTarget }) => {
              change({ [end]: currentTarget.value });
            }}
          />
        ))}
        {(lens.from !== "" || lens.to !== "") && (
          <button
            type="button"
            onClick={() => {
              change({ from: "", to: "" });
            }}
          >
            {words("wholeStudy")}
          </button>
        )}
      </div>
      {frame.sending.refusal !== null && <RefusalNotice refusal={frame.sending.refusal} again={frame.reading.again} />}
      <Answered reading={reading} beside={["from", "to"]}>
        {({ risen, frequent, period }) => (
          <div class="texts-terms">
            <Risen risen={risen} />
            <Frequent frequent={frequent} period={period} onLeaveOut={leaveOut} />
          </div>
        )}
      </Answered>
      <Answered reading={frame.reading}>
        {(found) => (
          <details class="texts-dictionary">
            <summary>{words("dictionary")}</summary>
            <Dictionary
              key={found.frameVersion}
              frame={found}
              onSave={(changed) => {
                frame.change(found, changed, reading.again);
              }}
            />
          </details>
        )}
      </Answered>
    </>
  );
}
