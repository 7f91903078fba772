import { isDocument, type Plain } from "./bson.ts";
import { checkFilter } from "./checkFilter.ts";
import { codes, StoreError } from "./errors.ts";

/**
 * Refuses a question that MongoDB would refuse for its form. Writes are checked item by item where they are done.
 *
 * @throws {StoreError} naming what is wrong with it.
 */
export function checkCommand(name: string, command: Plain): void {
  checks[name]?.(command);
}

const checks: Readonly<Record<string, (command: Plain) => void>> = {
  find(command) {
    checkAmounts(command, ["skip", "limit", "batchSize"]);
    checkSort(command["sort"]);
    checkFilter(command["filter"] ?? {});
  },
  count(command) {
    checkAmounts(command, ["skip"]);
    checkFilter(command["query"] ?? {});
  },
  distinct({ key, query }) {
    if (typeof key !== "string" || key === "") throw new StoreError(codes.typeMismatch, "distinct needs a path as key");
    checkFilter(query ?? {});
  },
  findAndModify: checkFindAndModify,
  findandmodify: checkFindAndModify,
  aggregate({ pipeline }) {
    if (!Array.isArray(pipeline)) throw new StoreError(codes.typeMismatch, "A pipeline has to be a list");
    pipeline.forEach(checkStage);
  },
};

function checkAmounts(command: Plain, names: readonly string[]): void {
  for (const name of names) {
    const amount = command[name] ?? 0;
    if (typeof amount !== "number" || amount < 0)
      throw new StoreError(codes.amount, `${name} has to be a number, 0 or greater`);
  }
}

function checkSort(sort: unknown): void {
  if (sort === undefined) return;
  if (!isDocument(sort)) throw new StoreError(codes.typeMismatch, "A sort has to be a document");
  for (const [path, direction] of Object.entries(sort)) {
    if (path === "" || (direction !== 1 && direction !== -1))
      throw new StoreError(codes.sortDirection, `A sort names paths, each with 1 or -1: '${path}' is not so`);
  }
}

function checkFindAndModify(command: Plain): void {
  const { query, sort, remove, update, upsert } = command;
  checkFilter(query ?? {});
  checkSort(sort);
  const changes = update !== undefined || upsert === true || command["new"] === true;
  if (changes === (remove === true))
    throw new StoreError(
      codes.failedToParse,
      "findAndModify takes either an update or remove, with what belongs to it",
    );
}

/** What the stages need, with MongoDB's code for each. A document is asked for where nothing else is said. */
const stages: Readonly<Record<string, (wanted: unknown) => number | null>> = {
  $limit: (wanted) => (typeof wanted === "number" && wanted > 0 ? null : 15_958),
  $skip: (wanted) => (typeof wanted === "number" && wanted >= 0 ? null : 15_956),
  $count: (wanted) => (typeof wanted === "string" && /^[^$.][^.]*$/.test(wanted) ? null : 40_156),
  $unwind: (wanted) => {
    const path = isDocument(wanted) ? wanted["path"] : wanted;
    return typeof path === "string" && path.startsWith("$") ? null : 28_818;
  },
  $project: (wanted) => (isDocument(wanted) && Object.keys(wanted).length > 0 ? null : 51_272),
  $addFields: (wanted) => (isDocument(wanted) ? null : 40_272),
  $group: groupFault,
};

function checkStage(stage: unknown): void {
  const [[name, wanted] = [], ...others] = isDocument(stage) ? Object.entries(stage) : [];
  if (name === undefined || others.length > 0)
    throw new StoreError([40_323, "Location40323"], "A stage has exactly one member");
  if (name === "$match") checkFilter(wanted);
  if (name === "$sort") checkSort(wanted);
  const fault = stages[name]?.(wanted) ?? null;
  if (fault !== null) throw new StoreError([fault, `Location${fault}`], `The stage ${name} cannot take this value`);
}

function groupFault(wanted: unknown): number | null {
  if (!isDocument(wanted)) return 15_947;
  const { _id, ...outputs } = wanted;
  if (_id === undefined) return 15_955;
  for (const [name, accumulator] of Object.entries(outputs)) {
    if (name.includes(".")) return 40_235;
    if (!isDocument(accumulator)) return 40_234;
    if (Object.keys(accumulator).length !== 1) return 40_238;
  }
  return null;
}
