import type { JSX } from "preact";
import type { FigureList } from "../../../../server/figures/figuresApi.ts";
import type { Codebook } from "../../../../surveys/codebook/codebook.ts";
import { Answered } from "../../parts/answered.tsx";
import { Notice } from "../../parts/notice.tsx";
import { useReader, useWords } from "../../reader.ts";
import { useAddressQuery } from "../../useAddressQuery.ts";
import { useAnswer } from "../../useAnswer.ts";
import type { StudyViewProps } from "../studyViewProps.ts";
import { WithCodebook } from "../withCodebook.tsx";
import { FigureCard } from "./figureCard.tsx";
import { FigureForm } from "./figureForm.tsx";
import { figuresTexts } from "./figuresTexts.ts";
import { OutlinePart } from "./outline/outlinePart.tsx";
import { PublicationForm } from "./publicationForm.tsx";
import { titlesFor, wantedIn } from "./wantedFigure.ts";
import "../../parts/result/resultFrame.css";
import "./figures.css";

/** The study's figures: made from results, frozen, shared and made public here. */
export function FiguresView({ study }: StudyViewProps): JSX.Element {
  return <WithCodebook study={study}>{(codebook) => <Figures study={study.study} codebook={codebook} />}</WithCodebook>;
}

const nothing = { "zh-CN": "", en: "" };

function Figures({ study, codebook }: { study: string; codebook: Codebook }): JSX.Element {
  const { language } = useReader();
  const words = useWords(figuresTexts);
  const { query, change } = useAddressQuery();
  const reading = useAnswer<FigureList>(`/api/studies/${study}/figures`);
  const look = wantedIn(query);
  return (
    <>
      {look !== null && (
        <FigureForm
          key={query.get("new")}
          heading={words("newFigure")}
          look={look}
          words={{ title: titlesFor(look, codebook, query.get("title") ?? ""), headline: nothing, note: nothing }}
          target={{ method: "POST", path: `/api/studies/${study}/figures` }}
          onEnd={() => {
            change({ new: [], title: [] }, "replace");
            reading.again();
          }}
        />
      )}
      <Answered reading={reading}>
        {({ figures, publication, mapApproval }) => (
          <>
            <section class="card">
              <div class="figures-top">
                <p class="soft">{words("about")}</p>
                {figures.some(({ visibility }) => visibility === "public") && (
                  <a href={`/results/${study}?lang=${language}`} target="_blank" rel="noopener">
                    {words("results")}
                  </a>
                )}
              </div>
              <details>
                <summary>{words("publication")}</summary>
                <PublicationForm study={study} codebook={codebook} settings={publication} onSaved={reading.again} />
              </details>
              <OutlinePart study={study} codebook={codebook} approval={mapApproval} onChanged={reading.again} />
            </section>
            {figures.length === 0 && look === null && (
              <Notice title={words("none")}>
                <p>{words("noneNote")}</p>
              </Notice>
            )}
            <div class="figures-list">
              {figures.map((figure) => (
                <FigureCard key={figure.figure} figure={figure} onChanged={reading.again} />
              ))}
            </div>
          </>
        )}
      </Answered>
    </>
  );
}
