import { figure, heading, medianMs, shown } from "./report.ts";
import { columnsOf, type Subject } from "./subject.ts";

/** Columns built from the store, and from responses that are in memory already. */
export async function benchColumns(subject: Subject, rounds: number): Promise<void> {
  heading("Columns of the demonstration study");
  const responses = await subject.responses();
  const fromStore = await medianMs(rounds, async () => {
    const services = await subject.open();
    await services.columns.columnsOf(subject.study);
    await services.close();
  });
  const opening = await medianMs(rounds, async () => (await subject.open()).close());
  report(`from the store, ${shown(responses.length)} responses`, fromStore - opening, responses.length);
  const few = await medianMs(rounds, () => columnsOf(responses, responses.length));
  report(`from memory, ${shown(responses.length)} responses`, few, responses.length);
  const many = await medianMs(1, () => columnsOf(responses, 1_000_000));
  report("from memory, 1,000,000 responses (synthetic, not through the store)", many, 1_000_000);
}

function report(what: string, milliseconds: number, rows: number): void {
  figure(what, shown(milliseconds, "ms"), `${shown((milliseconds * 1000) / rows)} µs a response`);
}
