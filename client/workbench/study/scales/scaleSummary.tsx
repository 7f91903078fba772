import type { JSX } from "preact";
import { useMemo } from "preact/hooks";
import { scoreColumns } from "../../../../charts/figures/scoreColumns.ts";
import { formatCoefficient, formatCount, formatUncertainty } from "../../../../charts/format.ts";
import { judge } from "../../../../charts/judgement.ts";
import { textOf, unitOf } from "../../../../charts/mark.ts";
import type { Reliability, ScaleStatistics } from "../../../../server/scales/scalesApi.ts";
import type { Estimate } from "../../../../stats/estimate.ts";
import type { Codebook } from "../../../../surveys/codebook/codebook.ts";
import type { Instrument } from "../../../../surveys/instruments/instrument.ts";
import { FigureView } from "../../parts/figureView.tsx";
import { headProvenance } from "../../parts/result/headProvenance.ts";
import { intervalOf, pagesOf } from "../../parts/result/provenance.ts";
import { ResultTableView } from "../../parts/result/resultTableView.tsx";
import { ResultFrame } from "../../parts/resultFrame.tsx";
import { useReader, useWords } from "../../reader.ts";
import { claimsOfQuestion } from "../questions/claimsOfQuestion.ts";
import { estimatesOf, questionTable } from "../questions/questionTable.ts";
import { coefficientsBetween } from "./coefficientsBetween.ts";
import { faultWords, scaleTexts } from "./scaleTexts.ts";

/** The scale at a glance, and how its scores are spread. */
export function ScaleSummary({
  statistics,
  instrument,
  codebook,
}: {
  statistics: ScaleStatistics;
  instrument: Instrument;
  codebook: Codebook;
}): JSX.Element {
  const reader = useReader();
  const words = useWords(scaleTexts);
  const { score, reliability } = statistics;
  const { language, read } = reader;
  const figure = useMemo(() => scoreColumns(score, { language, read }), [score, language]);
  const table = questionTable(score, reader);
  const estimates = estimatesOf(table);
  const sign = instrument.direction === "higher-is-worse" ? "≥" : "≤";
  return (
    <section class="card" id="scale">
      <div>
        <h2>{instrument.name}</h2>
        <p class="soft base">
          {instrument.recallPeriod[language]} · {words("scoredIf")}: {instrument.itemsNeeded} / {instrument.itemCount} ·{" "}
          {instrument.paper}
        </p>
      </div>
      <dl class="scale-numbers">
        <Fact name={words("mean")} {...factOf(score.mean, language)} />
        {score.screenPositive !== null && (
          <Fact
            name={`${words("positive")} (${sign} ${score.cutOff ?? ""})`}
            note={words("positiveNote")}
            {...factOf(score.screenPositive, language)}
          />
        )}
        <Fact name={words("alpha")} note={words("alphaNote")} {...alphaFact(reliability.alpha, language)} />
        <Fact name={words("omega")} note={words("omegaNote")} {...omegaFact(reliability.omega, language)} />
      </dl>
      <ResultFrame
        name="scale"
        title={`${instrument.name}: ${words("distribution")}`}
        figures={[figure]}
        table={table}
        provenance={headProvenance(
          statistics,
          {
            statistic: words("statistic"),
            base: words("baseScored"),
            answered: score.answered,
            interval: intervalOf(estimates),
            pages: [...pagesOf(estimates), "methods/scales.md"],
          },
          { codebook, reader },
        )}
        cites={table === null ? null : { study: statistics.study, claims: claimsOfQuestion(score, statistics.request) }}
      >
        <h3>{words("distribution")}</h3>
        <div class="question-body">
          <FigureView figure={figure} />
          {table !== null && <ResultTableView table={table} />}
        </div>
      </ResultFrame>
    </section>
  );
}

interface FactShown {
  readonly value: string;
  readonly around: string;
}

function Fact({ name, note, value, around }: FactShown & { name: string; note?: string }): JSX.Element {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{value}</dd>
      <dd class="around soft">{around}</dd>
      {note !== undefined && <dd class="around soft">{note}</dd>}
    </div>
  );
}

type Language = ReturnType<typeof useReader>["language"];

function factOf(estimate: Estimate, language: Language): FactShown {
  const judgement = judge(estimate);
  const n = `n ${formatCount(estimate.n, language)}`;
  if (judgement.kind === "not-shown") return { value: textOf(estimate, language), around: n };
  const interval = formatUncertainty(judgement.estimate, unitOf(judgement.estimate), { language, n: estimate.n });
  return { value: textOf(estimate, language), around: `${interval} · ${n}` };
}

function alphaFact(alpha: Reliability["alpha"], language: Language): FactShown {
  const n = `n ${formatCount(alpha.n, language)}`;
  if (alpha.kind === "not-estimable") return { value: "–", around: `${faultWords[alpha.reason][language]} · ${n}` };
  const interval =
    alpha.interval === null ? scaleTexts.noInterval[language] : coefficientsBetween(alpha.interval, language);
  return { value: formatCoefficient(alpha.raw, language), around: `${interval} · ${n}` };
}

function omegaFact(omega: Reliability["omega"], language: Language): FactShown {
  const n = `n ${formatCount(omega.n, language)}`;
  if (omega.kind === "not-estimable") return { value: "–", around: `${faultWords[omega.reason][language]} · ${n}` };
  return { value: formatCoefficient(omega.raw, language), around: n };
}
