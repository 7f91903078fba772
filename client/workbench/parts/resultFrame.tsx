import type { ComponentChildren, JSX } from "preact";
import { useId, useState } from "preact/hooks";
import type { Figure } from "../../../charts/figure.ts";
import type { ResultTable } from "../../../charts/resultTable.ts";
import { tableAsCsv, tableAsTsv } from "../../../charts/tableText.ts";
import type { Language } from "../../../surveys/language.ts";
import { useReader, useWords } from "../reader.ts";
import { copyText } from "./copyText.ts";
import { CitingContext, type ClaimsOfTable } from "./result/citing.ts";
import { useCiting } from "./result/useCiting.tsx";
import { HowComputed } from "./result/howComputed.tsx";
import { MakeFigure, type Makeable } from "./result/makeFigure.tsx";
import type { Provenance } from "./result/provenance.ts";
import { momentInWords, pictureLines, provenanceLine } from "./result/provenanceText.ts";
import { problemsInWords } from "../../../charts/problemsInWords.ts";
import { ProblemNotes } from "./result/problemNotes.tsx";
import { weightInWords } from "../../../charts/weightInWords.ts";
import { resultWords } from "./result/resultWords.ts";
import { saveFile } from "./saveFile.ts";
import "./result/resultFrame.css";

/**
 * A result with what it takes to defend it: its figure or table inside, below it of how many, with which weights and
 * when, how it was computed, and the ways to take it away.
 *
 * @param props.name of the files and, as `id`, of the place in the page that the link leads to.
 * @param props.figures redrawn for the picture; without any there is none to take.
 * @param props.makes what a figure of it asks; `null` where none can be made.
 * @param props.cites what the numbers of the table are, so that one can be cited; `null` where none can be.
 * @param props.table the numbers shown, as they are copied and saved.
 */
export function ResultFrame({
  name,
  title,
  figures = [],
  table,
  provenance,
  makes = null,
  cites = null,
  children,
}: {
  name: string;
  title: string;
  figures?: readonly Figure[];
  table: ResultTable | null;
  provenance: Provenance;
  makes?: Makeable | null;
  cites?: { readonly study: string; readonly claims: ClaimsOfTable } | null;
  children: ComponentChildren;
}): JSX.Element {
  const { language } = useReader();
  const words = useWords(resultWords);
  const howId = useId();
  const [isExplained, setExplained] = useState(false);
  const [said, setSaid] = useState("");
  const citing = useCiting(cites);
  const line = provenanceLine(provenance, language);
  const copy = async (text: string): Promise<void> => {
    setSaid(words((await copyText(text)) ? "copied" : "notCopied"));
  };
  const savePicture = async (): Promise<void> => {
    // Chart.js comes with it, which most readers have by now.
    const { pictureOf } = await import("./drawing.ts");
    const picture = await pictureOf(figures, { title, lines: pictureLines(provenance, language), language });
    if (picture === null) setSaid(words("pictureFailed"));
    else saveFile(picture, `${name}.png`);
  };
  return (
    <div class="result-frame">
      <CitingContext.Provider value={citing.context}>{children}</CitingContext.Provider>
      <ProblemNotes problems={provenance.problems} />
      <p class="result-line">{line}</p>
      <div class="result-tools" role="group" aria-label={`${words("tools")}: ${title}`}>
        <button
          type="button"
          class="quiet"
          aria-expanded={isExplained}
          aria-controls={howId}
          onClick={() => {
            setExplained(!isExplained);
          }}
        >
          {words("how")}
        </button>
        {table !== null && (
          <>
            <button type="button" class="quiet" onClick={() => void copy(tableAsTsv(table, language))}>
              {words("copyTable")}
            </button>
            <button
              type="button"
              class="quiet"
              onClick={() => {
                saveFile(csvOf(table, provenance, language), `${name}.csv`);
              }}
            >
              {words("csv")}
            </button>
          </>
        )}
        {figures.length > 0 && (
          <button type="button" class="quiet" onClick={() => void savePicture()}>
            {words("png")}
          </button>
        )}
        <button type="button" class="quiet" onClick={() => void copy(addressOf(name))}>
          {words("link")}
        </button>
        {makes !== null && <MakeFigure {...makes} title={title} />}
        {citing.button}
        <span class="result-said" role="status">
          {said}
        </span>
      </div>
      {citing.panel}
      {isExplained && <HowComputed provenance={provenance} id={howId} />}
    </div>
  );
}

/** The table as a file, in which every line says by which weights and when it came about, and what is wrong with it. */
function csvOf(table: ResultTable, { weight, problems, asOf }: Provenance, language: Language): Blob {
  const beside = [
    { column: resultWords.weight[language], value: weightInWords(weight, language) },
    { column: resultWords.problem[language], value: problemsInWords(problems, language) },
    { column: resultWords.asOf[language], value: momentInWords(asOf, language) },
  ];
  return new Blob([tableAsCsv(table, { language, beside })], { type: "text/csv" });
}

/** The state of a view stands in its address; the part behind # leads to the result. */
function addressOf(name: string): string {
  return `${location.origin}${location.pathname}${location.search}#${name}`;
}
