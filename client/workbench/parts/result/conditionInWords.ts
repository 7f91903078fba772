import type { WantedAnalysis } from "../../useAnalysis.ts";
import { formatDay, formatNumber } from "../../../../charts/format.ts";
import type { Codebook, Variable } from "../../../../surveys/codebook/codebook.ts";
import type { LocalisedText } from "../../../../surveys/definition.ts";
import type { PageReader } from "../../reader.ts";
import { lensTexts } from "../../study/lens/lensTexts.ts";
import { resultWords } from "./resultWords.ts";

type Condition = NonNullable<WantedAnalysis["filter"]>;

/** A condition as the reader would say it: `Sex: Female; Province: Zhejiang / Shanghai`. */
export function conditionInWords(condition: Condition, codebook: Codebook, reader: PageReader): string {
  const { language, read } = reader;
  switch (condition.kind) {
    case "code": {
      const { title, variable } = found(condition.variable, codebook);
      const labels = condition.codes.map((code) => {
        const values = variable?.kind === "category" ? variable.values : [];
        return read(values.find((value) => value.code === code)?.label ?? String(code));
      });
      return `${read(title)}: ${labels.join(" / ")}`;
    }
    case "ticked": {
      const { title, variable } = found(condition.variable, codebook);
      return `${read(title)} – ${read(variable?.label ?? "")}: ${lensTexts.chosen[language]}`;
    }
    case "number": {
      const { title } = found(condition.variable, codebook);
      return `${read(title)}: ${formatNumber(condition.from, language)}–${formatNumber(condition.to, language)}`;
    }
    case "days":
      return `${formatDay(condition.from, language)} – ${formatDay(condition.to, language)}`;
    case "not":
      return `${resultWords.not[language]} (${conditionInWords(condition.of, codebook, reader)})`;
    case "all":
    case "any": {
      const parts = condition.of.map((each) => conditionInWords(each, codebook, reader));
      return parts.join(condition.kind === "all" ? "; " : ` ${resultWords.or[language]} `);
    }
  }
}

/** A variable and the words of its question; a score, which no question has, goes by its name. */
function found(name: string, { questions }: Codebook): { title: LocalisedText; variable: Variable | undefined } {
  for (const { title, variables } of questions) {
    const variable = variables.find((each) => each.name === name);
    if (variable !== undefined) return { title, variable };
  }
  return { title: name, variable: undefined };
}
