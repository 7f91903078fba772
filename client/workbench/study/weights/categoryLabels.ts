import type { Scheme } from "../../../../server/weighting/weightingApi.ts";
import type { Codebook } from "../../../../surveys/codebook/codebook.ts";
import type { PageReader } from "../../reader.ts";

/** What a category of a margin is called. */
export type LabelOf = (margin: string, category: string) => string;

/**
 * Names categories as the questionnaire does where they are codes of its variables, each part of a crossed one; others
 * keep the name they have in the scheme.
 */
export function categoryLabels(
  { margins }: Pick<Scheme, "margins">,
  codebook: Codebook,
  { read }: Pick<PageReader, "read">,
): LabelOf {
  const variables = codebook.questions.flatMap((question) => question.variables);
  const labels = new Map(
    margins.map(({ name, variables: matched }) => [
      name,
      matched.map(({ variable }) => {
        const found = variables.find((each) => each.name === variable);
        const values = found?.kind === "category" ? found.values : [];
        return new Map(values.map(({ code, label }) => [String(code), read(label)]));
      }),
    ]),
  );
  return (margin, category) => {
    const known = labels.get(margin) ?? [];
    const parts = known.length > 1 ? category.split("|") : [category];
    return parts.map((part, place) => known[place]?.get(part) ?? part).join(" × ");
  };
}
