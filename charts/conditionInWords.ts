import type { Condition } from "../server/estimates/conditions.ts";
import type { Codebook, Variable } from "../surveys/codebook/codebook.ts";
import type { LocalisedText } from "../surveys/definition.ts";
import type { Language, Translated } from "../surveys/language.ts";
import type { Reader } from "./figure.ts";
import { formatDay, formatNumber } from "./format.ts";
import { methodWords } from "./methodWords.ts";

/** What is said of an option that was ticked. */
export const chosenWord: Translated = { "zh-CN": "已选", en: "Chosen" };

/** A condition as the reader would say it: `Sex: Female; Province: Zhejiang / Shanghai`. */
export function conditionInWords(condition: Condition, codebook: Codebook, reader: Reader): string {
  const { language, read } = reader;
  const semicolon = language === "zh-CN" ? "；" : "; ";
  switch (condition.kind) {
    case "code": {
      const { title, variable } = found(condition.variable, codebook);
      const labels = condition.codes.map((code) => {
        const values = variable?.kind === "category" ? variable.values : [];
        return read(values.find((value) => value.code === code)?.label ?? String(code));
      });
      // A row of a matrix has words of its own, without which the question says nothing.
      const row = variable === undefined || read(variable.label) === read(title) ? "" : ` – ${read(variable.label)}`;
      return withAnswer(`${read(title)}${row}`, labels.join(" / "), language);
    }
    case "ticked": {
      const { title, variable } = found(condition.variable, codebook);
      return withAnswer(`${read(title)} – ${read(variable?.label ?? "")}`, chosenWord[language], language);
    }
    case "number": {
      const { title } = found(condition.variable, codebook);
      return withAnswer(
        read(title),
        `${formatNumber(condition.from, language)}–${formatNumber(condition.to, language)}`,
        language,
      );
    }
    case "days":
      return `${formatDay(condition.from, language)} – ${formatDay(condition.to, language)}`;
    case "not":
      return `${methodWords.not[language]} (${conditionInWords(condition.of, codebook, reader)})`;
    case "all":
    case "any": {
      const parts = condition.of.map((each) => conditionInWords(each, codebook, reader));
      return parts.join(condition.kind === "all" ? semicolon : ` ${methodWords.or[language]} `);
    }
  }
}

/** A question with its answer: behind a colon, unless a question mark stands there already. */
export function withAnswer(question: string, answer: string, language: Language): string {
  if (question.endsWith("？")) return `${question}${answer}`;
  if (question.endsWith("?")) return `${question} ${answer}`;
  return `${question}${language === "zh-CN" ? "：" : ": "}${answer}`;
}

/** A variable and the words of its question; a score, which no question has, goes by its instrument. */
function found(
  name: string,
  { questions, scores }: Codebook,
): { title: LocalisedText; variable: Variable | undefined } {
  for (const { title, variables } of questions) {
    const variable = variables.find((each) => each.name === name);
    if (variable !== undefined) return { title, variable };
  }
  return { title: scores.find((score) => score.name === name)?.title ?? name, variable: undefined };
}
