import type { JSX } from "preact";
import { formatMean, formatNumber, formatPValue } from "../../../../charts/format.ts";
import type { FTest } from "../../../../stats/crosstabs/fTest.ts";
import type { NotEstimable } from "../../../../stats/estimate.ts";
import type { Language } from "../../../../surveys/language.ts";
import { useReader, useWords } from "../../reader.ts";
import type { CrosstabBlock, LabelledAssociation } from "./crosstab.ts";
import { crosstabsTexts } from "./crosstabsTexts.ts";

/** Whether rows and columns go together, in words: Rao and Scott's test and Cramér's V of every block. */
export function Associations({ blocks }: { blocks: readonly CrosstabBlock[] }): JSX.Element | null {
  const words = useWords(crosstabsTexts);
  const all = blocks.flatMap(({ associations }) => associations);
  const [first] = all;
  if (first === undefined) return null;
  const isAnyFound = all.some((association) => isFound(association));
  return (
    <div class="crosstab-associations">
      {all.length === 1 ? (
        <p>
          <Sentence association={first} />
        </p>
      ) : blocks.length > 1 ? (
        <Several associations={all} />
      ) : (
        <details>
          <summary>{words("eachTested")}</summary>
          <Several associations={all} />
        </details>
      )}
      {isAnyFound && <p class="soft">{words("notCause")}</p>}
    </div>
  );
}

function Several({ associations }: { associations: readonly LabelledAssociation[] }): JSX.Element {
  return (
    <ul>
      {associations.map((association) => (
        <li key={association.variable}>
          <Labelled association={association} />
        </li>
      ))}
    </ul>
  );
}

function Labelled({ association }: { association: LabelledAssociation }): JSX.Element {
  const { read, language } = useReader();
  return (
    <>
      <b>{read(association.label)}</b>
      {language === "zh-CN" ? "：" : ": "}
      <Sentence association={association} />
    </>
  );
}

function Sentence({ association }: { association: LabelledAssociation }): JSX.Element {
  const { language } = useReader();
  const words = useWords(crosstabsTexts);
  const { raoScott, cramersV } = association;
  if (raoScott.kind === "not-estimable" || "kind" in cramersV) {
    const refused = raoScott.kind === "not-estimable" ? raoScott : (cramersV as NotEstimable);
    return (
      <>
        {words("untestable")}
        {words(reasonOf(refused))}
        {language === "zh-CN" ? "。" : "."}
      </>
    );
  }
  const { secondOrder } = raoScott;
  const test = words("together")
    .replace("{p}", formatPValue(secondOrder.p, language))
    .replace("{f}", `Rao–Scott ${fInWords(secondOrder, language)}`)
    .replace("{v}", formatMean(cramersV.value, language))
    .replace("{strength}", words(strengthOf(cramersV.value)));
  return (
    <>
      <strong>{words(isFound(association) ? "associated" : "notAssociated")}</strong>
      {language === "zh-CN" ? "：" : ": "}
      {test}
    </>
  );
}

const significance = 0.05;

function isFound({ raoScott }: LabelledAssociation): boolean {
  return raoScott.kind === "rao-scott" && raoScott.secondOrder.p < significance;
}

function fInWords(
  { statistic, numeratorDegreesOfFreedom, denominatorDegreesOfFreedom }: FTest,
  language: Language,
): string {
  const degrees = [numeratorDegreesOfFreedom, denominatorDegreesOfFreedom].map((each) =>
    formatNumber(Math.round(each * 10) / 10, language),
  );
  return `F(${degrees.join(", ")}) = ${formatMean(statistic, language)}`;
}

/** Cramér's V in a word; limits after Cohen (1988) for a table with two rows or columns, and a help to reading only. */
function strengthOf(value: number): "veryWeak" | "weak" | "middling" | "strong" {
  if (value < 0.1) return "veryWeak";
  if (value < 0.3) return "weak";
  return value < 0.5 ? "middling" : "strong";
}

function reasonOf({ reason }: NotEstimable): keyof typeof crosstabsTexts {
  switch (reason) {
    case "table-degenerate":
    case "no-variance":
    case "no-data":
    case "n-too-small":
      return reason;
    default:
      return "other";
  }
}
