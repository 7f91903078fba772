import type { JSX } from "preact";
import { useMemo } from "preact/hooks";
import type { DotFigure } from "../../../../charts/figure.ts";
import { needPlane, quadrantWords } from "../../../../charts/figures/needPlane.ts";
import { markOf } from "../../../../charts/mark.ts";
import type { NeedsResult, StudiedTopic } from "../../../../server/needs/needsApi.ts";
import type { Codebook } from "../../../../surveys/codebook/codebook.ts";
import { EstimateCell } from "../../parts/estimateCell.tsx";
import { FigureView } from "../../parts/figureView.tsx";
import { headProvenance } from "../../parts/result/headProvenance.ts";
import { intervalOf } from "../../parts/result/provenance.ts";
import { ResultFrame } from "../../parts/resultFrame.tsx";
import { useReader, useWords, type PageReader } from "../../reader.ts";
import type { Pairing } from "../../../../surveys/codebook/questionPairs.ts";
import { citableNeeds } from "./citableNeeds.ts";
import { needTexts } from "./needTexts.ts";

/** A topic by its rank; the sign in its dot is the number in the table. */
interface Ranked extends StudiedTopic {
  readonly sign: string;
  readonly words: string;
}

/** Need against satisfaction as a plane, and the topics ranked by their gap. */
export function NeedRanking({
  result,
  pairing,
  codebook,
}: {
  result: NeedsResult;
  pairing: Pairing;
  codebook: Codebook;
}): JSX.Element {
  const reader = useReader();
  const words = useWords(needTexts);
  const { language, read } = reader;
  const ranked = useMemo(() => rankedOf(result, pairing, reader), [result, pairing.name, language]);
  const plane = useMemo(
    () => needPlane(result, { title: needTexts.plane[language], topics: ranked }, reader),
    [ranked],
  );
  const gaps = useMemo(() => gapsOf(result, ranked, reader), [ranked]);
  const figures = plane === null ? [gaps] : [plane, gaps];
  const columns = (["rank", "topic", "need", "satisfied", "gap", "quadrant"] as const).map((name) => words(name));
  const estimates = ranked.flatMap(({ need, satisfied }) => [need, satisfied]);
  return (
    <section class="card" id="needs">
      <ResultFrame
        name="needs"
        title={words("plane")}
        figures={figures}
        table={{
          title: words("plane"),
          columns,
          rows: ranked.map((topic) => [
            topic.sign,
            topic.words,
            topic.need,
            topic.satisfied,
            topic.gap,
            quadrantText(topic, reader),
          ]),
        }}
        makes={{ study: result.study, look: { kind: "quadrant", request: result.request } }}
        cites={{ study: result.study, claims: citableNeeds(result, ranked) }}
        provenance={headProvenance(
          result,
          {
            statistic: words("statistic"),
            base: words("base"),
            answered: null,
            interval: intervalOf(estimates),
            pages: ["methods/items.md", "methods/share-intervals.md", "weighting.md"],
          },
          { codebook, reader },
        )}
      >
        <div>
          <h2>{words("plane")}</h2>
          <p class="soft base">{read(pairing.first.title)}</p>
        </div>
        <div class="needs-body">
          {plane !== null && (
            <div>
              <FigureView figure={plane} />
              <p class="soft base">
                {words("planeNote")} {words("unclearNote")}
              </p>
            </div>
          )}
          <div>
            <h3>{words("ranking")}</h3>
            <FigureView figure={gaps} />
            <p class="soft base">{words("rankingNote")}</p>
          </div>
        </div>
        <RankingTable columns={columns} ranked={ranked} />
      </ResultFrame>
    </section>
  );
}

function RankingTable({ columns, ranked }: { columns: readonly string[]; ranked: readonly Ranked[] }): JSX.Element {
  const reader = useReader();
  const words = useWords(needTexts);
  return (
    <div class="table-frame needs-table" tabIndex={0} role="region" aria-label={words("ranking")}>
      <table>
        <thead>
          <tr>
            {columns.map((column, place) => (
              <th key={column} scope="col" class={place >= 2 && place <= 4 ? "number" : ""}>
                {column}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {ranked.map((topic, row) => (
            <tr key={topic.variable}>
              <td class="rank">{topic.sign}</td>
              <th scope="row">{topic.words}</th>
              <EstimateCell estimate={topic.need} at={[row, 2]} />
              <EstimateCell estimate={topic.satisfied} at={[row, 3]} />
              <EstimateCell estimate={topic.gap} at={[row, 4]} />
              <td>
                {topic.placed?.isUnclear === true ? (
                  <span class="soft">{quadrantText(topic, reader)}</span>
                ) : (
                  quadrantText(topic, reader)
                )}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

/** Those with a gap by its size, then the others in their order. */
function rankedOf({ topics, byGap }: NeedsResult, { pairs }: Pairing, { read }: PageReader): Ranked[] {
  const others = [...topics.keys()].filter((place) => !byGap.includes(place));
  return [...byGap, ...others].flatMap((place, rank) => {
    const topic = topics[place];
    if (topic === undefined) return [];
    const label = pairs.find(({ second }) => second.name === topic.variable)?.label ?? topic.label;
    return [{ ...topic, sign: String(rank + 1), words: read(label) }];
  });
}

function gapsOf({ responses }: NeedsResult, ranked: readonly Ranked[], { language }: PageReader): DotFigure {
  return {
    kind: "dots",
    title: needTexts.gap[language],
    unit: "share",
    n: responses,
    reference: null,
    places: ranked.map(({ sign, words }) => ({ label: `${sign} ${words}` })),
    series: [{ label: needTexts.gap[language], marks: ranked.map(({ gap }) => markOf(gap)) }],
  };
}

function quadrantText({ placed }: StudiedTopic, { language }: PageReader): string {
  if (placed === null) return "–";
  const name = quadrantWords[placed.quadrant][language];
  return placed.isUnclear ? `${needTexts.unclear[language]} (${name})` : name;
}
