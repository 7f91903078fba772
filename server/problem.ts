import type { Language, Translated } from "../surveys/language.ts";

/** Every failure a caller can be told about: its HTTP status and its title in each language. */
const problems = {
  "malformed-request": { status: 400, title: { "zh-CN": "请求无法读取", en: "The request could not be read" } },
  "invalid-parameter": {
    status: 400,
    title: { "zh-CN": "请求参数不正确", en: "A parameter of the request is not right" },
  },
  "invalid-answers": { status: 422, title: { "zh-CN": "有答案需要修改", en: "Some answers need to be changed" } },
  "invalid-definition": {
    status: 422,
    title: { "zh-CN": "问卷定义有误", en: "The questionnaire definition has faults" },
  },
  "invalid-mapping": {
    status: 422,
    title: { "zh-CN": "映射文件有误", en: "The mapping has faults" },
  },
  "invalid-scheme": { status: 422, title: { "zh-CN": "加权方案有误", en: "The weighting scheme has faults" } },
  "weights-not-possible": {
    status: 422,
    title: { "zh-CN": "按此方案无法得出权重", en: "No weights can be made by this scheme" },
  },
  "invalid-rules": { status: 422, title: { "zh-CN": "质量规则有误", en: "The rules of screening have faults" } },
  "no-rules": { status: 409, title: { "zh-CN": "还没有质量规则", en: "There are no rules to screen by yet" } },
  "invalid-file": { status: 422, title: { "zh-CN": "文件无法读取", en: "The file could not be read" } },
  "invalid-rows": { status: 422, title: { "zh-CN": "有数据行需要修改", en: "Rows of the file need to be changed" } },
  "sign-in-needed": { status: 401, title: { "zh-CN": "请先登录", en: "Please sign in" } },
  "sign-in-refused": {
    status: 401,
    title: { "zh-CN": "用户名或密码不正确", en: "That name and password do not belong together" },
  },
  "not-allowed": { status: 403, title: { "zh-CN": "您没有权限这样做", en: "You may not do this" } },
  "not-found": { status: 404, title: { "zh-CN": "这里没有内容", en: "There is nothing at this address" } },
  "method-not-allowed": {
    status: 405,
    title: { "zh-CN": "此地址不支持该操作", en: "This address does not answer that method" },
  },
  "already-exists": { status: 409, title: { "zh-CN": "已经存在", en: "This exists already" } },
  "other-content": {
    status: 409,
    title: { "zh-CN": "同一编号已提交过不同的内容", en: "This submission was already received with other answers" },
  },
  "changed-meanwhile": {
    status: 409,
    title: {
      "zh-CN": "内容已被他人修改，请重新载入后再改",
      en: "Somebody else has changed this meanwhile; load it again before you change it",
    },
  },
  "invalid-frame": { status: 422, title: { "zh-CN": "编码框有误", en: "The code frame has faults" } },
  "invalid-template": { status: 422, title: { "zh-CN": "报告模板有误", en: "The template of the report has faults" } },
  "not-publishable": {
    status: 409,
    title: { "zh-CN": "现在还不能公开", en: "This cannot be public yet" },
  },
  "invalid-claims": {
    status: 422,
    title: { "zh-CN": "文中的可核数字有误", en: "Claims in the text have faults" },
  },
  "claim-withdrawn": { status: 410, title: { "zh-CN": "这个可核数字已撤回", en: "This claim was withdrawn" } },
  "link-over": { status: 410, title: { "zh-CN": "这个链接已失效", en: "This link has ended" } },
  "study-draft": { status: 409, title: { "zh-CN": "调查尚未开始", en: "This survey has not been opened yet" } },
  "study-not-yet-open": {
    status: 409,
    title: { "zh-CN": "调查尚未到开始时间", en: "This survey has not started yet" },
  },
  "study-over": { status: 409, title: { "zh-CN": "调查已经结束", en: "This survey has ended" } },
  "study-closed": {
    status: 409,
    title: { "zh-CN": "调查已关闭，不再接收回答", en: "This survey is closed and takes no more answers" },
  },
  "too-large": { status: 413, title: { "zh-CN": "内容太大", en: "This is too large" } },
  "unsupported-media-type": {
    status: 415,
    title: { "zh-CN": "不支持的内容类型", en: "This content type is not supported" },
  },
  "too-many-requests": {
    status: 429,
    title: { "zh-CN": "请求太频繁，请稍后再试", en: "Too many requests; please wait a moment" },
  },
  internal: { status: 500, title: { "zh-CN": "服务器出错", en: "Something went wrong here" } },
  "store-full": {
    status: 507,
    title: { "zh-CN": "存储空间已满，回答未保存", en: "There is no room to keep this; nothing was saved" },
  },
  "store-unavailable": {
    status: 503,
    title: { "zh-CN": "暂时无法保存，请稍后再试", en: "This cannot be kept just now; please try again shortly" },
  },
} as const satisfies Record<string, { status: number; title: Translated }>;

/** The name of a failure in the table. */
export type ProblemName = keyof typeof problems;

/** One field that was at fault. `field` is a path as the caller wrote it: `answers.age`, `pages[0].elements[2].visibleIf`. */
export interface FieldFault {
  readonly field: string;
  /** A stable word for programs: `unknown-question`, `not-a-choice`. */
  readonly code: string;
  readonly message: Translated;
}

/** A failure that is the caller's or the world's to mend; everything else that is thrown becomes a bare 500. */
export class Problem extends Error {
  readonly problem: ProblemName;
  readonly faults: readonly FieldFault[];
  readonly retryAfterSeconds: number | null;

  constructor(problem: ProblemName, faults: readonly FieldFault[] = [], retryAfterSeconds: number | null = null) {
    super(problem);
    this.problem = problem;
    this.faults = faults;
    this.retryAfterSeconds = retryAfterSeconds;
  }

  /** HTTP status of this failure. */
  get status(): number {
    return problems[this.problem].status;
  }
}

/** What a failure is called in the reader's language. */
export function problemTitle({ problem }: Problem, language: Language): string {
  return problems[problem].title[language];
}

/** The most faults one answer lists, so that a body of problems stays under 4 kB. */
const mostFaults = 10;

/** The body of an answer of type `application/problem+json` (RFC 9457) in the reader's language. */
export function problemBody(problem: Problem, language: Language): object {
  const row = problems[problem.problem];
  const faults = problem.faults.slice(0, mostFaults);
  return {
    type: `urn:dingxin:problem:${problem.problem}`,
    title: row.title[language],
    status: row.status,
    ...(faults.length > 0 && {
      errors: faults.map(({ field, code, message }) => ({ field: shorten(field), code, message: message[language] })),
    }),
  };
}

/** Nothing a caller sent is repeated at length. */
function shorten(text: string): string {
  return text.length <= 100 ? text : `${text.slice(0, 99)}…`;
}

/** Waits for something; `null` where it is refused. @throws whatever else went wrong. */
export async function nullIfProblem<Found>(finding: Promise<Found>): Promise<Found | null> {
  try {
    return await finding;
  } catch (error) {
    if (error instanceof Problem) return null;
    throw error;
  }
}
