import type { Translated } from "../../../surveys/language.ts";
import type { FieldFault } from "../../problem.ts";

/** What can be wrong with a definition. */
const kinds = {
  "not-an-object": { "zh-CN": "这里应为一个对象", en: "An object belongs here" },
  "not-a-list": { "zh-CN": "这里应为一个列表", en: "A list belongs here" },
  "no-questions": { "zh-CN": "问卷里没有任何题目", en: "The questionnaire asks nothing" },
  "too-many": { "zh-CN": "数量超过上限", en: "There are more of these than allowed" },
  "too-large": { "zh-CN": "超过允许的大小", en: "This is larger than allowed" },
  "unknown-member": { "zh-CN": "不支持这个属性", en: "This member is not supported" },
  "unknown-type": { "zh-CN": "不支持这种题型", en: "This type of question is not supported" },
  "not-a-name": {
    "zh-CN": "名称须以字母开头，只含字母、数字、_ 和 -，最多 64 个字符",
    en: "A name begins with a letter, has letters, digits, _ and - only, and at most 64 of them",
  },
  "reserved-name": { "zh-CN": "该名称为系统保留", en: "This name is reserved" },
  "name-taken": { "zh-CN": "名称重复", en: "This name stands twice" },
  "not-a-text": { "zh-CN": "这里应为文字", en: "A text belongs here" },
  "unknown-language": { "zh-CN": "不支持这种语言", en: "This language is not supported" },
  markup: { "zh-CN": "此处不允许使用标记（HTML）", en: "Markup is not allowed here" },
  "forbidden-markup": {
    "zh-CN": "包含不允许的 HTML 标签或属性",
    en: "This holds an HTML element or attribute that is not allowed",
  },
  piping: { "zh-CN": "HTML 中不允许引用答案 {…}", en: "Answers cannot be piped {…} into HTML" },
  "control-character": { "zh-CN": "包含不允许的控制字符", en: "This holds a control character" },
  "not-true-or-false": { "zh-CN": "这里应为 true 或 false", en: "True or false belongs here" },
  "not-a-number": { "zh-CN": "这里应为允许范围内的数字", en: "A number within the allowed range belongs here" },
  "not-acceptable": { "zh-CN": "不支持这个值", en: "This value is not supported" },
  "not-a-code": {
    "zh-CN": "选项的值须为简短的文字、数字或布尔值",
    en: "A choice's value is a short text, a number, true or false",
  },
  "code-taken": { "zh-CN": "选项的值重复", en: "This value stands twice among the choices" },
  "limits-contradict": { "zh-CN": "上下限互相矛盾", en: "These limits contradict each other" },
  "limit-needed": { "zh-CN": "请给出数量上限", en: "Say how many there may be at most" },
  "does-not-parse": { "zh-CN": "表达式无法解析", en: "This expression does not parse" },
  "unknown-function": {
    "zh-CN": "表达式使用了不支持的函数",
    en: "This expression uses a function that is not supported",
  },
  "unknown-variable": {
    "zh-CN": "表达式引用了不存在的题目",
    en: "This expression refers to something that is not there",
  },
  ring: { "zh-CN": "表达式互相循环引用", en: "This expression depends on itself" },
  "not-a-regex": { "zh-CN": "正则表达式不受支持", en: "This regular expression is not supported" },
  "unbounded-regex": { "zh-CN": "正则表达式可能耗时过长", en: "This regular expression could run without bound" },
  "unknown-instrument": { "zh-CN": "没有这个量表", en: "There is no such scale" },
  "instrument-items": { "zh-CN": "量表的条目与题目不符", en: "The scale's items do not fit the questions" },
} as const satisfies Record<string, Translated>;

/** The word for a kind of fault in a definition. */
export type DefinitionFaultKind = keyof typeof kinds;

/** Notes a fault at a path such as `pages[0].elements[2].visibleIf`. */
export type Note = (path: string, kind: DefinitionFaultKind) => void;

/** A fault as a caller is told of it. */
export function definitionFault(path: string, kind: DefinitionFaultKind): FieldFault {
  return { field: path === "" ? "definition" : path, code: kind, message: kinds[kind] };
}
