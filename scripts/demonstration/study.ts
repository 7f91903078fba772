import type { Study } from "../../server/fielding/study.ts";

/** The demonstration study: 35 days from 30 January 2020, as in the study Dingxin comes from, but simulated. */
export const demonstrationStudy: Study & { firstDay: string; lastDay: string } = {
  study: "shaoxing-2020",
  title: {
    "zh-CN": "疫情信息需求与公众心态每日调查（演示）",
    en: "Daily survey of information needs and public mood (demonstration)",
  },
  state: "open",
  timeZone: "Asia/Shanghai",
  languages: ["zh-CN", "en"],
  firstDay: "2020-01-30",
  lastDay: "2020-03-04",
  simulated: true,
  owner: null,
};

/**
 * The beginning of the day that the demonstration takes for today, the study's last: a visitor finds it open with five weeks
 * of answers behind it, and sees their own answer join the last day.
 */
export const demonstrationMidnight = new Date(`${demonstrationStudy.lastDay}T00:00:00+08:00`);
