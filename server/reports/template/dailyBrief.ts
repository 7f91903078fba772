import type { Translated } from "../../../surveys/language.ts";

/** One to two pages for the morning: what came in, what has moved, what people need and believe, what waits for an answer. */
export const dailyBrief: Translated = {
  "zh-CN": `# 每日简报 · {{day}}

{{study.title}}。累计 n = {{n}}，数据截至{{asOf}}。

## 要点

{{part:key-points week}}

## 重点指标与预警

{{part:indicators week}}

## 公众最需要知道什么

{{part:needs week}}

## 流传的说法

{{part:rumours week}}

## 待回应的问题

{{part:open-questions week}}

## 今天的回答与质量

{{part:arrivals}}

## 调查方法

{{part:methods}}
`,
  en: `# Daily brief · {{day}}

{{study.title}}. n = {{n}} in all, as of {{asOf}}.

## In short

{{part:key-points week}}

## Headline indicators and warnings

{{part:indicators week}}

## What people most need to know

{{part:needs week}}

## Claims that go round

{{part:rumours week}}

## Questions that wait for an answer

{{part:open-questions week}}

## Today’s responses and their quality

{{part:arrivals}}

## Methods

{{part:methods}}
`,
};
