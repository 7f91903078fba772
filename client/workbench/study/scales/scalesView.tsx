import type { JSX } from "preact";
import { instruments } from "../../../../surveys/instruments/registry.ts";
import type { Codebook } from "../../../../surveys/codebook/codebook.ts";
import type { ScaleStatistics } from "../../../../server/scales/scalesApi.ts";
import { Answered } from "../../parts/answered.tsx";
import { Notice } from "../../parts/notice.tsx";
import { useWords } from "../../reader.ts";
import { useAddressQuery } from "../../useAddressQuery.ts";
import { usePosted } from "../../usePosted.ts";
import { LensBar } from "../lens/lensBar.tsx";
import { requestThrough, useLens } from "../lens/lens.ts";
import type { StudyViewProps } from "../studyViewProps.ts";
import { WithCodebook } from "../withCodebook.tsx";
import { ScaleItems } from "./scaleItems.tsx";
import { ScaleOverTime } from "./scaleOverTime.tsx";
import { ScaleSummary } from "./scaleSummary.tsx";
import { scaleTexts } from "./scaleTexts.ts";
import "./scales.css";

const steps = ["week", "day", "7-days"] as const;

/** A standard scale of the study: its scores, what they screen, and how far its items measure the same. */
export function ScalesView({ study }: StudyViewProps): JSX.Element {
  return <WithCodebook study={study}>{(codebook) => <Scales study={study.study} codebook={codebook} />}</WithCodebook>;
}

function Scales({ study, codebook }: { study: string; codebook: Codebook }): JSX.Element {
  const words = useWords(scaleTexts);
  const { lens } = useLens();
  const { query } = useAddressQuery();
  const score = codebook.scores.find(({ name }) => name === query.get("scale")) ?? codebook.scores[0];
  const every = steps.find((step) => step === query.get("every")) ?? "week";
  const instrument = instruments[score?.instrument ?? ""];
  const through = requestThrough(lens, codebook);
  const reading = usePosted<ScaleStatistics>(
    `/api/studies/${study}/scales/${score?.name ?? ""}`,
    score === undefined ? null : through,
  );
  if (score === undefined || instrument === undefined)
    return (
      <Notice title={words("noScales")}>
        <p>{words("noScalesNote")}</p>
      </Notice>
    );
  return (
    <>
      <ScaleBar codebook={codebook} score={score.name} every={every} />
      <LensBar study={study} codebook={codebook} refusal={reading.refusal} />
      <Answered reading={reading} beside={["from", "to"]}>
        {(statistics) => (
          <>
            <ScaleSummary statistics={statistics} instrument={instrument} codebook={codebook} />
            <ScaleOverTime study={study} score={score} through={{ ...through, every }} codebook={codebook} />
            <ScaleItems statistics={statistics} codebook={codebook} />
          </>
        )}
      </Answered>
    </>
  );
}

function ScaleBar({ codebook, score, every }: { codebook: Codebook; score: string; every: string }): JSX.Element {
  const words = useWords(scaleTexts);
  const { change } = useAddressQuery();
  return (
    <div class="scale-bar">
      <label>
        {words("scale")}
        <select
          value={score}
          onChange={({ currentTarget }) => {
            change({ scale: [currentTarget.value] });
          }}
        >
          {codebook.scores.map(({ name, instrument: id }) => (
            <option key={name} value={name}>
              {instruments[id]?.name ?? name}
            </option>
          ))}
        </select>
      </label>
      <label>
        {words("every")}
        <select
          value={every}
          onChange={({ currentTarget }) => {
            change({ every: [currentTarget.value] });
          }}
        >
          {steps.map((step) => (
            <option key={step} value={step}>
              {words(step)}
            </option>
          ))}
        </select>
      </label>
    </div>
  );
}
