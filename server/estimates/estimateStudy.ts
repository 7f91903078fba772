import type { Columns } from "../../stats/columns.ts";
import type { Estimate } from "../../stats/estimate.ts";
import { countedVariable, type CountedVariable } from "../../stats/estimators/countedVariable.ts";
import { shares } from "../../stats/estimators/shares.ts";
import { netScores } from "../../stats/items/boxes.ts";
import type { Codebook, CodebookQuestion, Variable } from "../../surveys/codebook/codebook.ts";
import type { ChoiceCode } from "../../surveys/definition.ts";
import { answersTo, bitsOf } from "./answersTo.ts";
import type { QuestionEstimates, ShareRow } from "./estimatesApi.ts";
import { numbersShape } from "./numbersShape.ts";
import type { Population } from "./population.ts";
import { scaleEnds, type ScaleEnds } from "./scaleEnds.ts";
import { scoreShape } from "./scoreShape.ts";

/** Estimates every question and score of a codebook. */
export function estimateQuestions(codebook: Codebook, columns: Columns, population: Population): QuestionEstimates[] {
  const people = peopleIn(columns, population.domain);
  const isIn = population.domain === null ? null : bitsOf(population.domain);
  const questions = codebook.questions.map((question): QuestionEstimates => {
    const { name, type, title, askedIf } = question;
    const answered = answersTo(question, columns, isIn);
    const unanswered = people - answered;
    return { name, type, title, askedIf, answered, unanswered, ...shapeOf(question, columns, population) };
  });
  const scores = codebook.scores.flatMap((score) => scoreShape(score, columns, population));
  return [...questions, ...scores];
}

const noData = { kind: "not-estimable", reason: "no-data", n: 0 } as const;

/** The part of a question's estimates that its shape decides. */
type Shape = QuestionEstimates extends infer Each
  ? Each extends QuestionEstimates
    ? Omit<Each, "name" | "type" | "title" | "askedIf" | "answered" | "unanswered">
    : never
  : never;

function shapeOf({ variables, type }: CodebookQuestion, columns: Columns, population: Population): Shape {
  const [first] = variables.filter(({ kind }) => kind !== "text" && kind !== "date");
  if (first === undefined) return { shape: "text" };
  if (
    variables.some(({ kind }) => kind === "tick") &&
    type !== "matrixdropdown" &&
    type !== "matrixdynamic" &&
    type !== "paneldynamic"
  ) {
    const rows = variables.flatMap((variable) =>
      variable.kind === "tick" ? [{ ...variable.option, estimate: tickShare(variable.name, columns, population) }] : [],
    );
    return { shape: "shares", multiple: true, ordered: false, rows };
  }
  if (first.kind === "category" && variables.filter(({ kind }) => kind === "category").length === 1) {
    return {
      shape: "shares",
      multiple: false,
      ordered: first.ordered,
      rows: categoryShares(first, columns, population),
    };
  }
  if (first.kind === "category")
    return gridShape(
      variables.filter((variable) => variable.kind === "category"),
      columns,
      population,
    );
  const numbers = variables.flatMap((variable) => (variable.kind === "number" ? [variable] : []));
  return numbersShape(numbers, columns, population);
}

function categoryShares(
  { name, values }: { name: string; values: readonly Omit<ShareRow, "estimate">[] },
  columns: Columns,
  population: Population,
): ShareRow[] {
  const counted = countedCategory(name, columns, population);
  return counted === null ? [] : sharesOfValues(values, counted);
}

/** A column of categories, counted; `null` where the study has none of that name. */
function countedCategory(
  name: string,
  columns: Columns,
  { design, domain }: Population,
): (CountedVariable & { readonly codes: readonly ChoiceCode[] }) | null {
  const column = columns.column(name);
  if (column?.kind !== "category") return null;
  const { codes, values } = column;
  return { codes, ...countedVariable({ codes: values, categories: codes.length }, design, domain) };
}

function sharesOfValues(
  values: readonly Omit<ShareRow, "estimate">[],
  { codes, sharesOfGroups }: NonNullable<ReturnType<typeof countedCategory>>,
): ShareRow[] {
  const found = sharesOfGroups([...codes.keys()], codes.length);
  return values.map(({ code, label }) => ({ code, label, estimate: found[codes.indexOf(code)] ?? noData }));
}

/** A matrix by its rows, whose columns are those of the first. */
function gridShape(
  rows: readonly Extract<Variable, { kind: "category" }>[],
  columns: Columns,
  population: Population,
): Extract<Shape, { shape: "grid" }> {
  const [first] = rows;
  const values = first?.values ?? [];
  const netOf = first?.ordered === true ? scaleEnds(values) : null;
  return {
    shape: "grid",
    columns: values,
    netOf,
    rows: rows.map((row) => {
      const counted = countedCategory(row.name, columns, population);
      const { name, label } = row;
      if (counted === null) return { name, label, shares: [], net: netOf === null ? null : noData };
      return {
        name,
        label,
        shares: sharesOfValues(row.values, counted),
        net: netOf === null ? null : scaleNet(netOf, counted),
      };
    }),
  };
}

function scaleNet(
  { codes: top, against: bottom, without }: ScaleEnds,
  { codes, meanOfScores }: NonNullable<ReturnType<typeof countedCategory>>,
): Estimate {
  const placesOf = (wanted: readonly ChoiceCode[]): number[] => wanted.map((code) => codes.indexOf(code));
  const ends = { top: placesOf(top), bottom: placesOf(bottom), without: placesOf(without) };
  return meanOfScores(netScores(codes.length, ends), "net");
}

function tickShare(name: string, columns: Columns, { design, domain }: Population): ShareRow["estimate"] {
  const column = columns.column(name);
  if (column?.kind !== "tick") return noData;
  const [, ticked = noData] = shares({ codes: column.values, categories: 2 }, design, domain);
  return ticked;
}

/** Responses of the domain. */
export function peopleIn({ rows }: Columns, domain: Uint8Array | null): number {
  return domain === null ? rows : sum(domain);
}

function sum(values: Uint8Array): number {
  let total = 0;
  for (let row = 0; row < values.length; row++) total += values[row] ?? 0;
  return total;
}
