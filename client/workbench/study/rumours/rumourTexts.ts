import type { NotFitted } from "../../../../stats/regression/regression.ts";
import type { Translated } from "../../../../surveys/language.ts";

/** What the page of rumours says. */
export const rumourTexts = {
  questions: { "zh-CN": "听说题与相信题", en: "What was heard, and what is believed" },
  none: { "zh-CN": "这份问卷没有成对的听说题与相信题", en: "No questions of hearing and believing go together here" },
  noneNote: {
    "zh-CN": "需要一道逐条询问是否听说的题，以及对每一条的追问，或行编码相同的另一道题。",
    en: "It takes a question of what was heard, claim by claim, and for each a follow-up or a row with the same code.",
  },
  choose: { "zh-CN": "请选择题目", en: "Choose the questions" },
  chooseNote: {
    "zh-CN": "没有明显的谣言题；请在上面选择。",
    en: "None of them is plainly about rumours: choose above which are meant.",
  },
  heardIf: { "zh-CN": "算作“听说过”的回答", en: "Answers that count as heard" },
  believesIf: { "zh-CN": "算作“相信”的回答", en: "Answers that count as believing" },
  by: { "zh-CN": "分组", en: "By group" },
  noGroups: { "zh-CN": "不分组", en: "No groups" },
  spread: { "zh-CN": "谁听说，谁相信", en: "Who heard, who believes" },
  spreadNote: {
    "zh-CN": "条形为全体：深色为听说且相信，浅色为听说而不相信或不确定，其余未听说。",
    en: "Bars are of everyone: those who heard and believe, then those who heard and do not; the rest did not hear.",
  },
  claim: { "zh-CN": "说法", en: "Claim" },
  heard: { "zh-CN": "听说过（占全体）", en: "Heard (of all)" },
  believesOfAll: { "zh-CN": "相信（占全体）", en: "Believes (of all)" },
  believesOfHeard: { "zh-CN": "相信（占听说者）", en: "Believes (of those who heard)" },
  believes: { "zh-CN": "听说且相信", en: "Heard and believes" },
  doubts: { "zh-CN": "听说，不相信或不确定", en: "Heard, does not believe or is unsure" },
  measure: { "zh-CN": "指标", en: "Measure" },
  groups: { "zh-CN": "分组比较", en: "By group" },
  groupsNote: {
    "zh-CN": "差异未作检验；请看区间。",
    en: "Differences are not tested here; look at the intervals.",
  },
  together: { "zh-CN": "合计", en: "All" },
  baseAll: { "zh-CN": "回答了听说题的人", en: "Those who answered whether they heard it" },
  contrast: { "zh-CN": "相信者与不相信者的差异", en: "How those who believe differ from those who do not" },
  contrastNote: {
    "zh-CN":
      "只比较被问到是否相信的人。这里只说明两者相关，不说明谁导致谁：焦虑的人可能更易相信，相信也可能使人焦虑，或另有原因。",
    en: "Only those who were asked whether they believe it are compared. This is association and does not show which causes which: anxious people may believe more easily, believing may make anxious, or something else may do both.",
  },
  outcome: { "zh-CN": "比较什么", en: "Outcome" },
  noOutcome: { "zh-CN": "没有可比较的得分或数值", en: "There is no score or number to compare" },
  fixed: { "zh-CN": "保持相同（调整）", en: "Held fixed (adjusted for)" },
  addFixed: { "zh-CN": "添加变量", en: "Add a variable" },
  chooseVariable: { "zh-CN": "选择…", en: "Choose…" },
  nothingFixed: { "zh-CN": "未调整", en: "nothing" },
  remove: { "zh-CN": "移除", en: "Remove" },
  unadjusted: { "zh-CN": "未调整", en: "As it is" },
  adjusted: { "zh-CN": "调整后", en: "Adjusted" },
  difference: { "zh-CN": "均值差（分）", en: "Difference of means (points)" },
  meanOfBelievers: { "zh-CN": "相信者均值", en: "Mean, believes" },
  meanOfOthers: { "zh-CN": "不相信者均值", en: "Mean, does not" },
  standardised: { "zh-CN": "标准化差", en: "Standardised difference" },
  oddsRatio: { "zh-CN": "筛查阳性的比值比", en: "Odds ratio of a positive screen" },
  oddsRatioOther: { "zh-CN": "比值比", en: "Odds ratio" },
  pValue: { "zh-CN": "p（Holm 校正）", en: "p (Holm)" },
  lost: { "zh-CN": "调整变量未答", en: "without an adjusting answer" },
  fewEvents: {
    "zh-CN": "每个系数不足 10 例，比值比可能偏离 1 过远",
    en: "fewer than 10 events a coefficient: may be too far from 1",
  },
  countedTogether: {
    "zh-CN": "人数不足 30 的类别已合并：",
    en: "Categories with fewer than 30 people were counted together: ",
  },
  inWords: { "zh-CN": "用文字说", en: "In words" },
  statistic: {
    "zh-CN": "均值差（设计 t 检验）、标准化差、比值比；调整后来自线性与逻辑回归",
    en: "Difference of means by the design’s t test, standardised difference, odds ratio; adjusted by linear and logistic regression",
  },
  holmNote: {
    "zh-CN": "p 值已按说法条数作 Holm 校正。",
    en: "p values are adjusted for the number of claims, by Holm’s method.",
  },
  baseAsked: { "zh-CN": "被问到是否相信、且有得分的人", en: "Those asked whether they believe it, with a score" },
  tooFew: { "zh-CN": "回答太少", en: "too few answers" },
} as const satisfies Record<string, Translated>;

/** Why there is no comparison. */
export const noFitWords: Readonly<Record<NotFitted["reason"] | "no-variance", Translated>> = {
  "no-data": { "zh-CN": "缺少一组", en: "one group is empty" },
  "n-too-small": { "zh-CN": "回答太少", en: "too few answers" },
  "lonely-psu": { "zh-CN": "某层只有一个抽样单元", en: "a stratum has one sampling unit" },
  "outcome-constant": { "zh-CN": "所有人结果相同", en: "all have the same outcome" },
  collinear: { "zh-CN": "变量共线", en: "terms follow from each other" },
  separation: { "zh-CN": "完全分离，无法估计", en: "separation: no finite odds" },
  "no-variance": { "zh-CN": "组内没有差异", en: "no variation within the groups" },
};
