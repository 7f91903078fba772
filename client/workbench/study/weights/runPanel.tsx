import type { JSX } from "preact";
import { useState } from "preact/hooks";
import type { RunWanted, WeightingReport } from "../../../../server/weighting/weightingApi.ts";
import { Choice } from "../../parts/field.tsx";
import { Notice } from "../../parts/notice.tsx";
import { useWords } from "../../reader.ts";
import { useSteps, type Steps } from "../../useSteps.ts";
import { FaultList } from "./faultList.tsx";
import { weightsTexts } from "./weightsTexts.ts";

/** Runs a scheme, or shows what a run would give, and can stop either. */
export function RunPanel({
  path,
  onPreview,
  onRun,
}: {
  /** The scheme's address in the API. */
  path: string;
  onPreview: (report: WeightingReport) => void;
  onRun: (report: WeightingReport) => void;
}): JSX.Element {
  const words = useWords(weightsTexts);
  const [blocks, setBlocks] = useState<RunWanted["blocks"]>("open");
  const [made, setMade] = useState<number | null>(null);
  const steps = useSteps<WeightingReport>();
  return (
    <form
      class="card weights-run"
      onSubmit={(event) => {
        event.preventDefault();
        setMade(null);
        steps.start(`${path}/runs`, { blocks }, (report) => {
          setMade(report.version);
          onRun(report);
        });
      }}
    >
      <h3>{words("run")}</h3>
      <p class="soft">{words("runNote")}</p>
      <Choice
        label={words("runBlocks")}
        value={blocks}
        options={[
          { value: "open", label: words("runOpen") },
          {
            value: "all",
            label: (
              <>
                {words("runAll")} <small class="soft">{words("runAllNote")}</small>
              </>
            ),
          },
        ]}
        onChoose={setBlocks}
      />
      <p class="actions">
        <button type="submit" class="main" disabled={steps.progress !== null}>
          {words("run")}
        </button>
        <button
          type="button"
          disabled={steps.progress !== null}
          onClick={() => {
            setMade(null);
            steps.start(`${path}/runs`, { blocks, preview: true }, onPreview);
          }}
        >
          {words("preview")}
        </button>
      </p>
      <StepsView steps={steps} />
      {made !== null && <Notice title={`${words("ran")} ${made}`} />}
    </form>
  );
}

/** How far long work is, the way to stop it, and why it was refused. */
export function StepsView({
  steps: { progress, refusal, stop },
}: {
  steps: Steps<WeightingReport>;
}): JSX.Element | null {
  const words = useWords(weightsTexts);
  if (progress === null) return refusal === null ? null : <FaultList refusal={refusal} />;
  const { done, of } = progress;
  return (
    <div class="weights-progress" role="status">
      <span>
        {words("running")} {of > 0 && `${done} / ${of}`}
      </span>
      <progress aria-label={words("running")} {...(of > 0 && { value: done, max: of })} />
      <button type="button" onClick={stop}>
        {words("stop")}
      </button>
    </div>
  );
}
