import { readJson } from "../../fielding/json/readJson.ts";
import { figureContent, type FigureContent } from "../../figures/figuresApi.ts";
import { answerLimits } from "../../http/body.ts";
import { faultsOf } from "../../http/faults.ts";
import { Problem, type FieldFault } from "../../problem.ts";

/**
 * The JSON of a figure, read as strictly as a body of the same content, or what is wrong with it.
 *
 * @throws {Error} what is no fault of the text.
 */
export function describedFigure(text: string): { content: FigureContent } | { faults: readonly FieldFault[] } {
  try {
    const outcome = figureContent.safeParse(readJson(Buffer.from(text), answerLimits));
    return outcome.success ? { content: outcome.data } : { faults: faultsOf(outcome.error) };
  } catch (error) {
    if (error instanceof Problem) return { faults: error.faults.length > 0 ? error.faults : [tooLarge] };
    throw error;
  }
}

const tooLarge: FieldFault = {
  field: "JSON",
  code: "too-large",
  message: { "zh-CN": "内容太大", en: "This is too large" },
};
