/** What a page is called in Chinese, and what it says in a sentence or two: the pages themselves are in English. */
export interface ChineseSummary {
  readonly title: string;
  readonly summary: string;
}

/** The pages that are served, by their names in `docs/` without the ending, in the order of the list of them. */
export const chineseSummaries: Readonly<Record<string, ChineseSummary>> = {
  "methods/estimates-and-errors": {
    title: "估计值与标准误",
    summary:
      "均值、比例、总数、比率和差异如何估计，标准误怎样由加权、分层和整群设计得出（线性化方法）。子总体始终是全体样本中的一个域，而不是另存的一份文件；误差只反映抽样，不反映自选样本的偏差。",
  },
  "methods/share-intervals": {
    title: "比例的区间，以及能否展示",
    summary:
      "默认使用按有效样本量和自由度修正的 Korn–Graubard 精确区间，也可选 Wilson、logit、反正弦或 t 区间。回答少于 30 份、有效样本少于 30 或区间过宽的比例不予展示（NCHS 标准）。",
  },
  "methods/quantiles": {
    title: "中位数与其他分位数",
    summary: "加权分位数的三种定义，以及由比例的区间反推得到的 Woodruff 区间；超出数据范围的一端没有数值。",
  },
  "methods/crosstabs": {
    title: "交叉表",
    summary:
      "用 Rao–Scott 修正的卡方检验判断两题是否有关联，用 Cramér’s V 表示强度；同一行各列两两比较，p 值在行内校正，显著较高的列标出较低列的字母。少于 30 人的列不检验。",
  },
  "methods/multiplicity": {
    title: "同时做多个检验",
    summary:
      "检验一多，总有一些仅凭偶然低于 0.05。说明 Bonferroni、Holm、Hochberg 与 Benjamini–Hochberg 校正各自保证什么、何时使用。",
  },
  "methods/trends": {
    title: "趋势",
    summary:
      "按日、周或七日合并的序列如何计算；措辞、加权或人群改变处断开，不跨越比较。与一周前的变化和整段趋势各有检验；曲线在某事件之后变动，并不说明由该事件引起。",
  },
  "methods/early-warning": {
    title: "预警",
    summary:
      "指标与自身基线比较：一天变差为黄色，连续两天为红色，数据不足时说“无法判断”。说明基线、检测规则、误报频率和多地区同时监测的校正。",
  },
  "methods/scales": {
    title: "标准量表的得分与信度",
    summary:
      "GAD-7 等量表如何计分、缺答如何处理、分段与筛查界值；alpha、omega 与题项统计。得分达到界值是“筛查阳性”，不是诊断。",
  },
  "methods/items": {
    title: "多选题、量表题，以及需求与满足",
    summary:
      "多选题的每个选项各有自己的基数；净值是两端比例之差；需求与满足度的四象限图中，区间跨越分界线的主题标为“不明确”。",
  },
  "methods/association": {
    title: "谣言与焦虑：两组比较与回归",
    summary:
      "比较相信与不相信某种说法的人：均值之差、标准化差异与优势比，以及固定性别、年龄、学历、地区后的回归结果。这些都是关联，不能说明因果。",
  },
  "methods/weighting": {
    title: "按已知边际分布加权",
    summary:
      "用迭代比例拟合（raking）使性别、年龄、教育、地区的比例与总体一致，说明截尾、小类合并、缺答处理与设计效应。加权不能消除边际分布看不到的自选偏差。",
  },
  "methods/small-areas": {
    title: "小地区",
    summary: "回答很少的县区如何展示：把自身估计与总体均值按各自的可靠程度合并（Fay–Herriot），并标明没有回答的地区。",
  },
  "methods/screening": {
    title: "不认真作答的识别，以及结果率",
    summary:
      "过快、直线作答、近乎相同的回答、集中涌入等标记的定义与界值，以及成组检验（Loevinger H）能看出什么、看不出什么：只标记，不删除。开放链接没有“回答率”，以参与率、中断率、完成率代替（AAPOR）。",
  },
  "methods/disclosure-control": {
    title: "披露控制",
    summary: "公开数据时怎样避免暴露个人：小格隐藏、连带隐藏、多表联合保护、k-匿名与加噪，以及每种方法能防住什么。",
  },
  "methods/distributions": {
    title: "分布的尾概率与分位数",
    summary: "正态、t、F、卡方和 Beta 分布的尾概率与分位数怎样精确计算。",
  },
  analysis: {
    title: "怎样索取数字",
    summary: "页面、接口和命令使用同一种分析请求：可以问什么、如何筛选与分组、回答里有什么、什么会被拒绝。",
  },
  weighting: {
    title: "怎样给调查加权",
    summary: "加权方案的写法、时段与冻结规则、权重的版本、默认方案，以及相关接口和命令。",
  },
  quality: {
    title: "怎样检查回答质量",
    summary: "质量规则的写法与版本、每天怎样封存、剔除对估计、加权、导出的影响，以及相关接口和命令。",
  },
  problems: {
    title: "数据问题",
    summary:
      "数据出了问题怎样记录、更正和处理；哪些估计、图表、文件和导出会受影响（题目、日期、地区三项都要相关）；记录只增不删，已固定的图表旁边也会写明。",
  },
  watching: {
    title: "怎样监测一项调查",
    summary: "概览页、指标与预警怎样设置，数字怎样随回答到达而更新。",
  },
  "open-texts": {
    title: "开放题",
    summary: "中文分词、常见词与上升词、上下文检索、编码框与双人编码一致性。",
  },
  export: {
    title: "数据文件",
    summary: "怎样下载数据、文件的格式与清单，以及怎样查看单份回答。",
  },
  import: {
    title: "导入其他来源的回答",
    summary: "怎样用映射文件把已有数据导入一项调查，错误如何按行列说明。",
  },
};
