import type { Language, Translated } from "../../surveys/language.ts";
import { studyTexts } from "./study/studyTexts.ts";
import { takingTexts } from "./study/takingTexts.ts";

const table = {
  product: { "zh-CN": "定心", en: "Dingxin" },
  otherLanguage: { "zh-CN": "English", en: "中文" },
  signOut: { "zh-CN": "退出", en: "Sign out" },
  skip: { "zh-CN": "跳到正文", en: "Skip to content" },
  loading: { "zh-CN": "正在载入…", en: "Loading…" },
  tryAgain: { "zh-CN": "重试", en: "Try again" },
  notReached: { "zh-CN": "连接不上服务器", en: "The server cannot be reached" },
  notReachedNote: {
    "zh-CN": "请检查网络后重试；已有的数据不受影响。",
    en: "Check the connection and try again. Nothing has been lost.",
  },
  nothingHere: { "zh-CN": "这里没有内容", en: "There is nothing here" },
  copy: { "zh-CN": "复制", en: "Copy" },
  copied: { "zh-CN": "已复制", en: "Copied" },

  setUpTitle: { "zh-CN": "欢迎使用定心", en: "Welcome to Dingxin" },
  setUpNote: {
    "zh-CN": "设置第一位研究员的用户名和密码。此链接只能使用一次。",
    en: "Choose the name and password of the first researcher. This link works once.",
  },
  setUpAction: { "zh-CN": "开始使用", en: "Set up" },
  setUpDone: { "zh-CN": "这里已经设置过了。", en: "This has been set up already." },
  signInTitle: { "zh-CN": "登录", en: "Sign in" },
  signInNote: { "zh-CN": "调查研究工作台", en: "The researchers’ workbench" },
  signInAction: { "zh-CN": "登录", en: "Sign in" },
  accountName: { "zh-CN": "用户名", en: "Name" },
  password: { "zh-CN": "密码", en: "Password" },
  passwordRule: { "zh-CN": "至少 12 个字符", en: "At least 12 characters" },
  passwordTooShort: { "zh-CN": "密码至少需要 12 个字符", en: "The password needs at least 12 characters" },

  studies: { "zh-CN": "调查", en: "Studies" },
  newStudy: { "zh-CN": "新建调查", en: "New study" },
  noStudies: { "zh-CN": "还没有调查", en: "No studies yet" },
  noStudiesNote: {
    "zh-CN": "新建一项调查，发布问卷，就可以开始收集回答。",
    en: "Make a study, field its questionnaire, and answers can come in.",
  },
  moreStudies: { "zh-CN": "更多调查", en: "More studies" },
  simulated: { "zh-CN": "模拟数据", en: "Simulated data" },
  simulatedNote: {
    "zh-CN": "这些回答由程序生成，不是真人作答。",
    en: "A program made these answers; no person gave them.",
  },
  studyName: { "zh-CN": "名称（用于网址）", en: "Name (for its address)" },
  studyNameRule: { "zh-CN": "小写字母、数字和连字符", en: "Lower-case letters, digits and hyphens" },
  titleChinese: { "zh-CN": "中文标题", en: "Title in Chinese" },
  titleEnglish: { "zh-CN": "英文标题", en: "Title in English" },
  firstDay: { "zh-CN": "开始日期", en: "First day" },
  lastDay: { "zh-CN": "结束日期", en: "Last day" },
  dayRule: { "zh-CN": "可留空", en: "May be left empty" },
  timeZone: { "zh-CN": "时区", en: "Time zone" },
  languages: { "zh-CN": "问卷语言", en: "Languages" },
  chinese: { "zh-CN": "中文", en: "Chinese" },
  english: { "zh-CN": "英文", en: "English" },
  create: { "zh-CN": "创建", en: "Create" },
  cancel: { "zh-CN": "取消", en: "Cancel" },

  ...studyTexts,
  ...takingTexts,
} as const satisfies Record<string, Translated>;

/** What the researcher's pages say, by name. */
export type TextName = keyof typeof table;

/** The words of one language. */
export type Texts = (name: TextName) => string;

/** The words of one language. */
export function textsIn(language: Language): Texts {
  return (name) => table[name][language];
}
