import type { ProblemNote } from "../../charts/picture/drawPicture.ts";
import { isResolved, problemInWords, problemsInWords, problemWords } from "../../charts/problemsInWords.ts";
import type { Language } from "../../surveys/language.ts";
import type { FigureFile, MethodsLine } from "./figuresApi.ts";

type Shown = Pick<FigureFile, "state" | "frozen" | "problems">;

/** What is known to be wrong with the data of a figure: the notes below its picture, one for each problem. */
export function problemNotes(file: Shown, language: Language): ProblemNote[] {
  const comma = language === "zh-CN" ? "，" : ", ";
  const since = frozenAt(file);
  return file.problems.map((problem) => ({
    text: problemWords.problem[language] + comma + problemInWords(problem, language, since),
    isOpen: !isResolved(problem, since),
  }));
}

/** The methods box of a figure as it is to be read now: before what its state says of it, what has become known since. */
export function methodsLines(file: Shown, language: Language): MethodsLine[] {
  const text = problemsInWords(file.problems, language, frozenAt(file));
  return [{ label: problemWords.problem[language], text }, ...file.state.editions[language].methods];
}

/** A frozen state has the numbers of its moment; a live one follows the data. */
function frozenAt({ frozen }: Shown): string | null {
  return frozen?.frozenAt ?? null;
}
