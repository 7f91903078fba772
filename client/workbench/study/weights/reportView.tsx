import type { ComponentChildren, JSX } from "preact";
import { formatCount, formatMean } from "../../../../charts/format.ts";
import type { WeightingReport } from "../../../../server/weighting/weightingApi.ts";
import { ResultFrame } from "../../parts/resultFrame.tsx";
import { useReader, useWords } from "../../reader.ts";
import { BlocksTable, blockInWords, rangeInWords, Remarks } from "./blocksTable.tsx";
import type { LabelOf } from "./categoryLabels.ts";
import { MarginTable } from "./marginTable.tsx";
import { blocksAsTable, marginFigure, marginsTable, reportProvenance } from "./reportResults.ts";
import { weightsTexts } from "./weightsTexts.ts";

/** What came of a run, or would come of it: spread of the weights, margins, and each block. */
export function ReportView({
  report,
  labelOf,
  onClose,
}: {
  report: WeightingReport;
  labelOf: LabelOf;
  /** For a preview, which is put away again. */
  onClose?: () => void;
}): JSX.Element {
  const { language } = useReader();
  const words = useWords(weightsTexts);
  const { scheme, version, margins, blocks } = report;
  const provenance = reportProvenance(report, language);
  return (
    <section class="card weights-report" aria-label={words("report")}>
      <div class="weights-head">
        <h3>{version === null ? words("previewTitle") : `${words("reportTitle")} ${version}`}</h3>
        {onClose !== undefined && (
          <button type="button" class="quiet" onClick={onClose}>
            {words("close")}
          </button>
        )}
      </div>
      <Numbers report={report} />
      <NotMet report={report} labelOf={labelOf} />
      <Warnings report={report} labelOf={labelOf} />
      <div>
        <h3>{words("margins")}</h3>
        <p class="soft base">{words("marginsNote")}</p>
      </div>
      <div id={`${scheme}-margins`}>
        <ResultFrame
          name={`${scheme}-margins`}
          title={words("margins")}
          figures={margins.map((margin) => marginFigure(margin, labelOf, language))}
          table={marginsTable(report, labelOf, language)}
          provenance={provenance}
        >
          <div class="weights-margins">
            {margins.map((margin) => (
              <MarginTable key={margin.margin} margin={margin} labelOf={labelOf} />
            ))}
          </div>
        </ResultFrame>
      </div>
      <h3>{words("blocks")}</h3>
      <div id={`${scheme}-blocks`}>
        <ResultFrame
          name={`${scheme}-blocks`}
          title={words("blocks")}
          table={blocksAsTable(report, language)}
          provenance={provenance}
        >
          <BlocksTable blocks={blocks} labelOf={labelOf} />
        </ResultFrame>
      </div>
    </section>
  );
}

function Numbers({ report }: { report: WeightingReport }): JSX.Element {
  const { language } = useReader();
  const words = useWords(weightsTexts);
  const { weights, weighted, responses, withoutWeight, cameAfterFreezing, excludedByFlag, blocks } = report;
  const { excludedByScreening } = report;
  const count = (number: number): string => formatCount(number, language);
  const trimmed = blocks.reduce((sum, block) => sum + block.trimmed, 0);
  const collapsed = blocks.flatMap(({ adjustments }) => adjustments).filter(({ code }) => code === "collapsed").length;
  const flags = Object.entries(excludedByFlag).filter(([, number]) => number > 0);
  const late = cameAfterFreezing > 0 ? `${count(cameAfterFreezing)} ${words("late")}` : "";
  const lines: readonly [keyof typeof weightsTexts, string, ComponentChildren][] = [
    ["designEffect", weights === null ? "–" : formatMean(weights.designEffect, language), ""],
    ["effective", weights === null ? "–" : count(weights.effectiveSampleSize), ""],
    ["range", weights === null ? "–" : rangeInWords(weights, language), ""],
    ["weighted", count(weighted), `${words("ofResponses")} ${count(responses)}`],
    ["withoutWeight", count(withoutWeight), late],
    ["excludedByScreening", count(excludedByScreening), ""],
    ["trimmed", count(trimmed), ""],
    ["collapsed", count(collapsed), ""],
  ];
  return (
    <dl class="weights-numbers">
      {lines.map(([name, value, beside]) => (
        <div key={name}>
          <dt>{words(name)}</dt>
          <dd>
            {value} {beside !== "" && <small class="soft">{beside}</small>}
          </dd>
        </div>
      ))}
      {flags.length > 0 && (
        <div>
          <dt>{words("excluded")}</dt>
          <dd>
            {flags.map(([flag, number]) => (
              <span key={flag}>
                {count(number)} <small class="soft">{flag}</small>
              </span>
            ))}
          </dd>
        </div>
      )}
    </dl>
  );
}

function NotMet({ report, labelOf }: { report: WeightingReport; labelOf: LabelOf }): JSX.Element | null {
  const { language } = useReader();
  const words = useWords(weightsTexts);
  const unmet = report.blocks.filter(({ notMet }) => notMet.length > 0);
  if (unmet.length === 0) return null;
  return (
    <div class="notice bad weights-unmet" role="status">
      <strong>{words("notMet")}</strong>
      <p>{words("notMetNote")}</p>
      <dl>
        {unmet.map((block) => (
          <div key={block.block}>
            <dt>{blockInWords(block, language)}</dt>
            <dd>
              <Remarks remarks={block.notMet} labelOf={labelOf} />
            </dd>
          </div>
        ))}
      </dl>
    </div>
  );
}

/** What is odd about the weights, each kind once. */
function Warnings({ report, labelOf }: { report: WeightingReport; labelOf: LabelOf }): JSX.Element | null {
  const words = useWords(weightsTexts);
  const all = report.blocks.flatMap(({ warnings }) => warnings);
  const kinds = [...new Set(all.map(({ code }) => code))];
  if (kinds.length === 0) return null;
  return (
    <div class="weights-warnings">
      <strong>{words("warnings")}</strong>
      {kinds.map((kind) => {
        const found = all.filter(({ code }) => code === kind);
        return (
          <div key={kind}>
            {found.length > 1 && (
              <span class="soft">
                {found.length} {words("inBlocks")}
              </span>
            )}
            <Remarks remarks={found.slice(0, 1)} labelOf={labelOf} />
          </div>
        );
      })}
    </div>
  );
}
