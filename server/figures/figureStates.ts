import { languages, type Language } from "../../surveys/language.ts";
import { inLanguage } from "../../surveys/localised.ts";
import { contentHash } from "../fielding/answers/contentHash.ts";
import type { Study } from "../fielding/study.ts";
import { answersTo, headOf } from "./answersTo.ts";
import type { Asking } from "./asking.ts";
import { editionOf } from "./editionOf.ts";
import type { FigureContent, FigureEdition, FigureState, PublicationSettings } from "./figuresApi.ts";

/** A state with its hash. */
export interface HashedState {
  readonly state: FigureState;
  readonly sha256: string;
}

/** What a figure is worked out from. */
export interface StateWanted {
  readonly figure: string;
  readonly version: number;
  readonly content: FigureContent;
  readonly study: Study;
  readonly settings: PublicationSettings;
}

/** Most figures whose last state is remembered. */
const mostRemembered = 500;

/** Works figures out. */
export type FigureStates = ReturnType<typeof createFigureStates>;

/** Makes what works figures out, anew only when an answer to one of its requests, or what is said around it, is another. */
export function createFigureStates(asking: Asking) {
  const remembered = new Map<string, { readonly from: readonly unknown[]; readonly found: HashedState }>();
  return {
    /**
     * What a figure shows of what is answered now.
     *
     * @throws {Problem} `invalid-parameter` naming the part of the figure's look that cannot be met.
     */
    async now(wanted: StateWanted): Promise<HashedState> {
      const { figure, version, content, study, settings } = wanted;
      const { recorded, recording } = recordingOf(asking);
      const answers = await answersTo(content.look, study.study, recording);
      const { weight, asOf } = headOf(answers);
      const events =
        content.look.kind === "trend" || content.look.kind === "multiples" ? await asking.events(study.study) : [];
      const outline = content.look.kind === "tiles" ? await asking.outline(study.study) : null;
      const margins = await asking.margins(study.study, weight);
      const { firstDay, lastDay, title, simulated, timeZone } = study;
      const around = contentHash([
        version,
        content,
        events,
        margins,
        outline,
        settings,
        { firstDay, lastDay, title, simulated, timeZone },
      ]);
      const from = [around, ...recorded];
      const known = remembered.get(figure);
      if (known !== undefined && isSame(known.from, from)) return known.found;
      const codebook = await asking.codebook(study.study);
      const parts = { content, answers, events, codebook, study, settings, margins, outline };
      const inEach = (language: Language): FigureEdition =>
        editionOf(parts, { language, read: (text) => inLanguage(text, language) });
      const state: FigureState = {
        format: "dingxin-figure/1",
        figure,
        version,
        study: { study: study.study, title, simulated, timeZone },
        asOf,
        look: content.look,
        editions: Object.fromEntries(
          languages.map((language) => [language, inEach(language)]),
        ) as FigureState["editions"],
      };
      const found = { state, sha256: contentHash(state) };
      remembered.delete(figure);
      remembered.set(figure, { from, found });
      const [oldest] = remembered.keys();
      if (remembered.size > mostRemembered && oldest !== undefined) remembered.delete(oldest);
      return found;
    },
  };
}

/** The same answer to the same request is the same object while no response has come: its identity says nothing has changed. */
function recordingOf(asking: Asking): { recorded: unknown[]; recording: Asking } {
  const recorded: unknown[] = [];
  const noted = async <Answer>(answer: Promise<Answer>): Promise<Answer> => {
    const place = recorded.push(null) - 1;
    const found = await answer;
    recorded[place] = found;
    return found;
  };
  return {
    recorded,
    recording: {
      ...asking,
      analyse: (study, request) => noted(asking.analyse(study, request)),
      needs: (study, request) => noted(asking.needs(study, request)),
    },
  };
}

function isSame(one: readonly unknown[], other: readonly unknown[]): boolean {
  return one.length === other.length && one.every((each, place) => each === other[place]);
}
