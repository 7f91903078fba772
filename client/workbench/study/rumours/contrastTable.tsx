import type { JSX } from "preact";
import { formatCount, formatInterval, formatMean, formatPValue } from "../../../../charts/format.ts";
import type { Contrast, ContrastsResult, ContrastTest } from "../../../../server/contrasts/contrastsApi.ts";
import type { Interval } from "../../../../stats/estimate.ts";
import type { Codebook } from "../../../../surveys/codebook/codebook.ts";
import { EstimateCell } from "../../parts/estimateCell.tsx";
import { TableFrame } from "../../parts/tableFrame.tsx";
import { useReader, useWords } from "../../reader.ts";
import { isComparable } from "./contrastFigure.ts";
import { signedDifference, signedInterval } from "./contrastWords.ts";
import { noFitWords, rumourTexts } from "./rumourTexts.ts";

/** Every number of the contrasts: both groups, the differences and odds ratios as they are and adjusted. */
export function ContrastTable({
  result,
  labels,
  codebook,
}: {
  result: ContrastsResult;
  labels: readonly string[];
  codebook: Codebook;
}): JSX.Element {
  const { read } = useReader();
  const words = useWords(rumourTexts);
  const { contrasts, adjustedFor, positive } = result;
  const isScreen = positive?.kind === "number" && positive.variable === result.request.outcome;
  const odds = words(isScreen ? "oddsRatio" : "oddsRatioOther");
  const tests: [ContrastTest, string][] = [
    ["difference", words("difference")],
    ...(adjustedFor.length > 0
      ? ([["adjustedDifference", `${words("difference")}, ${words("adjusted")}`]] as [ContrastTest, string][])
      : []),
    ...(positive === null ? [] : ([["oddsRatio", odds]] as [ContrastTest, string][])),
    ...(positive === null || adjustedFor.length === 0
      ? []
      : ([["adjustedOddsRatio", `${odds}, ${words("adjusted")}`]] as [ContrastTest, string][])),
  ];
  const columns = [
    words("claim"),
    words("meanOfBelievers"),
    words("meanOfOthers"),
    ...tests.map(([, name]) => name),
    words("standardised"),
  ];
  const together = [
    ...new Set(contrasts.flatMap(({ countedTogether }) => countedTogether.map(({ variable }) => variable))),
  ];
  return (
    <>
      <TableFrame label={words("contrast")} columns={columns} class="rumour-table">
        {contrasts.map((contrast, place) => (
          <tr key={labels[place]}>
            <th scope="row">{labels[place]}</th>
            <EstimateCell estimate={contrast.one.mean} />
            <EstimateCell estimate={contrast.other.mean} />
            {tests.map(([name]) => (
              <TestCell key={name} contrast={contrast} name={name} />
            ))}
            <StandardisedCell contrast={contrast} />
          </tr>
        ))}
      </TableFrame>
      <p class="soft base">{words("holmNote")}</p>
      {together.length > 0 && (
        <p class="soft base">
          {words("countedTogether")}
          {together
            .map((name) => read(codebook.questions.find((question) => question.name === name)?.title ?? name))
            .join(", ")}
        </p>
      )}
    </>
  );
}

function TestCell({ contrast, name }: { contrast: Contrast; name: ContrastTest }): JSX.Element {
  const { language } = useReader();
  const words = useWords(rumourTexts);
  const found = contrast[name];
  if (found === null) return <td class="number soft">–</td>;
  if (!isComparable(contrast)) return <td class="number soft">{words("tooFew")}</td>;
  if (found.kind === "not-estimable") return <td class="number soft">{noFitWords[found.reason][language]}</td>;
  const isRatio = found.kind === "odds-ratio" || found.kind === "adjusted-odds-ratio";
  const isFlagged = isRatio && found.flag === "few-events";
  const n = `n ${formatCount(found.n, language)}`;
  return (
    <td class="number">
      {isRatio ? formatMean(found.value, language) : signedDifference(found.value, language)}
      <small class="around soft">
        {isRatio
          ? formatInterval(found.interval, "mean", { language, n: found.n })
          : signedInterval(found.interval, language)}
      </small>
      <small class="around soft">
        {contrast.pValues[name] === null ? n : `${formatPValue(contrast.pValues[name], language)} · ${n}`}
      </small>
      {isFlagged && <small class="around remark">{words("fewEvents")}</small>}
    </td>
  );
}

function StandardisedCell({ contrast }: { contrast: Contrast }): JSX.Element {
  const { language } = useReader();
  const words = useWords(rumourTexts);
  const { standardised } = contrast;
  if (!isComparable(contrast)) return <td class="number soft">{words("tooFew")}</td>;
  if (standardised.kind === "not-estimable")
    return <td class="number soft">{noFitWords[standardised.reason][language]}</td>;
  const { value, interval }: { value: number; interval: Interval } = standardised;
  return (
    <td class="number">
      {signedDifference(value, language)}
      <small class="around soft">{signedInterval(interval, language)}</small>
      <small class="around soft">n {formatCount(standardised.one.n + standardised.other.n, language)}</small>
    </td>
  );
}
