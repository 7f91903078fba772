import type { Translated } from "../../../../surveys/language.ts";

/** What the first view of a study says. */
export const overviewTexts = {
  indicators: { "zh-CN": "重点指标", en: "Headline indicators" },
  noIndicators: { "zh-CN": "还没有重点指标", en: "No headline indicators yet" },
  noIndicatorsNote: {
    "zh-CN": "选几个最要紧的比例，每天与自身的基线比较；变差时在这里提示。",
    en: "Choose the few shares that matter most. Each is held against its own past every day, and what gets worse is said here.",
  },
  addIndicator: { "zh-CN": "添加指标", en: "Add an indicator" },
  removeIndicator: { "zh-CN": "移除指标", en: "Remove the indicator" },

  removeSure: { "zh-CN": "确认移除", en: "Yes, remove it" },
  shareOf: { "zh-CN": "占比", en: "The share of" },
  chooseQuestion: { "zh-CN": "选择题目或量表…", en: "Choose a question or scale…" },
  positive: { "zh-CN": "：筛查阳性（{scores} 分）", en: ": screening positive ({scores})" },
  whoAnswered: { "zh-CN": "回答其中任一项的人", en: "Those who answered any of" },
  whichWay: { "zh-CN": "哪个方向不好", en: "Which way is bad" },
  wholeOnly: { "zh-CN": "只看整体", en: "The whole study only" },

  red: { "zh-CN": "红色", en: "Red" },
  amber: { "zh-CN": "黄色", en: "Amber" },
  quiet: { "zh-CN": "平稳", en: "Quiet" },
  cannotTell: { "zh-CN": "无法判断", en: "Cannot tell" },
  redMeans: { "zh-CN": "连续两天变差", en: "worse on two days running" },
  redMeansPooled: { "zh-CN": "连续两次合并都变差", en: "worse twice running" },
  quietMeans: { "zh-CN": "与基线相符", en: "in line with its baseline" },

  today: { "zh-CN": "今天（截至目前）", en: "Today, so far" },
  sevenDays: { "zh-CN": "七天合并", en: "7 days pooled" },
  weekChange: { "zh-CN": "较一周前", en: "In a week" },
  weekChangeNote: {
    "zh-CN": "最近七天与之前七天相比，百分点",
    en: "percentage points, the last 7 days against the 7 before",
  },
  noWeekBefore: { "zh-CN": "还不到两周，无法比较", en: "Less than two weeks: nothing to compare with" },
  noChange: { "zh-CN": "回答太少，无法比较", en: "Too few answers to compare" },
  crossesBreak: { "zh-CN": "问卷有改动，前后不可比", en: "The questionnaire changed in between: not comparable" },
  cannotExclude: { "zh-CN": "区间包含零", en: "the interval includes no change" },
  higherIsWorse: { "zh-CN": "越高越差", en: "higher is worse" },
  lowerIsWorse: { "zh-CN": "越低越差", en: "lower is worse" },
  among: { "zh-CN": "仅限其中一部分人", en: "of some respondents only" },

  worseThanUsual: { "zh-CN": "比基线差 {points} 个百分点", en: "{points} points worse than its baseline" },
  betterThanUsual: { "zh-CN": "比基线好 {points} 个百分点", en: "{points} points better than its baseline" },
  baselineOf: { "zh-CN": "基线 {level}，{days}", en: "baseline {level}, {days}" },
  since: { "zh-CN": "约自 {day} 开始", en: "since about {day}" },
  carried: { "zh-CN": "此前所知：", en: "Known before: " },
  pooledDays: { "zh-CN": "{days}合并，{n} 人回答", en: "{days} pooled, {n} answers" },
  tooFewPooled: { "zh-CN": "{days}共 {n} 人回答，少于 {least} 人", en: "{n} answers {days}, fewer than {least}" },
  tooFewAnswers: { "zh-CN": "当天 {n} 人回答，少于 {least} 人", en: "{n} answers that day, fewer than {least}" },
  noAnswers: { "zh-CN": "当天没有回答", en: "no answers that day" },
  baselineTooShort: {
    "zh-CN": "基线需要 14 天，其中至少 7 天各有 {least} 人回答；人少时合并几天算一天",
    en: "a baseline takes 14 days, at least 7 of them with {least} answers; where these are few, days pooled count as one",
  },
  noVariance: { "zh-CN": "基线内没有变化", en: "nothing varies in the baseline" },

  areas: { "zh-CN": "分地区", en: "By area" },

  fielding: { "zh-CN": "收集进度", en: "Fielding" },
  responses: { "zh-CN": "回答", en: "Responses" },
  valid: { "zh-CN": "有效比例", en: "Valid" },
  validNote: {
    "zh-CN": "已做质量检查的回答中，未被剔除的；规则见“质量”页",
    en: "Of the responses that were screened, those not excluded; the rules are on the page Quality",
  },
  notScreened: { "zh-CN": "未检查", en: "not screened" },
  median: { "zh-CN": "用时中位数（分:秒）", en: "Median time (min:s)" },
  allDays: { "zh-CN": "全部日期", en: "All days" },
  countsNote: {
    "zh-CN": "这些是收到的回答的计数，不是对人群的估计；均未加权。",
    en: "Counts of what came in, not estimates of a population; unweighted.",
  },
  byCollector: { "zh-CN": "按收集渠道", en: "By collector" },
  byGridUnit: { "zh-CN": "按网格", en: "By grid unit" },
  none: { "zh-CN": "未注明", en: "Not given" },
  ofDay: { "zh-CN": "今天", en: "Today" },
  otherUnits: { "zh-CN": "其余 {units} 个网格", en: "{units} more grid units" },
  dropOff: { "zh-CN": "答到哪一页", en: "How far people answer" },
  dropOffNote: {
    "zh-CN":
      "在已提交的回答中，答到这一页或更后的人。中途离开者的回答不会传到服务器，所以有多少人离开、在哪一页离开，无从得知。",
    en: "Of those who sent their answers, who answered on this page or behind it. Of those who leave before sending, nothing reaches the server: how many left, and on which page, cannot be known.",
  },
  ofVersion: { "zh-CN": "问卷第 {version} 版", en: "Questionnaire version {version}" },
  page: { "zh-CN": "页", en: "Page" },
  stillAnswering: { "zh-CN": "仍在作答", en: "Still answering" },
  pageTime: { "zh-CN": "停留中位数（分:秒）", en: "Median time on it (min:s)" },
  notKnown: { "zh-CN": "未知", en: "not known" },
} as const satisfies Record<string, Translated>;
