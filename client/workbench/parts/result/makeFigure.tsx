import type { JSX } from "preact";
import { useWords } from "../../reader.ts";
import { goTo } from "../../route.ts";
import { figuresTexts } from "../../study/figures/figuresTexts.ts";
import { addressToMake, type WantedLook } from "../../study/figures/wantedFigure.ts";

/** What of a study a result asks, so that a figure can be made of it. */
export interface Makeable {
  readonly study: string;
  readonly look: WantedLook;
}

/** Leads to where a result becomes a figure. */
export function MakeFigure({ study, look, title }: Makeable & { title: string }): JSX.Element {
  const words = useWords(figuresTexts);
  return (
    <button
      type="button"
      class="quiet"
      aria-label={`${words("make")}: ${title}`}
      onClick={() => {
        goTo(addressToMake(study, look, title));
      }}
    >
      {words("make")}
    </button>
  );
}
