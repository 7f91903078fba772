import { formatCount, formatShare, formatUncertainty } from "../../../charts/format.ts";
import { judge } from "../../../charts/judgement.ts";
import { itemLabels } from "../../../charts/itemLabel.ts";
import { textOf as estimateText } from "../../../charts/mark.ts";
import { weightInWords } from "../../../charts/weightInWords.ts";
import type { CodebookQuestion } from "../../../surveys/codebook/codebook.ts";
import { usualDivisions } from "../../../surveys/codebook/usualChoices.ts";
import type { AnalysisResult } from "../../analysis/analysisApi.ts";
import { disclosedResult } from "../../figures/disclosed.ts";
import { paragraph, type Block } from "../document.ts";
import { analyse, sayTo, type ReportContext } from "../reportContext.ts";
import { countOf } from "./arrivals.ts";

/** The largest groups of a question with many. */
const mostGroups = 10;

/** Who answered: each of the usual divisions as it came, and as it counts. */
export async function whoAnswered(context: ReportContext): Promise<Block[]> {
  const { reader, allDays, codebook } = context;
  const { language } = reader;
  const say = sayTo(reader);
  const { responses, excluded } = await countOf(allDays, context);
  const counts = [responses, responses - (excluded ?? 0)].map((count) => formatCount(count, language));
  const tables: Block[] = [];
  let weight = "";
  for (const question of usualDivisions(codebook)) {
    const asked = { question: question.name, statistic: "shares", ...allDays } as const;
    const counted = disclosedResult(await analyse(context, asked));
    const plain = disclosedResult(await analyse(context, { ...asked, weight: "none" }));
    weight = weightInWords(counted.weight, language);
    tables.push(tableOf(question, { plain, counted }, context));
  }
  const intro = say(
    `共收到 ${counts[0] ?? ""} 份回答${excluded === null ? "" : `，其中 ${counts[1] ?? ""} 份通过质量检查`}。`,
    `${counts[0] ?? ""} responses came in${excluded === null ? "" : `, of which ${counts[1] ?? ""} passed screening`}. `,
  );
  const shares =
    tables.length === 0
      ? ""
      : say(
          `下列各表是回答者的构成：左为实际收到的，右为加权后计入估计的（${weight}）。`,
          `The tables show who they were: as they came, and as they count in estimates (${weight}).`,
        );
  return [paragraph(`${intro}${shares}`.trim()), ...tables];
}

function tableOf(
  { title }: CodebookQuestion,
  { plain, counted }: { plain: AnalysisResult; counted: AnalysisResult },
  { reader }: ReportContext,
): Block {
  const { language } = reader;
  const say = sayTo(reader);
  const isNumber = true;
  const rows = itemLabels(counted.items, reader).map((label, place) => ({
    label,
    came: plain.estimates[place]?.[0]?.[0],
    counts: counted.estimates[place]?.[0]?.[0],
  }));
  const size = ({ came }: (typeof rows)[number]): number => (came?.kind === "estimate" ? came.value : -1);
  const isLong = rows.length > mostGroups;
  const shown = isLong ? [...rows].sort((one, other) => size(other) - size(one)).slice(0, mostGroups) : rows;
  const n = rows.find(({ counts }) => counts?.kind === "estimate")?.counts?.n ?? 0;
  const of = isLong
    ? say(`，最多的 ${mostGroups} 组（共 ${rows.length} 组）`, `, the ${mostGroups} largest of ${rows.length} groups`)
    : "";
  return {
    kind: "table",
    caption: `${reader.read(title)}${of}${say("，", ", ")}n = ${formatCount(n, language)}`,
    columns: [
      { title: say("组别", "Group"), isNumber: false },
      { title: say("收到的", "As they came"), isNumber },
      { title: say("加权后", "As they count"), isNumber },
      { title: say("95% 区间", "95% interval"), isNumber },
    ],
    rows: shown.map(({ label, came, counts }) => {
      const judgement = counts === undefined ? null : judge(counts);
      const isShown = judgement?.kind === "shown";
      return [
        { text: label },
        { text: came?.kind === "estimate" ? formatShare(came.value, { language, n: came.n }) : "–" },
        { text: counts === undefined ? "–" : estimateText(counts, language) },
        { text: isShown ? formatUncertainty(judgement.estimate, "share", { language, n: judgement.estimate.n }) : "" },
      ];
    }),
  };
}
