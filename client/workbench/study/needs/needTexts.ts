import { needWords } from "../../../../charts/figures/needPlane.ts";
import type { Translated } from "../../../../surveys/language.ts";

/** What the page of needs says. */
export const needTexts = {
  ...needWords,
  questions: { "zh-CN": "需求题与满足程度题", en: "What is needed, and how well it is met" },
  none: {
    "zh-CN": "这份问卷没有成对的需求题与满足程度题",
    en: "No questions of need and satisfaction go together here",
  },
  noneNote: {
    "zh-CN": "需要一道多选题（或矩阵题），以及对每一项的追问或选项编码相同的评分题。",
    en: "It takes a question of several choices (or a matrix), and for each of them a follow-up or a row with the same code.",
  },
  choose: { "zh-CN": "请选择题目", en: "Choose the questions" },
  chooseNote: {
    "zh-CN": "没有明显的需求题；请在上面选择。",
    en: "None of them is plainly about needs: choose above which are meant.",
  },
  satisfiedIf: { "zh-CN": "算作“已满足”的回答", en: "Answers that count as satisfied" },
  neededIf: { "zh-CN": "算作“需要”的回答", en: "Answers that count as needing it" },
  plane: { "zh-CN": "需求与满足", en: "Need against satisfaction" },
  planeNote: {
    "zh-CN": "虚线是各主题的平均值，随主题选取而变；十字是 95% 区间。",
    en: "The dashed lines are plain means over the topics and move with the choice of them; crosses are 95% intervals.",
  },
  unclearNote: {
    "zh-CN": "空心点：区间跨过虚线，不能断定在哪个象限。",
    en: "Open dots: an interval crosses a line, so the quarter is not certain.",
  },
  ranking: { "zh-CN": "按缺口排序", en: "Ranked by gap" },
  rankingNote: {
    "zh-CN": "区间重叠的主题，先后顺序不确定。",
    en: "Where intervals overlap, the order is not certain.",
  },
  rank: { "zh-CN": "序", en: "Rank" },
  topic: { "zh-CN": "主题", en: "Topic" },
  quadrant: { "zh-CN": "象限", en: "Quarter" },
  base: {
    "zh-CN": "被问到需求的人；满足程度只计需要者",
    en: "Those asked what they need; satisfaction of those who need it",
  },
  statistic: {
    "zh-CN": "需要比例、满足比例、缺口 = 需要 ×（1 − 满足）",
    en: "Share in need, share satisfied, and gap = need × (1 − satisfied)",
  },
} as const satisfies Record<string, Translated>;
