import type { Translated } from "../../../../surveys/language.ts";

/** What the page says on which a study is brought into the field. */
export const fieldingTexts = {
  state: { "zh-CN": "调查状态", en: "State of the study" },
  draftNote: {
    "zh-CN": "还没有开放。受访者打开链接会看到“尚未开始”。",
    en: "Not opened yet. Who follows the link is told that it has not begun.",
  },
  openNote: {
    "zh-CN": "正在接收回答，限于下面的日期之内。",
    en: "Takes answers, within the days below.",
  },
  closedNote: {
    "zh-CN": "不再接收回答。已收到的回答都在。",
    en: "Takes no more answers. Those that came are all kept.",
  },
  openQuestion: { "zh-CN": "现在开放这项调查？", en: "Open the study now?" },
  openConsequence: {
    "zh-CN": "拿到链接的人都可以作答。已发布的问卷版本：",
    en: "Anyone with the link can answer. Version of the questionnaire in the field:",
  },
  closeQuestion: { "zh-CN": "现在关闭这项调查？", en: "Close the study now?" },
  closeConsequence: {
    "zh-CN": "正在作答的人将无法提交。之后可以再次开放。",
    en: "People who are answering just now cannot send their answers. It can be opened again.",
  },

  settings: { "zh-CN": "标题、日期与语言", en: "Titles, days and languages" },
  zoneStays: {
    "zh-CN": "已有回答，不能再改：每份回答的日期按时区确定",
    en: "Stays once there are responses: it decides which day each is of",
  },
  zoneRule: {
    "zh-CN": "如 Asia/Shanghai；一天在当地午夜结束",
    en: "Such as Asia/Shanghai; a day ends at its midnight",
  },
  save: { "zh-CN": "保存", en: "Save" },
  saved: { "zh-CN": "已保存", en: "Saved" },

  collectors: { "zh-CN": "收集渠道", en: "Collectors" },
  collectorsNote: {
    "zh-CN": "每个渠道有自己的链接和二维码。从它进来的回答都记下渠道，导出和分组时可用；设了网格的，也记下网格。",
    en: "Each has a link and a QR code of its own. What comes through it keeps the collector, for exports and breakdowns, and the grid unit where one is set.",
  },
  wholeStudy: { "zh-CN": "不分渠道", en: "No collector" },
  collector: { "zh-CN": "渠道", en: "Collector" },
  title: { "zh-CN": "名称", en: "Title" },
  titleRule: { "zh-CN": "如“晚报头版”“七村村委会”", en: "Such as the evening paper, or the committee of village 7" },
  code: { "zh-CN": "代号（写在链接里）", en: "Code (in the link)" },
  codeRule: { "zh-CN": "小写字母、数字和连字符", en: "Lower-case letters, digits and hyphens" },
  gridUnit: { "zh-CN": "网格", en: "Grid unit" },
  gridUnitRule: { "zh-CN": "可留空；如 330602", en: "May be left empty; such as 330602" },
  link: { "zh-CN": "链接", en: "Link" },
  qrCode: { "zh-CN": "二维码", en: "QR code" },
  add: { "zh-CN": "添加渠道", en: "Add a collector" },
  remove: { "zh-CN": "移除", en: "Remove" },
  removeQuestion: { "zh-CN": "移除这个渠道？", en: "Remove this collector?" },
  removeConsequence: {
    "zh-CN": "链接仍可作答，已有回答仍记着这个渠道，只是不再记网格。",
    en: "Its link still works and its responses keep it, but the grid unit is no longer noted.",
  },
  poster: { "zh-CN": "海报", en: "Poster" },

  back: { "zh-CN": "返回", en: "Back" },
  print: { "zh-CN": "打印", en: "Print" },
  scan: { "zh-CN": "扫码答题", en: "Scan to take part" },
  promise: { "zh-CN": "不记名 · 自愿参加", en: "Anonymous and voluntary" },
} as const satisfies Record<string, Translated>;
