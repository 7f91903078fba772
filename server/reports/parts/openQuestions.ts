import { estimateInWords } from "../../../charts/estimateInWords.ts";
import { judge } from "../../../charts/judgement.ts";
import type { StudiedTopic } from "../../needs/needsApi.ts";
import { item, paragraph, type Block } from "../document.ts";
import { sayTo, type ReportContext } from "../reportContext.ts";
import { byGap, quoted, studiedNeeds } from "./needs.ts";
import { studiedClaims, worrying, type StudiedClaim } from "./rumours.ts";
import { risenItem, risenTerms, studiedTexts, type StudiedTexts } from "./texts.ts";

const mostGaps = 3;
const mostClaims = 2;
/** Claims that fewer believe, of those who heard them, can wait. */
const believedByMany = 0.2;

/** What waits for an answer from whoever informs the public: wide gaps, claims that many believe, and words on the rise. */
export async function openQuestions(context: ReportContext): Promise<Block[]> {
  const say = sayTo(context.reader);
  const found = await studiedNeeds(context);
  const gaps = found === null ? [] : byGap(found.result).slice(0, mostGaps);
  const claims = worrying(await studiedClaims(context)).filter(
    ({ believed }) =>
      judge(believed).kind === "shown" && believed.kind === "estimate" && believed.value >= believedByMany,
  );
  const texts = await studiedTexts(context);
  const items = itemsOf({ gaps, claims, texts }, context);
  if (items.length > 0)
    return [
      paragraph(
        say(
          "对每一项：现在能告诉公众什么，有无核实结论，何时更新？",
          "For each of these: what can be said now, has it been verified, and when will there be more?",
        ),
      ),
      ...items,
    ];
  if (found === null && texts.length === 0) return [];
  return [
    paragraph(
      say(
        "目前没有达到列出标准的问题；这不等于公众没有疑问。",
        "Nothing reaches what is listed here; that does not mean that people have no questions.",
      ),
    ),
  ];
}

interface Waiting {
  readonly gaps: readonly StudiedTopic[];
  readonly claims: readonly StudiedClaim[];
  readonly texts: readonly StudiedTexts[];
}

function itemsOf({ gaps, claims, texts }: Waiting, context: ReportContext): Block[] {
  const { reader } = context;
  const { language } = reader;
  const say = sayTo(reader);
  return [
    ...gaps.map(({ label, gap }) =>
      item(
        say(
          `：${estimateInWords(gap, language)}需要而不满意。`,
          `: ${estimateInWords(gap, language)} need this and are not satisfied.`,
        ),
        reader.read(label),
      ),
    ),
    ...claims
      .slice(0, mostClaims)
      .map(({ label, believed }) =>
        item(
          say(
            `：听说者中 ${estimateInWords(believed, language)}相信。`,
            `: of those who heard this, ${estimateInWords(believed, language)} believe it.`,
          ),
          quoted(label, context),
        ),
      ),
    ...texts.flatMap(({ found: terms }) =>
      risenTerms(terms)
        .slice(0, mostClaims)
        .map((term) => risenItem(term, terms, context)),
    ),
  ];
}
