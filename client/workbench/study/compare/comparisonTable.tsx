import type { JSX } from "preact";
import { formatCount, formatDifference, formatNumber } from "../../../../charts/format.ts";
import { judge } from "../../../../charts/judgement.ts";
import { textOf } from "../../../../charts/mark.ts";
import type { ComparedItem } from "../../../../server/analysis/comparisonApi.ts";
import type { Estimate } from "../../../../stats/estimate.ts";
import { useReader, useWords } from "../../reader.ts";
import { MakeFigure, type Makeable } from "../../parts/result/makeFigure.tsx";
import { Caution } from "../../parts/result/caution.tsx";
import { CitableNumber } from "../../parts/result/citableNumber.tsx";
import { drawnOf, isSure, reachOf, type DrawnDifference } from "./comparedRows.ts";
import { compareTexts } from "./compareTexts.ts";
import { differenceInWords, labelOf, pInWords } from "./comparisonWords.ts";

/** The two groups' names. */
export interface GroupNames {
  readonly a: string;
  readonly b: string;
}

/** Differences of one unit under each other, drawn on one axis and in numbers. */
export function ComparisonTable({
  title,
  items,
  unit,
  groups,
  isAdjusted,
  slopeOf,
}: {
  title: string;
  items: readonly ComparedItem[];
  unit: "share" | "mean";
  groups: GroupNames;
  isAdjusted: boolean;
  /** What a figure of an item in both periods asks; `null` where periods are not what is compared. */
  slopeOf: (item: ComparedItem) => Makeable | null;
}): JSX.Element {
  const words = useWords(compareTexts);
  const drawn = items.map(drawnOf);
  const reach = reachOf(drawn.flatMap((each) => each ?? []));
  return (
    <div class="table-frame comparison-frame" tabIndex={0} role="region" aria-label={title}>
      <table class="comparison">
        <caption class="hidden">{title}</caption>
        <thead>
          <tr>
            <th scope="col">{words("item")}</th>
            <th scope="col" class="comparison-axis">
              <Axis reach={reach} unit={unit} />
            </th>
            <th scope="col" class="number">
              {words("difference")}
              {unit === "share" && <small>{words("differenceIn")}</small>}
            </th>
            {(["a", "b"] as const).map((group) => (
              <th key={group} scope="col" class="number">
                <b>{group.toUpperCase()}</b> {groups[group]}
                {unit === "mean" && <small>{words("mean")}</small>}
              </th>
            ))}
            <th scope="col" class="number">
              {words(isAdjusted ? "adjustedP" : "plainP")}
            </th>
            <th scope="col" class="number">
              {words("standardised")}
            </th>
          </tr>
        </thead>
        <tbody>
          {items.map((item, place) => (
            <Line
              key={labelKey(item)}
              item={item}
              place={place}
              drawn={drawn[place] ?? null}
              reach={reach}
              unit={unit}
              makes={slopeOf(item)}
            />
          ))}
        </tbody>
      </table>
    </div>
  );
}

function labelKey({ variable, value }: ComparedItem): string {
  return `${variable?.name ?? ""} ${String(value?.code ?? "")}`;
}

function Axis({ reach, unit }: { reach: number; unit: "share" | "mean" }): JSX.Element {
  const { language } = useReader();
  const words = useWords(compareTexts);
  const end = formatNumber(unit === "share" ? reach * 100 : reach, language);
  return (
    <>
      <span class="comparison-sides">
        <span>
          ← B <span class="comparison-wide">{words("higher")}</span>
        </span>
        <span>
          A <span class="comparison-wide">{words("higher")}</span> →
        </span>
      </span>
      <span class="comparison-ends">
        <span>−{end}</span>
        <span>0</span>
        <span>
          +{end} <span class="comparison-wide">{words(unit === "share" ? "points" : "sd")}</span>
        </span>
      </span>
    </>
  );
}

function Line({
  item,
  place,
  drawn,
  reach,
  unit,
  makes,
}: {
  item: ComparedItem;
  place: number;
  drawn: DrawnDifference | null;
  reach: number;
  unit: "share" | "mean";
  makes: Makeable | null;
}): JSX.Element {
  const { language, read } = useReader();
  const words = useWords(compareTexts);
  const { difference, first, second } = item;
  const { answer, part, title } = labelOf(item, read);
  const [main = "", ...rest] = [answer, part, title].filter((text) => text !== "");
  const isFound = difference.kind === "difference";
  return (
    <tr class={isSure(item) ? "sure" : ""}>
      <th scope="row">
        <span class="comparison-answer">{main}</span>
        {rest.map((text) => (
          <span
            key={text}
            class={part !== "" && text === title ? "comparison-title" : "comparison-question"}
            title={text}
          >
            {text}
          </span>
        ))}
      </th>
      <td class="comparison-plot">{drawn !== null && <Drawn drawn={drawn} reach={reach} />}</td>
      <td class="number">
        {isFound ? (
          <>
            <span class="comparison-difference">
              <CitableNumber
                text={formatDifference(difference.estimate.value, unit, { language, plus: "+" })}
                row={place}
                column={1}
              />
            </span>
            <small>{differenceInWords(difference, unit, language)}</small>
          </>
        ) : (
          <small class="soft">{words(whyIn(difference.reason))}</small>
        )}
      </td>
      {[first, second].map((estimate, group) => (
        <Group key={group} estimate={estimate} />
      ))}
      <td class="number">{isFound ? pInWords(difference.adjustedPValue, language) : "–"}</td>
      <td class="number soft">
        {isFound ? formatDifference(difference.standardised, "mean", { language, plus: "+" }) : "–"}
        {makes !== null && <MakeFigure {...makes} title={read(item.question.title)} />}
      </td>
    </tr>
  );
}

function Group({ estimate }: { estimate: Estimate }): JSX.Element {
  const { language } = useReader();
  const judgement = judge(estimate);
  return (
    <td class="number">
      {textOf(estimate, language)}
      {judgement.kind === "shown" && judgement.needsCaution && <Caution />}
      <small class="soft">n {formatCount(estimate.n, language)}</small>
    </td>
  );
}

/** A dot and its interval; the numbers beside it say the same. */
function Drawn({ drawn: { value, lower, upper }, reach }: { drawn: DrawnDifference; reach: number }): JSX.Element {
  const at = (place: number): string => `${((place / reach + 1) / 2) * 100}%`;
  return (
    <span class="comparison-drawn" aria-hidden="true">
      <span
        class="comparison-interval"
        style={{ left: at(lower), width: `${((upper - lower) / (2 * reach)) * 100}%` }}
      />
      <span class="comparison-dot" style={{ left: at(value) }} />
    </span>
  );
}

function whyIn(reason: string): keyof typeof compareTexts {
  switch (reason) {
    case "crosses-break":
    case "n-too-small":
    case "no-data":
    case "no-variance":
      return reason;
    default:
      return "other";
  }
}
