import { cohensKappa } from "../../stats/agreement/cohensKappa.ts";
import { krippendorffAlpha } from "../../stats/agreement/krippendorffAlpha.ts";
import type { Coded as CodedValues } from "../../stats/design.ts";
import type { StudyColumns } from "../estimates/studyColumns.ts";
import type { CodeFrames } from "./codeFrames.ts";
import type { CodingAgreement, Theme, ThemeAgreement } from "./textsApi.ts";
import type { Coding, TextsStore } from "./textsStore.ts";
import { verdictByHand, type ThemedColumns } from "./themeColumns.ts";

/** Compares coders. */
export type CodingAgreementOf = ReturnType<typeof createCodingAgreement>;

/** Makes the comparison of those who coded a question's newest sample, and of its themes' terms with them. */
export function createCodingAgreement({
  store,
  columns,
  codeFrames,
}: {
  store: TextsStore;
  columns: ThemedColumns;
  codeFrames: CodeFrames;
}) {
  return async (study: string, question: string): Promise<CodingAgreement> => {
    const sample = await store.newestSample(study, question);
    const { frame, codings } = await codeFrames.codedOf(study);
    const takes = codings.get(question) ?? new Map<string, readonly Coding[]>();
    const columnsNow = await columns.columnsOf(study);
    const responses = sample?.responses ?? [];
    const coders = [
      ...new Set(responses.flatMap((response) => (takes.get(response) ?? []).map(({ coder }) => coder))),
    ].sort();
    const themes = await Promise.all(
      frame.themes
        .filter((theme) => theme.question === question)
        .map(async (theme) => {
          const byTerms = byRow(await columns.byTerms(study, theme.name), columnsNow, responses);
          return themeAgreement(theme, { coders, responses, takes, byTerms });
        }),
    );
    return { study, question, coders, themes };
  };
}

function themeAgreement(
  { name, label, terms }: Theme,
  {
    coders,
    responses,
    takes,
    byTerms,
  }: {
    coders: readonly string[];
    responses: readonly string[];
    takes: ReadonlyMap<string, readonly Coding[]>;
    byTerms: CodedValues;
  },
): ThemeAgreement {
  const coded = (codeOf: (of: readonly Coding[]) => number): CodedValues => ({
    codes: Int8Array.from(responses, (response) => codeOf(takes.get(response) ?? [])),
    categories: 2,
  });
  const each = coders.map((coder) =>
    coded((of) => {
      const take = of.find((one) => one.coder === coder);
      return take?.offered.includes(name) === true ? Number(take.themes.includes(name)) : -1;
    }),
  );
  const [one, other] = each;
  return {
    theme: name,
    label,
    alpha: krippendorffAlpha(each),
    kappa: one !== undefined && other !== undefined && each.length === 2 ? cohensKappa({ one, other }) : null,
    terms:
      terms.length === 0 ? null : cohensKappa({ one: byTerms, other: coded((of) => verdictByHand(name, of) ?? -1) }),
  };
}

function byRow(verdicts: Int8Array, { id }: StudyColumns, responses: readonly string[]): CodedValues {
  const wanted = new Map(responses.map((response, place) => [response, place]));
  const codes = new Int8Array(responses.length).fill(-1);
  for (let row = 0; row < verdicts.length; row++) {
    const place = wanted.get(id[row] ?? "");
    if (place !== undefined) codes[place] = verdicts[row] ?? -1;
  }
  return { codes, categories: 2 };
}
