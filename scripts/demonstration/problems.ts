import type { ProblemContent } from "../../server/problems/problemsApi.ts";

/**
 * What went wrong in the demonstration, as the draw of its answers would have it: on 1 February none of Xinchang's answers
 * came through the community link, as on no other day in no other unit of Shaoxing. `docs/demonstration-study.md` tells it.
 */
export const demonstrationProblem: ProblemContent = {
  from: "2020-02-01",
  to: "2020-02-01",
  questions: null,
  // All that the unit lies in, so that what is of other places only is known to be untouched.
  places: [
    { variable: "grid_unit", codes: ["330624"] },
    { variable: "county", codes: ["330624"] },
    { variable: "city", codes: ["3306"] },
    { variable: "province", codes: ["33"] },
  ],
  what: {
    "zh-CN": "新昌的社区链接这一天打不开，当地没有一份回答经社区收集。",
    en: "The community link did not open in Xinchang on this day: none of its answers came through the community.",
  },
};

/** What was done about it. */
export const demonstrationResolution: ProblemContent["what"] = {
  "zh-CN": "链接第二天恢复；当天缺少的回答没有补收。",
  en: "The link was put up again the next day; what was missed was not collected later.",
};
