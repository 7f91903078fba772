import { createDesign } from "../../stats/design.ts";
import { estimateQuestions } from "../../server/estimates/estimateStudy.ts";
import type { StudyColumns } from "../../server/estimates/studyColumns.ts";
import { figure, heading, medianMs, shown } from "./report.ts";
import { codebook, columnsOf, type Subject } from "./subject.ts";

/** Every question's estimates, beside a loop that only adds up the weights of each code. */
export async function benchEstimates(subject: Subject, rounds: number): Promise<void> {
  heading("Estimates of every question and score, with 95% intervals");
  const responses = await subject.responses();
  for (const rows of [responses.length, 1_000_000]) {
    const columns = columnsOf(responses, rows);
    const times = rows === responses.length ? Math.max(rounds, 9) : rounds;
    const loop = await medianMs(times, () => addUp(columns));
    for (const [name, weights] of [
      ["unweighted", null],
      ["weighted", columns.weight],
    ] as const) {
      const design = createDesign({ rows, weights });
      const all = (): unknown => estimateQuestions(codebook, columns, { design, domain: null });
      all();
      const taken = await medianMs(times, all);
      const questions = codebook.questions.length + codebook.scores.length;
      figure(
        `${shown(rows)} responses, ${questions} questions, ${name}`,
        shown(taken, "ms"),
        `${shown((taken * 1000) / questions)} µs a question, ${shown(taken / loop)} times the loop`,
      );
    }
    figure(`  a loop over the same typed arrays`, shown(loop, "ms"));
  }
}

/** The least any estimate could do: one pass over each column of codes. */
function addUp(columns: StudyColumns): number {
  let anything = 0;
  for (const { variables } of codebook.questions) {
    for (const { name } of variables) {
      const column = columns.column(name);
      if (column?.kind === "category") anything += weightOfCodes(column.values, columns.weight);
      else if (column?.kind === "tick") anything += weightOfTicks(column.values, columns.weight);
    }
  }
  return anything;
}

function weightOfCodes(codes: Int16Array, weights: Float64Array): number {
  const sums = new Float64Array(1_024);
  for (let row = 0; row < codes.length; row++) {
    const place = (codes[row] ?? -1) + 1;
    sums[place] = (sums[place] ?? 0) + (weights[row] ?? 0);
  }
  return sums[1] ?? 0;
}

function weightOfTicks(ticks: Int8Array, weights: Float64Array): number {
  const sums = new Float64Array(3);
  for (let row = 0; row < ticks.length; row++) {
    const place = (ticks[row] ?? -1) + 1;
    sums[place] = (sums[place] ?? 0) + (weights[row] ?? 0);
  }
  return sums[2] ?? 0;
}
