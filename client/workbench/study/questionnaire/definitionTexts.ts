import type { Translated } from "../../../../surveys/language.ts";

/** What the pages say on which a questionnaire is written and fielded. */
export const definitionTexts = {
  write: { "zh-CN": "编写", en: "Write" },
  versions: { "zh-CN": "已发布的版本", en: "Fielded versions" },
  parts: { "zh-CN": "问卷内容", en: "Parts of the questionnaire" },

  editor: { "zh-CN": "问卷定义（SurveyJS JSON）", en: "Definition (SurveyJS JSON)" },
  undo: { "zh-CN": "撤销", en: "Undo" },
  redo: { "zh-CN": "重做", en: "Redo" },
  format: { "zh-CN": "整理格式", en: "Tidy" },
  load: { "zh-CN": "载入文件", en: "Load a file" },
  download: { "zh-CN": "下载", en: "Download" },
  discard: { "zh-CN": "放弃草稿", en: "Discard the draft" },
  discardNote: {
    "zh-CN": "草稿将被删除，回到已发布的版本。已发布的版本不受影响。",
    en: "The draft is deleted and the fielded version comes back. What is fielded stays as it is.",
  },
  notJson: { "zh-CN": "文件不是文本", en: "The file is not a text" },

  kept: { "zh-CN": "草稿已保存", en: "Draft kept" },
  keeping: { "zh-CN": "正在保存…", en: "Keeping…" },
  nothingFielded: { "zh-CN": "还没有发布过，也没有草稿", en: "Nothing fielded yet, and no draft" },
  nothingKept: { "zh-CN": "与已发布的版本相同", en: "As fielded" },
  notKept: { "zh-CN": "草稿尚未保存", en: "The draft is not kept yet" },

  conflict: { "zh-CN": "草稿已在别处被修改", en: "The draft was changed elsewhere" },
  conflictNote: {
    "zh-CN": "另一个页面或另一位研究员保存了这份草稿。您的文字还在编辑器里，没有丢失。",
    en: "Another page or another researcher has kept this draft. Your text is still in the editor; nothing is lost.",
  },
  takeTheirs: { "zh-CN": "载入对方的草稿（可撤销）", en: "Load theirs (undo brings yours back)" },
  keepMine: { "zh-CN": "用我的覆盖", en: "Keep mine in its place" },

  overtaken: { "zh-CN": "草稿编写期间，新版本已发布：版本", en: "Fielded while this draft was written: version" },
  overtakenNote: {
    "zh-CN": "这份草稿是接着更早的版本写的。请与新版本比较，确认每处改动，再发布。",
    en: "The draft was written to follow an earlier version. Compare it with the new one and declare each change before you field it.",
  },
  follow: { "zh-CN": "与新版本比较", en: "Compare with the new version" },

  line: { "zh-CN": "第 {line} 行", en: "line {line}" },
  problems: { "zh-CN": "问题", en: "Problems" },
  noProblems: { "zh-CN": "没有问题，可以发布", en: "No problems: this can be fielded" },
  firstProblems: { "zh-CN": "最多显示十处", en: "At most ten are shown" },

  preview: { "zh-CN": "预览", en: "Preview" },
  previewNote: { "zh-CN": "只供试填，不会提交", en: "To try it: nothing is sent" },
  previewOld: { "zh-CN": "有问题待解决，预览为此前的内容", en: "Problems to mend: this is how it was before" },
  previewNone: { "zh-CN": "解决问题后可预览", en: "The preview comes once the problems are mended" },
  previewLanguage: { "zh-CN": "预览语言", en: "Language of the preview" },

  changesSince: { "zh-CN": "与版本 {version} 的差别", en: "What differs from version {version}" },
  changes: { "zh-CN": "差别", en: "What differs" },
  changesNote: {
    "zh-CN":
      "请逐条说明：改动前后的结果是否可比。不可比会中断该题及由它得出的序列；若改动不属于任何题目，则中断全部序列。",
    en: "Say of each whether results from before and after it compare. A break interrupts the series of its question and of what is made from it; where the change is of no question, every series.",
  },
  noChanges: { "zh-CN": "没有差别", en: "Nothing differs" },
  changesLater: { "zh-CN": "解决问题后显示差别", en: "Shown once the problems are mended" },
  firstVersion: { "zh-CN": "这将是第一个版本", en: "This will be the first version" },
  allComparable: { "zh-CN": "其余均可比", en: "All others comparable" },
  comparable: { "zh-CN": "可比", en: "Comparable" },
  break: { "zh-CN": "不可比", en: "Break" },
  declaration: { "zh-CN": "改动前后的结果", en: "Results before and after" },
  undeclared: { "zh-CN": "处待说明", en: "to be declared" },
  before: { "zh-CN": "原为", en: "Before" },
  after: { "zh-CN": "现为", en: "Now" },
  nothing: { "zh-CN": "（无）", en: "(nothing)" },
  wholeQuestionnaire: { "zh-CN": "整份问卷", en: "The questionnaire" },

  becomes: { "zh-CN": "发布后：", en: "Once fielded:" },
  field: { "zh-CN": "发布", en: "Field it" },
  fieldNote: {
    "zh-CN": "发布后的版本不可修改，之后的回答都用这个版本。",
    en: "A fielded version never changes. Everyone who answers from now on is asked this one.",
  },
  fieldAs: { "zh-CN": "发布为版本", en: "Field as version" },
  fielded: { "zh-CN": "已发布版本", en: "Fielded as version" },
  declaredBefore: { "zh-CN": "与上一版本的差别", en: "What differs from the version before" },
} as const satisfies Record<string, Translated>;
