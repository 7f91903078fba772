import type { RulesContent } from "../../server/quality/qualityApi.ts";
import { demonstrationStudy } from "./study.ts";

/**
 * By what the demonstration is screened. Straight lines are only shown: the GAD-7 has seven items, all worded the same
 * way, and a fifth of those who answer in earnest give the same answer to all of them.
 */
export const demonstrationRules: RulesContent = {
  from: demonstrationStudy.firstDay,
  because:
    "注意力题答错、不到中位用时三成、与更早的回答几乎全同，各自足以剔除；各页偏快与罕见的组合须同时出现。GAD-7 七题方向一致，整齐作答只显示。 / " +
    "A failed attention check, less than 30% of the median time, and a repeat each suffice; fast pages and rare combinations only together. The seven items of the GAD-7 point one way: straight lines are only shown.",
  batteries: ["gad7_score"],
  attention: { counts: "alone", checks: [{ variable: "attention", right: ["little"] }] },
  rush: { counts: "alone", share: 0.3 },
  speed: { counts: "with-another", index: 1.75, share: 0.4 },
  "straight-line": { counts: "shown", share: 0.8 },
  distance: { counts: "with-another" },
  repeat: { counts: "alone", share: 0.9 },
  burst: { counts: "shown" },
};
