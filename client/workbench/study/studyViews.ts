import type { ComponentType } from "preact";
import type { Translated } from "../../../surveys/language.ts";
import { later } from "../parts/later.tsx";
import type { StudyViewProps } from "./studyViewProps.ts";

/** What a researcher does with a study, in the order in which the parts of its page are grouped. */
export const viewGroups = {
  watch: { "zh-CN": "监测", en: "Watch" },
  analyse: { "zh-CN": "分析", en: "Analyse" },
  data: { "zh-CN": "数据", en: "Data" },
  study: { "zh-CN": "调查", en: "Study" },
} as const satisfies Record<string, Translated>;

/** A part of a study's page: its name in addresses, where it belongs, what it is called, and what shows it. */
export interface StudyView {
  readonly name: string;
  readonly group: keyof typeof viewGroups;
  /** What it was called in addresses that are about. */
  readonly formerName?: string;
  readonly title: Translated;
  readonly View: ComponentType<StudyViewProps>;
}

/** The parts of a study's page, in their order within each group; the first is shown where the address names none. */
export const studyViews: readonly StudyView[] = [
  {
    name: "overview",
    group: "watch",
    title: { "zh-CN": "概览", en: "Overview" },
    View: later(() => import("./overview/overviewView.tsx").then(({ OverviewView }) => OverviewView)),
  },
  {
    name: "trends",
    group: "watch",
    title: { "zh-CN": "趋势", en: "Trends" },
    View: later(() => import("./trends/trendsView.tsx").then(({ TrendsView }) => TrendsView)),
  },
  {
    name: "questions",
    group: "analyse",
    formerName: "results",
    title: { "zh-CN": "题目", en: "Questions" },
    View: later(() => import("./questions/questionsView.tsx").then(({ QuestionsView }) => QuestionsView)),
  },
  {
    name: "crosstabs",
    group: "analyse",
    title: { "zh-CN": "交叉表", en: "Crosstabs" },
    View: later(() => import("./crosstabs/crosstabsView.tsx").then(({ CrosstabsView }) => CrosstabsView)),
  },
  {
    name: "compare",
    group: "analyse",
    title: { "zh-CN": "比较", en: "Compare" },
    View: later(() => import("./compare/compareView.tsx").then(({ CompareView }) => CompareView)),
  },
  {
    name: "scales",
    group: "analyse",
    title: { "zh-CN": "量表", en: "Scales" },
    View: later(() => import("./scales/scalesView.tsx").then(({ ScalesView }) => ScalesView)),
  },
  {
    name: "rumours",
    group: "analyse",
    title: { "zh-CN": "谣言", en: "Rumours" },
    View: later(() => import("./rumours/rumoursView.tsx").then(({ RumoursView }) => RumoursView)),
  },
  {
    name: "needs",
    group: "analyse",
    title: { "zh-CN": "需求", en: "Needs" },
    View: later(() => import("./needs/needsView.tsx").then(({ NeedsView }) => NeedsView)),
  },
  {
    name: "texts",
    group: "analyse",
    title: { "zh-CN": "开放题", en: "Open texts" },
    View: later(() => import("./texts/textsView.tsx").then(({ TextsView }) => TextsView)),
  },
  {
    name: "figures",
    group: "analyse",
    title: { "zh-CN": "图表", en: "Figures" },
    View: later(() => import("./figures/figuresView.tsx").then(({ FiguresView }) => FiguresView)),
  },
  {
    name: "claims",
    group: "analyse",
    title: { "zh-CN": "可核数字", en: "Claims" },
    View: later(() => import("./claims/claimsView.tsx").then(({ ClaimsView }) => ClaimsView)),
  },
  {
    name: "reports",
    group: "analyse",
    title: { "zh-CN": "报告", en: "Reports" },
    View: later(() => import("./reports/reportsView.tsx").then(({ ReportsView }) => ReportsView)),
  },
  {
    name: "quality",
    group: "data",
    title: { "zh-CN": "质量", en: "Quality" },
    View: later(() => import("./quality/qualityView.tsx").then(({ QualityView }) => QualityView)),
  },
  {
    name: "problems",
    group: "data",
    title: { "zh-CN": "数据问题", en: "Problems" },
    View: later(() => import("./problems/problemsView.tsx").then(({ ProblemsView }) => ProblemsView)),
  },
  {
    name: "weights",
    group: "data",
    title: { "zh-CN": "加权", en: "Weights" },
    View: later(() => import("./weights/weightsView.tsx").then(({ WeightsView }) => WeightsView)),
  },
  {
    name: "records",
    group: "data",
    title: { "zh-CN": "记录", en: "Records" },
    View: later(() => import("./records/recordsView.tsx").then(({ RecordsView }) => RecordsView)),
  },
  {
    name: "export",
    group: "data",
    title: { "zh-CN": "导出数据", en: "Export" },
    View: later(() => import("./exportView.tsx").then(({ ExportView }) => ExportView)),
  },
  {
    name: "questionnaire",
    group: "study",
    title: { "zh-CN": "问卷", en: "Questionnaire" },
    View: later(() =>
      import("./questionnaire/questionnaireView.tsx").then(({ QuestionnaireView }) => QuestionnaireView),
    ),
  },
  {
    name: "fielding",
    group: "study",
    title: { "zh-CN": "投放与渠道", en: "Fielding" },
    View: later(() => import("./fielding/fieldingView.tsx").then(({ FieldingView }) => FieldingView)),
  },
];
