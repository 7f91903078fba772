import type { Random } from "./random.ts";

const openings = ["", "", "想知道", "请问", "很担心，", "家里有老人，", "孩子在家，", "我们村里都在问，"] as const;
const questions = [
  "口罩什么时候能买到",
  "附近有没有新增病例",
  "确诊病例去过哪些地方",
  "什么时候可以复工",
  "学校什么时候开学",
  "疫苗和特效药有没有进展",
  "熏醋到底有没有用",
  "快递和外卖安不安全",
  "外地回来要不要隔离",
  "发热了应该去哪家医院",
  "小区什么时候解除封闭",
  "买菜怎么买比较方便",
  "拐点什么时候到",
  "网上说的实验室泄漏是不是真的",
  "房租和贷款能不能缓一缓",
  "高速公路哪些口子开着",
] as const;
const endings = ["？", "。", "", "，希望早点公布。", "，电视上没说清楚。", "！"] as const;

/** What somebody would most like to know; most people write nothing. */
export function writtenAnswer(random: Random): Record<string, string> {
  if (!random.happens(0.34)) return {};
  const one = <Item>(items: readonly Item[]): Item => items[Math.floor(random.uniform() * items.length)] as Item;
  return { most_want: `${one(openings)}${one(questions)}${one(endings)}` };
}
