import type { JSX } from "preact";
import { useMemo, useRef } from "preact/hooks";
import { outlinePicture } from "../../../../../charts/picture/outlinePicture.ts";
import { toSvg } from "../../../../../charts/picture/toSvg.ts";
import type { Outline } from "../../../../../charts/publishedFigure.ts";
import type { Codebook } from "../../../../../surveys/codebook/codebook.ts";
import { useReader, useWords } from "../../../reader.ts";
import { useTheme } from "../../../useTheme.ts";
import { useWidth } from "../../../useWidth.ts";
import { fill } from "../../overview/fill.ts";
import { coveredQuestions, placeNames, type CoveredQuestion } from "./coveredQuestions.ts";
import { outlineTexts } from "./outlineTexts.ts";

/** An outline as maps will have it, and which questions' maps are drawn by it. */
export function OutlineMap({ outline, codebook }: { outline: Outline; codebook: Codebook }): JSX.Element {
  const { read, language } = useReader();
  const words = useWords(outlineTexts);
  const theme = useTheme();
  const place = useRef<HTMLDivElement>(null);
  const widthPx = useWidth(place);
  const title = `${words("map")}, ${words("approvalNumber").replace("{number}", () => outline.approval)}`;
  const picture = useMemo(() => {
    if (widthPx === 0) return null;
    const names = placeNames(codebook, read);
    return toSvg(outlinePicture(outline, { title, names }, { theme, language, widthPx }));
  }, [outline, codebook, theme, language, widthPx]);
  return (
    <>
      <div ref={place} class="figures-outline">
        {picture !== null && (
          <img src={`data:image/svg+xml;charset=utf-8,${encodeURIComponent(picture)}`} alt={title} />
        )}
      </div>
      <ul class="figures-covered">
        {coveredQuestions(codebook, outline).map((covered, number) => (
          <Covered key={number} covered={covered} />
        ))}
      </ul>
    </>
  );
}

const mostNamed = 5;

function Covered({ covered: { label, all, missing } }: { covered: CoveredQuestion }): JSX.Element {
  const { read, language } = useReader();
  const words = useWords(outlineTexts);
  const names = missing.slice(0, mostNamed).map((place) => read(place.label));
  const rest = missing.length > mostNamed ? [words("more")] : [];
  const said = fill(words(missing.length === 0 ? "whole" : "partly"), {
    question: read(label),
    all: String(all),
    missing: String(missing.length),
    names: [...names, ...rest].join(language === "en" ? ", " : "、"),
  });
  return <li class={missing.length === 0 ? "" : "figures-uncovered"}>{said}</li>;
}
