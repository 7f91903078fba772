import { figureWords } from "../../figures/figureWords.ts";
import type { FigureContent, MethodsLine } from "../../figures/figuresApi.ts";
import { notedIn } from "../../../charts/noted.ts";
import { formatDay } from "../../../charts/format.ts";
import { item, type Block, type PictureBlock } from "../document.ts";
import { analyse, requestOf, sayTo, type ReportContext } from "../reportContext.ts";
import { countOf } from "./arrivals.ts";

/** Lines of a methods box that belong to one figure and not to its study. */
const ofFigures = ["base", "filter", "wording", "effective"] as const;

/** The methods box of a whole report: what holds for all its numbers. */
export async function methods(context: ReportContext): Promise<Block[]> {
  const { reader, allDays, asking, study } = context;
  // What nobody says: that of which everybody is would not be public.
  const indicator = { kind: "not", of: { kind: "days", ...allDays } } as const;
  const content: FigureContent = {
    title: { "zh-CN": "全部回答", en: "All responses" },
    headline: { "zh-CN": "", en: "" },
    note: { "zh-CN": "", en: "" },
    look: { kind: "bars", request: requestOf(context, { indicator, ...allDays }) },
  };
  const { methods: all } = await asking.described(study, content, reader.language);
  const own = ofFigures.map((name) => figureWords[name][reader.language]);
  const lines = all.filter(({ label }) => !own.includes(label as (typeof own)[number]));
  return [{ kind: "methods", lines }];
}

/** The questions behind the figures of a report, with their bases: what the methods box of each says of it alone. */
export function wordings(pictures: readonly PictureBlock[], { reader }: ReportContext): Block[] {
  const { language } = reader;
  const say = sayTo(reader);
  const own: readonly string[] = ofFigures.map((name) => figureWords[name][language]);
  const linesOf = ({ methods: all }: PictureBlock): MethodsLine[] => all.filter(({ label }) => own.includes(label));
  return pictures.map((picture) =>
    item(
      `${say("。", ". ")}${linesOf(picture)
        .map(({ label, text }) => `${label}${say("：", ": ")}${text}`)
        .join(say("；", "; "))}`,
      picture.title,
    ),
  );
}

/** What the numbers cannot say, from what the study knows of itself. */
export async function limits(context: ReportContext): Promise<Block[]> {
  const { settings, reader, allDays, asking, study } = context;
  const { language } = reader;
  const say = sayTo(reader);
  const series = await analyse(context, { indicator: { kind: "days", ...allDays }, ...allDays, every: "day" });
  const breaks = notedIn(series, await asking.events(study.study), reader).filter(({ kind }) => kind === "break");
  const { excluded } = await countOf(allDays, context);
  const lines = [
    settings.limits[language],
    figureWords.limitsAlways[language],
    say(
      "按组或按日比较得到的是关联，不能说明原因。",
      "Comparisons of groups or days are of association, and say nothing about causes.",
    ),
    excluded === null ? say("回答未经质量检查。", "The responses were not screened.") : "",
    ...breaks.map(({ day, label }) =>
      say(
        `${formatDay(day, language)}：${label}；其前后的数字不能直接相比。`,
        `${formatDay(day, language)}: ${label}; numbers before and after it cannot be compared directly.`,
      ),
    ),
    say(figureWords.disclosureRule[language] + "。", `${figureWords.disclosureRule[language]}.`),
  ];
  return lines.filter((line) => line !== "").map((line) => item(line));
}
