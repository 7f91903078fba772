import type { Language, Translated } from "../../surveys/language.ts";

const table = {
  reviewTitle: { "zh-CN": "发送前看一看", en: "Before you send" },
  reviewSome: {
    "zh-CN": "下面这些题还没有回答，可以点开补上，也可以直接发送。",
    en: "These questions have no answer yet. Open one to answer it, or send as it is.",
  },
  reviewNone: { "zh-CN": "所有题目都已回答，可以发送了。", en: "Every question is answered. You can send now." },
  send: { "zh-CN": "发送回答", en: "Send my answers" },
  back: { "zh-CN": "返回问卷", en: "Back to the questions" },
  sending: { "zh-CN": "正在发送…", en: "Sending…" },
  notSentYet: {
    "zh-CN": "还没有发送成功：网络或服务器暂时不通。您的回答保存在这台设备上，请不要关闭页面，我们会一直重试。",
    en: "Not sent yet: the network or the service cannot be reached. Your answers are safe on this device. Please keep this page open; we keep trying.",
  },
  tryNow: { "zh-CN": "现在重试", en: "Try now" },
  refused: {
    "zh-CN": "有的答案需要修改，您的回答都还在：",
    en: "Some answers need a change; all of them are still here:",
  },
  thanks: { "zh-CN": "已收到，谢谢您！", en: "Received. Thank you!" },
  receipt: { "zh-CN": "您的回执码", en: "Your receipt code" },
  receiptNote: {
    "zh-CN":
      "请抄下、复制或截屏保存。如果以后想撤回这份回答，请把回执码告诉调查的组织者；没有它，谁也找不到哪一份是您的。",
    en: "Please note it down, copy it or take a picture. Should you want your answers withdrawn, give this code to whoever runs the survey; without it nobody can tell which answers are yours.",
  },
  copy: { "zh-CN": "复制", en: "Copy" },
  copied: { "zh-CN": "已复制", en: "Copied" },
  restored: { "zh-CN": "已恢复您上次未完成的回答。", en: "Your unfinished answers are back." },
  clear: { "zh-CN": "清除本机上的回答，重新开始", en: "Clear this device and begin anew" },
  required: { "zh-CN": "必答", en: "needed" },
} as const satisfies Record<string, Translated>;

type TextName = keyof typeof table;

/** The words of one language. */
export type Texts = (name: TextName) => string;

/** Chooses the words of a language. */
export function textsIn(language: Language): Texts {
  return (name) => table[name][language];
}
