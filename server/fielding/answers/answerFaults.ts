import type { Translated } from "../../../surveys/language.ts";
import type { FieldFault } from "../../problem.ts";

/** What can be wrong with an answer: its word for programs and its sentence for people. */
const kinds = {
  "unknown-question": { "zh-CN": "问卷中没有这道题", en: "The questionnaire has no such question" },
  "unknown-part": { "zh-CN": "这道题没有这个部分", en: "The question has no such part" },
  "hidden-question": { "zh-CN": "按其他回答，这道题不应作答", en: "By the other answers, this question was not asked" },
  required: { "zh-CN": "请回答这道题", en: "Please answer this question" },
  "wrong-type": { "zh-CN": "答案的类型不正确", en: "The answer is of the wrong kind" },
  empty: { "zh-CN": "空答案请不要发送", en: "An empty answer must be left out" },
  "not-a-choice": { "zh-CN": "这不是可选的答案", en: "This is not one of the choices" },
  "chosen-twice": { "zh-CN": "同一选项出现了两次", en: "The same choice stands twice" },
  "too-few": { "zh-CN": "选择的数量太少", en: "Too few are chosen" },
  "too-many": { "zh-CN": "选择的数量太多", en: "Too many are chosen" },
  "excludes-others": { "zh-CN": "此选项不能与其他选项同时选择", en: "This choice cannot stand beside others" },
  "comment-needed": { "zh-CN": "选择“其他”时请说明", en: "Please describe what “other” is" },
  "comment-without-other": { "zh-CN": "只有选择“其他”时才能填写说明", en: "A description needs the choice “other”" },
  "not-all-ranked": { "zh-CN": "请为所有选项排序", en: "Please put all of them in order" },
  "too-small": { "zh-CN": "数值太小", en: "This is too small" },
  "too-large": { "zh-CN": "数值太大", en: "This is too large" },
  "too-short": { "zh-CN": "内容太短", en: "This is too short" },
  "too-long": { "zh-CN": "内容太长", en: "This is too long" },
  "not-a-date": { "zh-CN": "这不是有效的日期", en: "This is not a date" },
  "wrong-form": { "zh-CN": "格式不正确", en: "This is not in the form asked for" },
  "not-consistent": { "zh-CN": "答案不符合题目要求", en: "The answer does not fit what is asked for" },
  miscalculated: { "zh-CN": "计算结果与答案不一致", en: "This does not follow from the other answers" },
} as const satisfies Record<string, Translated>;

/** The word for a kind of fault. */
export type AnswerFaultKind = keyof typeof kinds;

/** Notes a fault at a place in the answers; `path` is what follows `answers.`. */
export type Note = (path: string, kind: AnswerFaultKind) => void;

/** Gathers faults; a caller who sends thousands is told of the first few. */
export function createFaultList(most: number): { note: Note; faults: FieldFault[] } {
  const faults: FieldFault[] = [];
  return {
    faults,
    note(path, kind) {
      if (faults.length < most)
        faults.push({ field: path === "" ? "answers" : `answers.${path}`, code: kind, message: kinds[kind] });
    },
  };
}
