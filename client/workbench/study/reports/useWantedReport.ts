import type { ReportList, TemplateSummary } from "../../../../server/reports/reportsApi.ts";
import { languages, type Language } from "../../../../surveys/language.ts";
import { useAddressQuery } from "../../useAddressQuery.ts";

/** Which report is looked at. */
export interface WantedReport {
  readonly template: TemplateSummary;
  readonly language: Language;
  /** Empty for the last day with answers. */
  readonly day: string;
  /** Empty for the study's own. */
  readonly weight: string;
}

/** Changes members of what is wanted; a template by its name, empty for what is usual. */
export type ChangeReport = (change: Partial<Record<"template" | "language" | "day" | "weight", string>>) => void;

const names = { template: "template", language: "in", day: "day", weight: "weight" } as const;

/**
 * The report that the address names, the daily brief in the reader's language where it names none.
 *
 * @throws {RangeError} without any template, which no study is.
 */
export function useWantedReport(
  { templates }: ReportList,
  readers: Language,
): { wanted: WantedReport; change: ChangeReport } {
  const { query, change } = useAddressQuery();
  const [first] = templates;
  const template = templates.find((each) => each.template === query.get(names.template)) ?? first;
  if (template === undefined) throw new RangeError("every study has the templates that come with the product");
  return {
    wanted: {
      template,
      language: languages.find((each) => each === query.get(names.language)) ?? readers,
      day: query.get(names.day) ?? "",
      weight: query.get(names.weight) ?? "",
    },
    change(changed) {
      const members = Object.entries(changed).map(([name, value]) => [
        names[name as keyof typeof names],
        value === "" ? [] : [value],
      ]);
      change(Object.fromEntries(members) as Record<string, string[]>);
    },
  };
}
