import type { ItemMoments } from "../items/itemMoments.ts";

/** Why a scale's reliability cannot be told. Items are counted from 0. */
export type ScaleFault =
  | {
      readonly kind: "not-estimable";
      readonly reason: "too-few-items" | "no-data" | "n-too-small" | "no-variance" | "did-not-converge";
      /** People who answered every item. */
      readonly n: number;
    }
  | {
      readonly kind: "not-estimable";
      /** `heywood`: the factor explains all of an item and more, which no item can be. */
      readonly reason: "zero-variance-item" | "heywood";
      readonly n: number;
      readonly item: number;
    };

/** What is wrong with the answers to a scale before anything is worked out of them; `null` for nothing. */
export function scaleFault({ size, n, constantItem }: ItemMoments, fewestItems: number): ScaleFault | null {
  const fault = { kind: "not-estimable", n } as const;
  if (size < fewestItems) return { ...fault, reason: "too-few-items" };
  if (n === 0) return { ...fault, reason: "no-data" };
  if (n === 1) return { ...fault, reason: "n-too-small" };
  return constantItem === null ? null : { ...fault, reason: "zero-variance-item", item: constantItem };
}
