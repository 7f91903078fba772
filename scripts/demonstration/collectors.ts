import type { Collector } from "../../server/collectors/collectorsApi.ts";

/** The links through which the simulated answers come. */
export const demonstrationCollectors: readonly Collector[] = [
  { collector: "wechat", title: "微信 WeChat", gridUnit: null },
  { collector: "newspaper", title: "晚报 Newspaper", gridUnit: null },
  { collector: "community", title: "社区 Community", gridUnit: null },
];
