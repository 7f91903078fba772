import { breakdownNamed } from "../analysis/breakdowns.ts";
import { checkCondition } from "../analysis/checkCondition.ts";
import { refusal } from "../analysis/refusal.ts";
import type { ColumnsReadModel } from "../estimates/columnsReadModel.ts";
import { studyCodebook } from "../estimates/studyCodebook.ts";
import type { QuestionnaireStore } from "../fielding/questionnaireStore.ts";
import { Problem } from "../problem.ts";
import type { Indicator } from "./indicatorsApi.ts";
import type { IndicatorStore } from "./indicatorStore.ts";

/** Keeps and finds what a study is watched for. */
export type Indicators = ReturnType<typeof createIndicators>;

/** More on one page hide each other, and each makes the adjustment over all of them harder to pass. */
const mostIndicators = 20;
const mostAreas = 200;

/** Makes the procedure by which indicators are checked against their study and kept. */
export function createIndicators({
  store,
  columns,
  questionnaires,
}: {
  store: IndicatorStore;
  columns: ColumnsReadModel;
  questionnaires: QuestionnaireStore;
}) {
  const check = async ({ study, of, among, areas }: Indicator): Promise<void> => {
    const found = await columns.columnsOf(study);
    checkCondition(of, found, "of");
    if (among !== null) checkCondition(among, found, "among");
    if (areas === null) return;
    const codebook = studyCodebook(await questionnaires.versions(study), found);
    const { values } = breakdownNamed(areas, { codebook, columns: found, path: "areas" });
    if (values.length > mostAreas) throw tooManyAreas(values.length);
  };

  return {
    list: (study: string): Promise<Indicator[]> => store.list(study),

    /**
     * Keeps an indicator, new or in place of one of its name.
     *
     * @throws {Problem} `invalid-parameter` naming the part that the study cannot answer.
     */
    async put(indicator: Indicator): Promise<{ isNew: boolean }> {
      await check(indicator);
      const others = (await store.list(indicator.study)).filter((other) => other.indicator !== indicator.indicator);
      if (others.length >= mostIndicators) throw tooMany();
      return { isNew: await store.put(indicator) };
    },

    /**
     * Forgets an indicator.
     *
     * @throws {Problem} `not-found`.
     */
    async remove(study: string, indicator: string): Promise<void> {
      if (!(await store.remove(study, indicator))) throw new Problem("not-found", [unknownIndicator]);
    },
  };
}

function tooMany(): Problem {
  return refusal("indicator", "too-many-indicators", {
    "zh-CN": `一项调查最多 ${mostIndicators} 个指标`,
    en: `The most indicators of a study is ${mostIndicators}`,
  });
}

function tooManyAreas(areas: number): Problem {
  return refusal("areas", "too-many-areas", {
    "zh-CN": `这个变量有 ${areas} 个地区，最多 ${mostAreas} 个`,
    en: `The variable has ${areas} areas; the most is ${mostAreas}`,
  });
}

const unknownIndicator = {
  field: "indicator",
  code: "unknown-indicator",
  message: { "zh-CN": "没有这个指标", en: "There is no such indicator" },
};
