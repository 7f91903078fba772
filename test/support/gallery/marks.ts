import type { Mark } from "../../../charts/figure.ts";

/** A share with an interval of `half` on each side, within 0 and 1. */
export function share(value: number, half = 0.03): Mark {
  const interval = { lower: Math.max(0, value - half), upper: Math.min(1, value + half) };
  return { value, interval, whyNoInterval: null };
}

/** A number of any sign with an interval of `half` on each side. */
export function signed(value: number, half = 0.03): Mark {
  return { value, interval: { lower: value - half, upper: value + half }, whyNoInterval: null };
}

/** As it stands where a number may not be public. */
export const withheld = "人数不足，不公布";

/** A name longer than any line. */
export const long = "在过去的一周里您有没有因为担心家人被感染而整夜睡不着觉或者反复测量体温";

/** The same in English, where words do not break. */
export const longEnglish =
  "Kept awake at night by worry about an infection of somebody in the family, or took one's temperature again and again";

/** What a title may be made of. */
export const hostile = `</text><script>alert(1)</script> "引号" ‘quotes’ “quotes” & <b>粗体</b> \u202eterces\u202c 👩‍👩‍👧 ${"长".repeat(60)}`;

/** Groups of age. */
export const ages = ["18–29 岁", "30–44 岁", "45–59 岁", "60 岁及以上", "全体"];

/** A number from 0 to 1 for a place, always the same, and without an order that one sees. */
export function scattered(place: number): number {
  return ((place * place * 7919 + place * 613 + 104_729) % 1009) / 1009;
}
