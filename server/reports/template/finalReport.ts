import type { Translated } from "../../../surveys/language.ts";

/** What a whole study has found, with how it was made. */
export const finalReport: Translated = {
  "zh-CN": `# {{study.title}}：总报告

共 n = {{n}} 份回答，数据截至{{asOf}}。

## 摘要

{{part:key-points}}

## 谁回答了调查

{{part:who-answered}}

## 指标的走势

{{part:trends}}

## 公众需要知道什么

{{part:needs}}

{{part:needs-figure}}

## 流传的说法

{{part:rumours}}

{{part:rumours-figure}}

## 量表：哪些人筛查阳性

{{part:scales}}

## 公众自己写了什么

{{part:texts}}

## 局限

{{part:limits}}

## 附录：题目原文与基数

{{part:wordings}}

## 附录：调查方法

{{part:methods}}
`,
  en: `# {{study.title}}: final report

n = {{n}} responses in all, as of {{asOf}}.

## Summary

{{part:key-points}}

## Who answered

{{part:who-answered}}

## How the indicators went

{{part:trends}}

## What people need to know

{{part:needs}}

{{part:needs-figure}}

## Claims that go round

{{part:rumours}}

{{part:rumours-figure}}

## Scales: who screens positive

{{part:scales}}

## What people wrote of their own accord

{{part:texts}}

## Limits

{{part:limits}}

## Appendix: question wordings and bases

{{part:wordings}}

## Appendix: methods

{{part:methods}}
`,
};
