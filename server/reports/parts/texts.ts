import { formatCount, formatInterval, formatPValue, formatShare } from "../../../charts/format.ts";
import { roundedToBase } from "../../../stats/disclosure/publication.ts";
import type { LocalisedText } from "../../../surveys/definition.ts";
import type { TermFound, TermRisen, TermsFound } from "../../texts/textsApi.ts";
import { item, paragraph, type Block } from "../document.ts";
import { sayTo, type ReportContext } from "../reportContext.ts";
import { daysInWords } from "./daysInWords.ts";

/** What fewer wrote could be known by its words. */
const fewestWriters = 100;
const fewestPeople = 10;
const mostTerms = 10;

/** An open question with the terms of the report's period. */
export interface StudiedTexts {
  readonly title: LocalisedText;
  readonly found: TermsFound;
}

/** What people write of their own accord: the terms of most people, and those that more write than before. */
export async function texts(context: ReportContext): Promise<Block[]> {
  return (await studiedTexts(context)).flatMap(({ title, found }) => blocksOf(title, found, context));
}

/** The open questions of a study with their terms; those with too few writers are left out. */
export async function studiedTexts({ codebook, asking, study, period }: ReportContext): Promise<StudiedTexts[]> {
  const studied: StudiedTexts[] = [];
  for (const { title, variables } of codebook.questions)
    for (const { kind, name } of variables) {
      // Words beside a choice are a question's of another kind.
      if (kind !== "text" || variables.length > 1) continue;
      const found = await asking.terms(study.study, { question: name, ...period });
      if ((found.period?.writers ?? 0) >= fewestWriters) studied.push({ title, found });
    }
  return studied;
}

/** Terms that significantly more people wrote than in the days before. */
export function risenTerms({ risen }: TermsFound): TermRisen[] {
  const isLarge = (risen?.period.writers ?? 0) >= fewestWriters && (risen?.before.writers ?? 0) >= fewestWriters;
  return isLarge && risen !== null ? risen.terms.filter(({ people }) => people >= fewestPeople).slice(0, 5) : [];
}

function blocksOf(title: LocalisedText, found: TermsFound, context: ReportContext): Block[] {
  const { reader, period } = context;
  const { language } = reader;
  const say = sayTo(reader);
  const frequent = found.frequent.filter(({ people }) => people >= fewestPeople).slice(0, mostTerms);
  const writers = found.period?.writers ?? 0;
  const n = formatCount(roundedToBase(writers, 5), language);
  const intro = say(
    `开放题“${reader.read(title)}”：${daysInWords(period, context)}有 ${n} 人写了内容。${frequent.length === 0 ? "没有一个词有十人以上写到。" : ""}`,
    `The open question “${reader.read(title)}”: ${n} people wrote something ${daysInWords(period, context, "within")}. ${frequent.length === 0 ? "No term was written by ten of them." : ""}`,
  );
  const isNumber = true;
  const table: Block[] =
    frequent.length === 0
      ? []
      : [
          {
            kind: "table",
            caption: say(
              "最多人写到的词，未加权；中文分词由程序完成",
              "The terms most people wrote, unweighted; Chinese is cut into words by a program",
            ),
            columns: [
              { title: say("词", "Term"), isNumber: false },
              { title: say("写到的人", "Of those who wrote"), isNumber },
              { title: say("95% 区间", "95% interval"), isNumber },
              { title: "n", isNumber },
            ],
            rows: frequent.map(({ term, share, interval }) => [
              { text: term },
              { text: formatShare(share, { language, n: writers }) },
              { text: formatInterval(interval, "share", { language, n: writers }) },
              { text: n },
            ]),
          },
        ];
  return [paragraph(intro.trim()), ...table, ...risenTerms(found).map((term) => risenItem(term, found, context))];
}

/** How much more people write a term than before. */
export function risenItem(
  { term, before, qValue, ...now }: TermRisen,
  { risen }: TermsFound,
  { reader }: ReportContext,
): Block {
  const { language } = reader;
  const said = (found: Omit<TermFound, "term">, writers: number): string => {
    const style = { language, n: writers };
    const n = formatCount(roundedToBase(writers, 5), language);
    const ends = formatInterval(found.interval, "share", style);
    return sayTo(reader)(
      `${formatShare(found.share, style)}（95% 区间 ${ends}，n = ${n}）`,
      `${formatShare(found.share, style)} (95% interval ${ends}, n = ${n})`,
    );
  };
  const found = said(now, risen?.period.writers ?? 0);
  const q = formatPValue(qValue, language).replace("p", "q");
  const earlier =
    before === null
      ? sayTo(reader)("之前几乎没有人写到", "hardly anybody wrote it before")
      : sayTo(reader)(
          `之前为 ${said(before, risen?.before.writers ?? 0)}`,
          `before, ${said(before, risen?.before.writers ?? 0)}`,
        );
  return item(
    sayTo(reader)(
      `：写到的人明显增多，占 ${found}，${earlier}；${q}。`,
      `: written by more people than before, ${found}; ${earlier}; ${q}.`,
    ),
    `“${term}”`,
  );
}
