import { estimateQuestions } from "../../server/estimates/estimateStudy.ts";
import type { Column, Columns } from "../../stats/columns.ts";
import { createDesign } from "../../stats/design.ts";
import type { Codebook } from "../../surveys/codebook/codebook.ts";
import { figure, heading, medianMs, shown } from "./report.ts";
import { codebook, columnsOf, type Subject } from "./subject.ts";

const rows = 10_000_000;
const mostColumns = 45;

/** Ten million rows of 45 columns: that they fit, and what every question of them takes. */
export async function benchManyRows(subject: Subject, rounds: number): Promise<void> {
  heading(`Every question of ${shown(rows)} weighted rows of ${mostColumns} columns`);
  const responses = await subject.responses();
  const few = columnsOf(responses, responses.length);
  const asked = questionsOf(mostColumns, few);
  const before = process.memoryUsage().arrayBuffers;
  const columns = repeated(few, asked);
  const design = createDesign({ rows, weights: many(few.weight) });
  const bytes = process.memoryUsage().arrayBuffers - before;
  figure("columns and weights", shown(bytes / 2 ** 20, "MB"), `${shown(bytes / rows)} bytes a row`);
  const taken = await medianMs(rounds, () => estimateQuestions(asked, columns, { design, domain: null }));
  figure(
    `every question with 95% intervals, ${asked.questions.length} questions`,
    shown(taken, "ms"),
    `${shown((taken * 1e6) / rows / mostColumns)} ns a row and column`,
  );
}

/** The first closed questions of the demonstration study that together have so many columns. */
function questionsOf(wanted: number, columns: Columns): Codebook {
  let left = wanted;
  const questions = codebook.questions.filter(({ variables }) => {
    const areClosed = variables.every(({ name }) =>
      ["category", "tick"].includes(columns.column(name)?.kind ?? "text"),
    );
    if (!areClosed || variables.length > left) return false;
    left -= variables.length;
    return true;
  });
  return { ...codebook, questions, scores: [] };
}

function repeated(few: Columns, { questions }: Codebook): Columns {
  const names = questions.flatMap(({ variables }) => variables.map(({ name }) => name));
  const known = new Map<string, Column>();
  for (const name of names) {
    const column = few.column(name);
    if (column?.kind === "category") known.set(name, { ...column, values: many(column.values) });
    if (column?.kind === "tick") known.set(name, { ...column, values: many(column.values) });
  }
  const none = { days: [], day: new Int32Array(0), weight: new Float64Array(0) };
  return { rows, revision: 1, ...none, column: (name) => known.get(name) };
}

function many<Values extends Int8Array | Int16Array | Float64Array>(values: Values): Values {
  const longer = new (values.constructor as new (length: number) => Values)(rows);
  for (let row = 0; row < rows; row++) longer[row] = values[row % values.length] ?? 0;
  return longer;
}
