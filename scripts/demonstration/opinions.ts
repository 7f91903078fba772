import type { Person } from "./person.ts";
import type { Random } from "./random.ts";
import { truths } from "./truths.ts";

/** Answers about the news: how much, from where, and how well it can be judged. */
export function newsAnswers(person: Person, random: Random): Record<string, unknown> {
  const overOneHour = person.isShaoxing ? truths.overOneHour.shaoxing : truths.overOneHour.elsewhere;
  const newsTime = random.happens(overOneHour)
    ? random.pick({ "60-120": 0.6, over120: 0.4 })
    : random.pick({ under15: 0.12, "15-30": 0.3, "30-60": 0.58 });
  const sources = Object.entries(reach).flatMap(([source, [young, old]]) =>
    random.happens(old + (young - old) * person.literacy) ? [source] : [],
  );
  const used = sources.length === 0 ? ["none"] : sources;
  const trusted = sources.filter((source) => random.happens(trust[source] ?? 0.5));
  return {
    news_time: newsTime,
    sources: used,
    ...(sources.length > 0 && { sources_trusted: trusted.length === 0 ? ["none"] : trusted }),
    tell_true: random.happens(unableToTell(person))
      ? "unable"
      : random.pick({ always: 0.22 + 0.3 * person.literacy, mostly: 0.8, sometimes: 0.5 }),
  };
}

/** Share that uses a source: of the youngest and most schooled, and of the oldest and least schooled. */
const reach: Readonly<Record<string, readonly [number, number]>> = {
  tv: [0.45, 0.9],
  newspaper: [0.16, 0.3],
  press_conference: [0.5, 0.4],
  government_account: [0.62, 0.3],
  health_account: [0.4, 0.2],
  short_video: [0.55, 0.45],
  wechat_group: [0.72, 0.6],
  weibo: [0.45, 0.03],
  community: [0.3, 0.5],
  family: [0.35, 0.6],
};
const trust: Readonly<Record<string, number>> = {
  tv: 0.86,
  newspaper: 0.84,
  press_conference: 0.9,
  government_account: 0.88,
  health_account: 0.9,
  short_video: 0.35,
  wechat_group: 0.3,
  weibo: 0.38,
  community: 0.75,
  family: 0.5,
};

/** More likely for the old and the less schooled; 27% over all who answer. */
function unableToTell({ literacy }: Person): number {
  const typicalLiteracy = 0.727;
  return truths.unableToTell - 0.45 * (literacy - typicalLiteracy);
}

/** Answers about the authorities' openness; `progress` runs from 0 on the first day to 1 on the last. */
export function authorityAnswers(person: Person, progress: number, random: Random): Record<string, unknown> {
  const [first, last] = person.isShaoxing ? truths.localOpenness.shaoxing : truths.localOpenness.elsewhere;
  const open = first + (last - first) * progress;
  const scale = (share: number, [very, fairly, ...rest]: readonly [string, string, string, string, string]): string =>
    random.happens(share)
      ? random.happens(0.45 + 0.2 * progress)
        ? very
        : fairly
      : random.pick({ [rest[0]]: 0.62, [rest[1]]: 0.28, [rest[2]]: 0.1 });
  return {
    openness: { local: scale(open, openness), national: scale(0.84 + 0.05 * progress, openness) },
    timeliness: { local: scale(open - 0.06, timeliness), national: scale(0.76 + 0.08 * progress, timeliness) },
  };
}

const openness = ["very_open", "fairly_open", "neutral", "not_very_open", "not_open"] as const;
const timeliness = ["very_timely", "fairly_timely", "neutral", "not_very_timely", "not_timely"] as const;
