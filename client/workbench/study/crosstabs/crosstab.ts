import type { AnalysisAssociation, AnalysisResult, ComparedGroup } from "../../../../server/analysis/analysisApi.ts";
import { columnLetter } from "../../../../stats/crosstabs/columnLetter.ts";
import type { Estimate } from "../../../../stats/estimate.ts";
import type { LocalisedText } from "../../../../surveys/definition.ts";
import { claimOf } from "../../parts/result/claimsOf.ts";
import type { WantedClaim } from "../../parts/result/citing.ts";
import { crosstabsTexts } from "./crosstabsTexts.ts";

/** A table of a question by groups, before it is shown or saved. */
export interface Crosstab {
  readonly title: LocalisedText;
  /** What the columns are groups of. */
  readonly breakdown: LocalisedText;
  /** The last is all groups together, which has no letter. */
  readonly columns: readonly CrosstabColumn[];
  readonly blocks: readonly CrosstabBlock[];
}

/** A group of people. */
export interface CrosstabColumn {
  readonly label: LocalisedText;
  readonly letter: string | null;
}

/** Rows of the same people: a question, a row of a matrix, or all options of several. */
export interface CrosstabBlock {
  /** Of a row of a matrix; `null` where the table's title says it. */
  readonly label: LocalisedText | null;
  /** For each column the fewest and the most answers of its rows, which differ only where options were asked apart. */
  readonly sizes: readonly { readonly fewest: number; readonly most: number }[];
  readonly rows: readonly CrosstabRow[];
  /** One, or for options one each; none where nothing was tested. */
  readonly associations: readonly LabelledAssociation[];
}

/** A test with the words of what it is of. */
export interface LabelledAssociation extends AnalysisAssociation {
  readonly label: LocalisedText;
}

/** An answer, option, band or mean in every column. */
export interface CrosstabRow {
  readonly label: LocalisedText;
  readonly cells: readonly CrosstabCell[];
}

/** A group's number, and the letters of the groups it is significantly higher than. */
export interface CrosstabCell {
  readonly estimate: Estimate;
  readonly letters: readonly string[];
  /** What the number is, so that it can be cited. */
  readonly claim: WantedClaim;
}

const fewestShown = 30;

/** Whether a column of a block has too few answers to be read. */
export function isSmall({ fewest }: CrosstabBlock["sizes"][number]): boolean {
  return fewest < fewestShown;
}

/**
 * Makes the table of the answers to one or two requests: shares, and means of the same question behind them.
 *
 * @param results by the same breakdown.
 * @param hasOptions whether the items are options of several, which stand together.
 */
export function crosstabOf(results: readonly AnalysisResult[], hasOptions: boolean): Crosstab | null {
  const [main] = results;
  if (main === undefined) return null;
  const { title, breakdowns, groups } = main;
  return {
    title,
    breakdown: breakdowns[0]?.title ?? "",
    columns: groups.map(({ codes, labels }, place) =>
      codes.length === 0
        ? { label: crosstabsTexts.total, letter: null }
        : { label: labels[0] ?? "", letter: columnLetter(place) },
    ),
    blocks: variablesOf(main, hasOptions).map((names) => blockOf(names, results)),
  };
}

/** The variables that make a block each. */
function variablesOf({ items }: AnalysisResult, hasOptions: boolean): string[][] {
  const names = [...new Set(items.map(({ variable }) => variable?.name ?? ""))];
  return hasOptions ? [names] : names.map((name) => [name]);
}

function blockOf(names: readonly string[], results: readonly AnalysisResult[]): CrosstabBlock {
  const rows = results.flatMap((result) => rowsOf(names, result));
  const [main] = results;
  const labels = new Map(
    main?.items.map(({ variable, value }) => [
      variable?.name ?? "",
      (names.length > 1 ? value?.label : variable?.label) ?? "",
    ]),
  );
  const isWhole = names.length === labels.size;
  return {
    label: isWhole ? null : (labels.get(names[0] ?? "") ?? null),
    sizes: (main?.groups ?? []).map((_, column) => {
      const all = rows.map(({ cells }) => cells[column]?.estimate.n ?? 0);
      return { fewest: Math.min(...all), most: Math.max(...all) };
    }),
    rows,
    associations: (main?.tests?.associations ?? [])
      .filter(({ variable }) => names.includes(variable))
      .map((association) => ({ ...association, label: labels.get(association.variable) ?? "" })),
  };
}

function rowsOf(names: readonly string[], { items, estimates, tests, groups, request }: AnalysisResult): CrosstabRow[] {
  return items.flatMap(({ variable, value }, item) => {
    if (!names.includes(variable?.name ?? "")) return [];
    const label = value?.label ?? crosstabsTexts.meanRow;
    return {
      label,
      cells: groups.map(({ codes }, group) => ({
        estimate: estimates[item]?.[group]?.[0] ?? { kind: "not-estimable", reason: "no-data", n: 0 },
        letters: lettersOf(tests?.compared[item]?.[group]),
        claim: claimOf(request, { variable, value }, codes),
      })),
    };
  });
}

function lettersOf(compared: ComparedGroup | undefined): readonly string[] {
  return compared?.kind === "compared" ? compared.isHigherThan : [];
}
