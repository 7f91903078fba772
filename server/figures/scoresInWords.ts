import type { Reader } from "../../charts/figure.ts";
import type { Codebook } from "../../surveys/codebook/codebook.ts";

/**
 * What was asked for scores, in its own words: `GAD-7: Over the last 2 weeks, how often …? – Feeling nervous / …`.
 *
 * @param names of variables; those that are no scores are passed over.
 */
export function scoresInWords(names: readonly string[], codebook: Codebook, { language, read }: Reader): string[] {
  const colon = language === "zh-CN" ? "：" : ": ";
  return codebook.scores
    .filter(({ name }) => names.includes(name))
    .map(({ title, items }) => {
      const asked = codebook.questions.flatMap((question) => {
        const rows = question.variables.filter(({ name }) => items.includes(name)).map(({ label }) => read(label));
        const stem = read(question.title);
        if (rows.length === 0) return [];
        return rows.length === 1 && rows[0] === stem ? [stem] : [`${stem} – ${rows.join(" / ")}`];
      });
      return `${title}${colon}${asked.join(" / ")}`;
    });
}
