import { columnLetter } from "../../stats/crosstabs/columnLetter.ts";
import { columnTests } from "../../stats/crosstabs/columnTests.ts";
import { cramersV } from "../../stats/crosstabs/cramersV.ts";
import { crossTable, type CrossTable } from "../../stats/crosstabs/crossTable.ts";
import { occupiedTable } from "../../stats/crosstabs/occupiedTable.ts";
import { raoScott } from "../../stats/crosstabs/raoScott.ts";
import type { Coded } from "../../stats/design.ts";
import type { ChoiceCode } from "../../surveys/definition.ts";
import { reading, type Reading } from "./alike.ts";
import type { AnalysisAssociation, AnalysisRequest, AnalysisTests, ComparedGroup } from "./analysisApi.ts";
import { bandsBreakdown, variableBreakdown, type Breakdown } from "./breakdowns.ts";
import type { MeasuredItem } from "./items.ts";
import type { OnAxis } from "./onAxis.ts";
import type { Subject } from "./subject.ts";

/** Rao and Scott's test grows with the third power of the cells. */
const mostCells = 400;

interface Tested {
  readonly variable: string;
  /** The place of a code among the table's rows. */
  readonly rowOf: (code: ChoiceCode) => number;
  readonly table: CrossTable;
}

/**
 * The tests of a crosstab, or `null` where the request is for something else: whether each variable goes together with
 * the breakdown, and which groups differ in which item.
 */
export function testsOf(
  {
    subject,
    items,
    breakdowns,
  }: { subject: Subject; items: readonly MeasuredItem[]; breakdowns: readonly Breakdown[] },
  { every, statistic = "shares", without = [], adjustment }: AnalysisRequest,
  onAxis: (reads: Reading) => OnAxis,
): AnalysisTests | null {
  const [breakdown] = breakdowns;
  if (breakdown === undefined || breakdowns.length > 1 || every !== undefined || statistic !== "shares") return null;
  const tables = rowsOfTables(subject, onAxis).map(({ name, values, coded, isOption, on }): Tested | null => {
    if (values.length * breakdown.values.length > mostCells) return null;
    const placeOf = (code: ChoiceCode): number => values.findIndex((value) => value.code === code);
    const rows = answeredOf(coded, without.map(placeOf));
    return {
      variable: name,
      rowOf: isOption ? () => 0 : placeOf,
      table: crossTable({ rows, columns: on.axis.time }, on.axis.design, on.domain),
    };
  });
  if (tables.length === 0) return null;
  const tested = tables.flatMap((each) => each ?? []);
  if (tested.length < tables.length) return null;
  return {
    associations: tested.map(associationOf),
    compared: items.map((item) => comparedGroups(item, { tested, adjustment, groups: breakdown.values.length })),
  };
}

/** What a table is made of for each variable of a subject, or for the bands of a scale. */
function rowsOfTables({ variables, score }: Subject, onAxis: (reads: Reading) => OnAxis): RowsOfTable[] {
  if (score !== null) {
    const on = onAxis(reading([score.name]));
    return [{ ...bandsBreakdown(score.name, score.instrument, on.columns), isOption: false, on }];
  }
  return variables.flatMap((variable) => {
    if (variable.kind === "number") return [];
    const on = onAxis(reading([variable.name]));
    return [{ ...variableBreakdown(variable, "", on.columns), isOption: variable.kind === "tick", on }];
  });
}

type RowsOfTable = Breakdown & { readonly isOption: boolean; readonly on: OnAxis };

/** Without the answers that are none here. */
function answeredOf({ codes, categories }: Coded, without: readonly number[]): Coded {
  if (without.length === 0) return { codes, categories };
  return { codes: codes.map((code) => (without.includes(code) ? -1 : code)), categories };
}

function associationOf({ variable, table }: Tested): AnalysisAssociation {
  const occupied = occupiedTable(table);
  if (occupied.kind === "not-estimable") return { variable, raoScott: occupied, cramersV: occupied };
  return { variable, raoScott: raoScott(occupied), cramersV: cramersV(occupied) };
}

function comparedGroups(
  { variable, value }: MeasuredItem,
  {
    tested,
    adjustment,
    groups,
  }: { tested: readonly Tested[]; adjustment: AnalysisRequest["adjustment"]; groups: number },
): ComparedGroup[] {
  const found = tested.find((each) => each.variable === variable?.name);
  if (found === undefined || value === null) return [];
  const tests = columnTests(found.table, found.rowOf(value.code), { adjustment });
  if (tests.kind === "not-estimable") return Array.from({ length: groups }, () => tests);
  return tests.columns.map((column, place) =>
    column.kind === "not-estimable"
      ? column
      : { kind: "compared", letter: columnLetter(place), isHigherThan: column.isHigherThan.map(columnLetter) },
  );
}
