import type { JSX } from "preact";
import { useMemo, useRef } from "preact/hooks";
import type { Contrast, ContrastsResult } from "../../../../server/contrasts/contrastsApi.ts";
import type { Codebook } from "../../../../surveys/codebook/codebook.ts";
import { Answered } from "../../parts/answered.tsx";
import { FigureView } from "../../parts/figureView.tsx";
import { headProvenance } from "../../parts/result/headProvenance.ts";
import { ResultFrame } from "../../parts/resultFrame.tsx";
import { useReader, useWords } from "../../reader.ts";
import type { WantedAnalysis } from "../../useAnalysis.ts";
import { useDue } from "../../useDue.ts";
import { usePosted } from "../../usePosted.ts";
import type { Pairing } from "../../../../surveys/codebook/questionPairs.ts";
import { citableContrasts } from "./citableContrasts.ts";
import { ContrastBar } from "./contrastBar.tsx";
import { contrastFigure, isComparable } from "./contrastFigure.ts";
import { ContrastTable } from "./contrastTable.tsx";
import { contrastSentence } from "./contrastWords.ts";
import { conditionsOf, type RumourChoice } from "./rumourChoice.ts";
import { rumourTexts } from "./rumourTexts.ts";

/** How an outcome differs between those who believe each claim and those who do not, as it is and adjusted. */
export function RumourContrasts({
  study,
  pairing,
  choice,
  through,
  codebook,
}: {
  study: string;
  pairing: Pairing;
  choice: RumourChoice;
  through: WantedAnalysis;
  codebook: Codebook;
}): JSX.Element {
  const words = useWords(rumourTexts);
  const { outcome, fixed } = choice;
  const place = useRef<HTMLElement>(null);
  const wanted =
    outcome === null
      ? null
      : {
          ...through,
          outcome,
          contrasts: pairing.pairs.map((pair) => conditionsOf(pair, choice).believes),
          adjustedFor: fixed,
        };
  // A model for each rumour takes long; it stands below the window, whose numbers are not to wait for it.
  const isDue = useDue(place, JSON.stringify(wanted), { marginPx: 100 });
  const reading = usePosted<ContrastsResult>(`/api/studies/${study}/contrasts`, isDue ? wanted : null);
  return (
    <section ref={place} class="card" id="rumour-contrasts">
      <h2>{words("contrast")}</h2>
      {outcome === null ? (
        <p class="soft">{words("noOutcome")}</p>
      ) : (
        <>
          <p class="not-cause">{words("contrastNote")}</p>
          <ContrastBar choice={choice} codebook={codebook} />
          {isDue && (
            <Answered reading={reading}>
              {(result) => <Contrasts result={result} pairing={pairing} codebook={codebook} />}
            </Answered>
          )}
        </>
      )}
    </section>
  );
}

function Contrasts({
  result,
  pairing,
  codebook,
}: {
  result: ContrastsResult;
  pairing: Pairing;
  codebook: Codebook;
}): JSX.Element {
  const reader = useReader();
  const words = useWords(rumourTexts);
  const { language, read } = reader;
  const { contrasts, title } = result;
  const labels = pairing.pairs.map(({ label }) => read(label));
  const figure = useMemo(() => contrastFigure(result, labels, language), [result, language]);
  const sentences = contrasts.flatMap(
    (contrast, place) =>
      contrastSentence(contrast, { claim: labels[place] ?? "", outcome: read(title) }, language) ?? [],
  );
  return (
    <ResultFrame
      name="rumour-contrasts"
      title={`${words("contrast")}: ${read(title)}`}
      figures={[figure]}
      table={{
        title: words("contrast"),
        columns: [
          words("claim"),
          ...(["one", "other"] as const).flatMap((group) => [
            words(group === "one" ? "meanOfBelievers" : "meanOfOthers"),
          ]),
          ...numberColumns(words),
        ],
        rows: contrasts.map((contrast, place) => [
          labels[place] ?? "",
          contrast.one.mean,
          contrast.other.mean,
          ...numbersOf(contrast),
        ]),
      }}
      cites={{ study: result.study, claims: citableContrasts(result) }}
      provenance={headProvenance(
        result,
        {
          statistic: words("statistic"),
          base: words("baseAsked"),
          answered: null,
          interval: { method: "student-t", level: 0.95 },
          pages: ["methods/association.md", "methods/multiplicity.md", "weighting.md"],
        },
        { codebook, reader },
      )}
    >
      <h3>
        {read(title)}: {figure.title}
      </h3>
      <FigureView figure={figure} />
      <ContrastTable result={result} labels={labels} codebook={codebook} />
      {sentences.length > 0 && (
        <div>
          <h3>{words("inWords")}</h3>
          <ul class="in-words">
            {sentences.map((sentence) => (
              <li key={sentence}>{sentence}</li>
            ))}
          </ul>
        </div>
      )}
    </ResultFrame>
  );
}

const tests = ["difference", "adjustedDifference", "oddsRatio", "adjustedOddsRatio"] as const;

function numberColumns(words: (name: keyof typeof rumourTexts) => string): string[] {
  const named = [
    words("difference"),
    `${words("difference")}, ${words("adjusted")}`,
    words("oddsRatioOther"),
    `${words("oddsRatioOther")}, ${words("adjusted")}`,
  ];
  return [
    ...named.flatMap((name) => [name, `${name} 95% −`, `${name} 95% +`, `${name} ${words("pValue")}`]),
    words("standardised"),
  ];
}

/** Value, both ends and p of each test; empty where there is none. */
function numbersOf(contrast: Contrast): (number | null)[] {
  const { standardised } = contrast;
  if (!isComparable(contrast)) return Array.from({ length: tests.length * 4 + 1 }, () => null);
  return [
    ...tests.flatMap((name) => {
      const found = contrast[name];
      if (found === null || found.kind === "not-estimable") return [null, null, null, null];
      return [found.value, found.interval.lower, found.interval.upper, contrast.pValues[name]];
    }),
    standardised.kind === "not-estimable" ? null : standardised.value,
  ];
}
