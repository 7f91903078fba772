import { formatCount, formatDay, formatDuration, formatShare } from "../../../charts/format.ts";
import { judge } from "../../../charts/judgement.ts";
import { roundedToBase } from "../../../stats/disclosure/publication.ts";
import { paragraph, type Block } from "../document.ts";
import { analyse, dayAfter, sayTo, type Days, type ReportContext } from "../reportContext.ts";

/** What came in on some days; counts to the nearest 5, as everything that may leave the house. */
interface Counted {
  readonly responses: number;
  /** `null` where nobody has screened them. */
  readonly excluded: number | null;
}

/** Today's responses: how many, against the days before; how many are left out, and how long people took. */
export async function arrivals(context: ReportContext): Promise<Block[]> {
  const { day, allDays } = context;
  const [ofDay, before, all] = await Promise.all([
    countOf({ from: day, to: day }, context),
    countOf({ from: dayAfter(day, -7), to: dayAfter(day, -1) }, context),
    countOf(allDays, context),
  ]);
  const median = await medianInWords(context);
  const sentences = [
    cameIn(ofDay, before, context),
    ...screenedInWords(ofDay, context),
    ...median,
    totalInWords(all, context),
  ];
  return [paragraph(sentences.join(sayTo(context.reader)("", " ")))];
}

/** The responses of the report's day, or of all days, in one sentence. */
export async function arrivalsInShort(context: ReportContext): Promise<string> {
  const { day, period, week, allDays } = context;
  if (period !== week) return totalInWords(await countOf(allDays, context), context);
  const [ofDay, before] = await Promise.all([
    countOf({ from: day, to: day }, context),
    countOf({ from: dayAfter(day, -7), to: dayAfter(day, -1) }, context),
  ]);
  return cameIn(ofDay, before, context);
}

/** Counts the responses of days, before anybody is weighted or left out. */
export async function countOf({ from, to }: Days, context: ReportContext): Promise<Counted> {
  const { responses, screening } = await analyse(context, { indicator: { kind: "days", from, to }, from, to });
  return {
    responses: roundedToBase(responses, 5),
    excluded: screening === null ? null : roundedToBase(screening.excluded, 5),
  };
}

function cameIn(ofDay: Counted, before: Counted, { day, allDays, reader }: ReportContext): string {
  const { language } = reader;
  const say = sayTo(reader);
  const [count, usual] = [ofDay.responses, before.responses / 7].map((each) => formatCount(each, language));
  const days = formatDay(day, language);
  const came = say(`${days}收到 ${count ?? ""} 份回答`, `${count ?? ""} responses came in on ${days}`);
  if (dayAfter(day, -7) < allDays.from) return `${came}${say("。", ".")}`;
  return say(
    `${came}，之前七天平均每天 ${usual ?? ""} 份。`,
    `${came}; the seven days before had ${usual ?? ""} a day.`,
  );
}

function screenedInWords({ responses, excluded }: Counted, { reader }: ReportContext): string[] {
  const { language } = reader;
  if (responses === 0) return [];
  if (excluded === null) return [sayTo(reader)("尚未做质量检查。", "They have not been screened.")];
  const count = formatCount(excluded, language);
  const share = formatShare(excluded / responses, { language, n: responses });
  return [
    sayTo(reader)(
      `其中 ${count} 份（${share}）未通过质量检查，不计入估计。`,
      `${count} of them (${share}) did not pass screening and count in no estimate.`,
    ),
  ];
}

/** The overview knows the time of one day only: the present, or the last. */
async function medianInWords(context: ReportContext): Promise<string[]> {
  const { asking, study, day, reader } = context;
  const overview = await asking.overview(study);
  if (overview.day?.day !== day) return [];
  const say = sayTo(reader);
  const judgement = judge(overview.day.medianSeconds);
  const running = overview.day.isToday ? [say("当天尚未结束。", "The day is still running.")] : [];
  if (judgement.kind === "not-shown" || judgement.estimate.n < 100) return running;
  const time = formatDuration(judgement.estimate.value);
  const { interval } = judgement.estimate;
  const ends = interval === null ? "" : [interval.lower, interval.upper].map(formatDuration).join("–");
  const n = formatCount(roundedToBase(judgement.estimate.n, 5), reader.language);
  return [
    say(
      `填答用时中位数 ${time}（分:秒；95% 区间 ${ends}，n = ${n}）。`,
      `The median time to answer was ${time} minutes (95% interval ${ends}, n = ${n}).`,
    ),
    ...running,
  ];
}

function totalInWords({ responses, excluded }: Counted, { allDays, reader }: ReportContext): string {
  const { language } = reader;
  const since = formatDay(allDays.from, language);
  const counts = [responses, responses - (excluded ?? 0)].map((count) => formatCount(count, language));
  const [all = "", valid = ""] = counts;
  if (excluded === null)
    return sayTo(reader)(`自${since}以来累计 ${all} 份。`, `Since ${since} there have been ${all}.`);
  return sayTo(reader)(
    `自${since}以来累计 ${all} 份，有效 ${valid} 份。`,
    `Since ${since} there have been ${all}, of which ${valid} count.`,
  );
}
