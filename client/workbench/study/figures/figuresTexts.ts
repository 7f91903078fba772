import type { FigureSummary } from "../../../../server/figures/figuresApi.ts";
import type { Translated } from "../../../../surveys/language.ts";

/** What the page of figures says. */
export const figuresTexts = {
  make: { "zh-CN": "做成图表", en: "Make a figure" },
  figures: { "zh-CN": "图表", en: "Figures" },
  about: {
    "zh-CN": "图表有自己的地址，可以引用、嵌入和下载。回答不足 100 的数字不会出现在图表里。",
    en: "A figure has an address of its own, to be cited, embedded and downloaded. No number of fewer than 100 answers is in it.",
  },
  none: { "zh-CN": "还没有图表", en: "There are no figures yet" },
  noneNote: {
    "zh-CN": "在题目、趋势、交叉表、谣言或需求的结果下面，按“做成图表”。",
    en: "Below a result of questions, trends, crosstabs, rumours or needs, press “Make a figure”.",
  },
  newFigure: { "zh-CN": "新图表", en: "New figure" },
  edit: { "zh-CN": "修改文字", en: "Edit words" },
  title: { "zh-CN": "标题", en: "Title" },
  headline: { "zh-CN": "结论（一句话，可不填）", en: "Headline: the finding in a sentence, if there is one" },
  note: { "zh-CN": "说明（可不填）", en: "Note, if there is one" },
  kind: { "zh-CN": "图形", en: "Kind" },
  save: { "zh-CN": "保存", en: "Save" },
  public: { "zh-CN": "公开", en: "Public" },
  private: { "zh-CN": "未公开", en: "Private" },
  makePublic: { "zh-CN": "公开", en: "Make public" },
  makePrivate: { "zh-CN": "取消公开", en: "Make private" },
  heldBack: {
    "zh-CN": "还不能公开：先在“可以公开的题目”里允许 {names}",
    en: "Cannot be public yet: first allow {names} under “What may be public”",
  },
  withheldBeside: {
    "zh-CN":
      "公众看不到其中的一些数字，或只看到较早的：与下列已公开的数字相减，会透露不到 10 个人说了什么。研究者看到的不受影响。",
    en: "The public does not see some of its numbers, or sees earlier ones: taken from these public numbers, they would tell what fewer than 10 people have said. Researchers see all of them.",
  },
  withheldOthers: {
    "zh-CN": "本图自己的其他数字、可核数字，或曾经公开过的内容",
    en: "others of this figure, claims, or what was public once",
  },
  freeze: { "zh-CN": "固定当前内容", en: "Freeze as it is" },
  share: { "zh-CN": "生成 14 天链接", en: "Link for 14 days" },
  shared: { "zh-CN": "链接已复制，只显示这一次：", en: "Copied; it is shown this once:" },
  sharedUncopied: { "zh-CN": "请复制链接，只显示这一次：", en: "Copy the link; it is shown this once:" },
  revoke: { "zh-CN": "撤销链接", en: "Revoke link" },
  until: { "zh-CN": "有效至", en: "until" },
  embedCode: { "zh-CN": "复制嵌入代码", en: "Copy embed code" },
  copied: { "zh-CN": "已复制", en: "Copied" },
  notCopied: {
    "zh-CN": "浏览器不允许复制（需要 https 连接）",
    en: "The browser does not allow it (copying needs https)",
  },
  open: { "zh-CN": "打开页面", en: "Open its page" },
  frozenStates: { "zh-CN": "固定版本", en: "Frozen states" },
  frozenOn: { "zh-CN": "固定于", en: "frozen" },
  withdraw: { "zh-CN": "撤回", en: "Withdraw" },
  withdrawn: { "zh-CN": "已撤回：", en: "Withdrawn: " },
  withdrawNote: {
    "zh-CN": "撤回不能取消。原因会印在图上。",
    en: "A withdrawal cannot be taken back. The reason is printed on the figure.",
  },
  reason: { "zh-CN": "原因", en: "Reason" },
  results: { "zh-CN": "公开结果页", en: "Public results page" },
  publication: { "zh-CN": "可以公开的题目与调查说明", en: "What may be public, and what the study says of itself" },
  mayBePublic: { "zh-CN": "可以公开的题目", en: "What may be public" },
  conductor: { "zh-CN": "实施单位", en: "Conducted by" },
  population: { "zh-CN": "目标总体", en: "Population" },
  mode: { "zh-CN": "调查方式与招募", en: "Mode and recruitment" },
  limits: { "zh-CN": "已知局限", en: "Known limits" },
  embedders: {
    "zh-CN": "可以嵌入图表的网站（每行一个，如 https://news.example；空着表示不限）",
    en: "Sites that may embed figures, one a line: https://news.example. Empty for any",
  },
  saved: { "zh-CN": "已保存", en: "Saved" },
  inChinese: { "zh-CN": "（中文）", en: " in Chinese" },
  inEnglish: { "zh-CN": "（英文）", en: " in English" },
} as const satisfies Record<string, Translated>;

/** What the kinds are called. */
export const kindTexts: Readonly<Record<FigureSummary["look"]["kind"], Translated>> = {
  bars: { "zh-CN": "条形图", en: "Bars" },
  likert: { "zh-CN": "百分比堆积条与净值", en: "Stacked bars with net" },
  bands: { "zh-CN": "量表分段", en: "Score bands" },
  trend: { "zh-CN": "趋势", en: "Trend" },
  multiples: { "zh-CN": "分面趋势", en: "Small multiples" },
  dots: { "zh-CN": "各组点图", en: "Dots of groups" },
  heat: { "zh-CN": "热力表", en: "Heat table" },
  tiles: { "zh-CN": "地区方块图", en: "Tiles of regions" },
  slope: { "zh-CN": "两期斜线", en: "Slope" },
  rumours: { "zh-CN": "谣言：听说与相信", en: "Rumours: heard and believed" },
  quadrant: { "zh-CN": "需求象限", en: "Need quadrants" },
};
