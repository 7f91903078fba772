import type { Translated } from "../../../../surveys/language.ts";

/** What the view of quality says. */
export const qualityTexts = {
  title: { "zh-CN": "回答质量", en: "Quality of answers" },
  lead: {
    "zh-CN": "规则事先定好，逐日执行。回答一份也不删除：被剔除的在所有估计中权重为 0，仍留在数据文件里。",
    en: "Rules are fixed beforehand and applied day by day. Nothing is deleted: who is excluded has weight 0 in every estimate and stays in the data file.",
  },
  noRules: { "zh-CN": "还没有质量规则", en: "There are no rules yet" },
  noRulesNote: {
    "zh-CN": "没有规则就不剔除任何人。请在数据说话之前定下规则：下面是按问卷给出的建议。",
    en: "Without rules nobody is excluded. Fix them before the answers speak: below is what suits the questionnaire.",
  },
  notScreened: { "zh-CN": "有规则，还没有检查过", en: "There are rules, and nothing was screened yet" },
  responses: { "zh-CN": "收到的回答", en: "Responses" },
  screened: { "zh-CN": "已检查", en: "Screened" },
  valid: { "zh-CN": "有效", en: "Valid" },
  excluded: { "zh-CN": "剔除", en: "Excluded" },
  excludedShare: { "zh-CN": "剔除比例", en: "Share excluded" },
  ofScreened: { "zh-CN": "占已检查的回答", en: "of the responses screened" },
  unscreened: { "zh-CN": "未检查", en: "Not screened" },
  unscreenedNote: { "zh-CN": "照常计入估计", en: "count in estimates as they are" },
  cameAfter: { "zh-CN": "其中 {count} 份在当天封存之后才到", en: "{count} of them came when their day was closed" },
  screenNow: { "zh-CN": "立即检查", en: "Screen now" },
  lastScreened: { "zh-CN": "第 {version} 次检查，{when}", en: "Screening {version}, {when}" },

  headlines: { "zh-CN": "重点指标：剔除前后", en: "Headline numbers with and without exclusion" },
  headlinesNote: {
    "zh-CN": "两列大体是同一批人，区间不能用来检验两者之差；差别大，说明结论取决于规则，应当一并说明。",
    en: "Both columns are of nearly the same people, so their intervals do not test the difference. Where it is large, what is found depends on the rules, and that should be said.",
  },
  indicator: { "zh-CN": "指标", en: "Indicator" },
  with: { "zh-CN": "剔除后", en: "After exclusion" },
  without: { "zh-CN": "不剔除", en: "Without exclusion" },
  shift: { "zh-CN": "相差（百分点）", en: "Shift (points)" },
  noIndicators: {
    "zh-CN": "还没有重点指标。在“概览”里添加后，这里会比较剔除前后。",
    en: "There are no headline indicators. Add some on the Overview, and they are compared here.",
  },

  reasons: { "zh-CN": "为什么标记", en: "Why responses are marked" },
  reason: { "zh-CN": "原因", en: "Reason" },
  does: { "zh-CN": "作用", en: "What it does" },
  off: { "zh-CN": "未采用", en: "not taken" },
  marked: { "zh-CN": "标记", en: "Marked" },
  alone: { "zh-CN": "仅因这一项", en: "By it alone" },
  reasonsNote: {
    "zh-CN": "一份回答可以有几个标记，所以各行相加多于总数。作用按现行规则。",
    en: "A response can carry several marks, so lines add up to more than all. What a reason does is by the rules in force.",
  },

  days: { "zh-CN": "逐日", en: "Day by day" },
  day: { "zh-CN": "日期", en: "Day" },
  rulesVersion: { "zh-CN": "规则版本", en: "Rules" },
  byCollector: { "zh-CN": "按收集渠道", en: "By collector" },
  byGridUnit: { "zh-CN": "按网格", en: "By grid unit" },
  placesNote: {
    "zh-CN": "回答最多的各处，剔除比例高的在前。比例是收到的回答的计数，不是对人群的估计。",
    en: "The busiest places, those with the largest share excluded first. Counts of what came in, not estimates of a population.",
  },
  place: { "zh-CN": "地方", en: "Place" },
  none: { "zh-CN": "未注明", en: "Not given" },

  repeats: { "zh-CN": "几乎相同的回答", en: "Nearly identical responses" },
  repeatsNote: {
    "zh-CN":
      "整份问卷至少九成答案相同，且按各题答案的常见程度，偶然出现这样一对的机会不到千分之一。可能是重复提交、抄填，也可能是同住的人。编号与数据文件的 response 列一致。",
    en: "At least nine tenths of all answers equal, where by how common each answer is, not one such pair in a thousand studies would come about by chance. A form sent twice or copied, or people of one household. Ids are those of the column response in a data file.",
  },
  repeatsCount: {
    "zh-CN": "{groups} 组，共 {responses} 份回答",
    en: "Groups: {groups}; responses in them: {responses}",
  },
  noRepeats: { "zh-CN": "没有发现", en: "None were found" },
  showIds: { "zh-CN": "查看编号", en: "Show the ids" },
  size: { "zh-CN": "份数", en: "Responses" },
  sameAnswers: { "zh-CN": "相同答案", en: "Equal answers" },
  collectors: { "zh-CN": "渠道", en: "Collectors" },

  joint: { "zh-CN": "答案之间的关系", en: "How answers go together" },
  jointNote: {
    "zh-CN":
      "编造的答案容易凑准每题的比例，难以凑准题与题的关系。H 从 0（互不相干）到 1（完美的量表），已扣除各题比例的影响。把每个渠道、网格和日期与其余的人相比：太散或太整齐都会列出。",
    en: "Answers that are made up easily meet the share of every answer, and hardly how answers go together. H runs from 0 (nothing to do with each other) to 1 (a perfect scale), given the shares. Each collector, grid unit and day is held against everybody else: too loose and too neat both stand out.",
  },
  jointLimits: {
    "zh-CN":
      "它说的是一组人，不是某一个人，也不会剔除任何人。真正特别的人群也会突出；造假的人若占多数，或照着真人的答案改，它看不出来。",
    en: "It tells of a group and never of a person, and nobody is excluded by it. People who truly differ stand out too; and where most answers are made up, or copied from real ones with changes, it sees nothing.",
  },
  jointTested: {
    "zh-CN": "检验了 {tested} 组，{out} 组突出；{cannot} 组回答太少或无从比较。",
    en: "{tested} groups tested, {out} stand out; {cannot} had too few answers or nothing to be held against.",
  },
  noBatteries: { "zh-CN": "问卷里没有可检验的成组题目", en: "The questionnaire has no battery that could be tested" },
  group: { "zh-CN": "组", en: "Group" },
  battery: { "zh-CN": "题组", en: "Battery" },
  ofGroup: { "zh-CN": "本组 H", en: "H of the group" },
  ofOthers: { "zh-CN": "其余 H", en: "H of the others" },
  adjustedP: { "zh-CN": "校正后 p", en: "Adjusted p" },
  verdict: { "zh-CN": "判断", en: "Finding" },
  "too-independent": { "zh-CN": "太散", en: "too loose" },
  "too-clean": { "zh-CN": "太整齐", en: "too neat" },
  "as-others": { "zh-CN": "与其余相仿", en: "as the others" },
  "cannot-tell": { "zh-CN": "无法判断", en: "cannot tell" },
  collector: { "zh-CN": "渠道", en: "Collector" },
  "grid-unit": { "zh-CN": "网格", en: "Grid unit" },
  bursts: { "zh-CN": "集中涌入的日子", en: "Days with a burst" },
  burstsNote: {
    "zh-CN": "只保存到“日”，所以看不到更细的时间。",
    en: "Nothing finer than the day is kept, so nothing finer can be seen.",
  },
  usual: { "zh-CN": "此前七天平均", en: "Mean of the 7 days before" },

  statistic: { "zh-CN": "收到的回答的计数，未加权", en: "Counts of what came in, unweighted" },
  baseAll: { "zh-CN": "全部收到的回答", en: "All responses that came in" },
} as const satisfies Record<string, Translated>;
