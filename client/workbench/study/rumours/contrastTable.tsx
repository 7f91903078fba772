import type { JSX } from "preact";
import { formatCount, formatInterval, formatMean, formatPValue } from "../../../../charts/format.ts";
import type { Contrast, ContrastsResult, ContrastTest } from "../../../../server/contrasts/contrastsApi.ts";
import type { Interval } from "../../../../stats/estimate.ts";
import type { Codebook } from "../../../../surveys/codebook/codebook.ts";
import { EstimateCell } from "../../parts/estimateCell.tsx";
import { CitableNumber } from "../../parts/result/citableNumber.tsx";
import { TableFrame } from "../../parts/tableFrame.tsx";
import { useReader, useWords } from "../../reader.ts";
import { testsOf } from "./citableContrasts.ts";
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
  const { contrasts, positive } = result;
  const isScreen = positive?.kind === "number" && positive.variable === result.request.outcome;
  const odds = words(isScreen ? "oddsRatio" : "oddsRatioOther");
  const names: Readonly<Record<ContrastTest, string>> = {
    difference: words("difference"),
    adjustedDifference: `${words("difference")}, ${words("adjusted")}`,
    oddsRatio: odds,
    adjustedOddsRatio: `${odds}, ${words("adjusted")}`,
  };
  const tests = testsOf(result);
  const columns = [
    words("claim"),
    words("meanOfBelievers"),
    words("meanOfOthers"),
    ...tests.map((test) => names[test]),
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
            <EstimateCell estimate={contrast.one.mean} at={[place, 1]} />
            <EstimateCell estimate={contrast.other.mean} at={[place, 2]} />
            {tests.map((name, test) => (
              <TestCell key={name} contrast={contrast} name={name} at={[place, test + 3]} />
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

function TestCell({
  contrast,
  name,
  at: [row, column],
}: {
  contrast: Contrast;
  name: ContrastTest;
  at: readonly [row: number, column: number];
}): JSX.Element {
  const { language } = useReader();
  const words = useWords(rumourTexts);
  const found = contrast[name];
  if (found === null) return <td class="number soft">–</td>;
  if (!isComparable(contrast)) return <td class="number soft">{words("tooFew")}</td>;
  if (found.kind === "not-estimable") return <td class="number soft">{noFitWords[found.reason][language]}</td>;
  const isRatio = found.kind === "odds-ratio" || found.kind === "adjusted-odds-ratio";
  const isFlagged = isRatio && found.flag === "few-events";
  const n = `n ${formatCount(found.n, language)}`;
  const number = isRatio ? formatMean(found.value, language) : signedDifference(found.value, language);
  return (
    <td class="number">
      <CitableNumber text={number} row={row} column={column} />
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
