import type { Codebook } from "../../../surveys/codebook/codebook.ts";
import type { ChoiceCode } from "../../../surveys/definition.ts";
import { instruments } from "../../../surveys/instruments/registry.ts";
import { languages, type Language } from "../../../surveys/language.ts";
import { inLanguage } from "../../../surveys/localised.ts";
import type { Condition } from "../../estimates/conditions.ts";

/** A share that a percentage may refer to: of those who gave one answer to a public question. */
export interface PublicItem {
  readonly question: string;
  readonly variable: string;
  /** `null` for the share of whom a condition is true. */
  readonly code: ChoiceCode | null;
  readonly indicator: Condition | null;
  /** The question, the row of a matrix, and the answer, in words; a row may be empty. */
  readonly words: Readonly<Record<Language, { title: string; row: string; label: string }>>;
}

/** Everything with a share among the questions and scores that a study lets be public. */
export function publicItems(codebook: Codebook, questions: readonly string[]): PublicItem[] {
  return [...itemsOfQuestions(codebook, questions), ...itemsOfScores(codebook, questions)];
}

function itemsOfQuestions({ questions }: Codebook, isPublic: readonly string[]): PublicItem[] {
  return questions
    .filter(({ name }) => isPublic.includes(name))
    .flatMap(({ name: question, title, variables }) =>
      variables.flatMap((variable) => {
        const values =
          variable.kind === "category" ? variable.values : variable.kind === "tick" ? [variable.option] : [];
        return values.map(({ code, label }): PublicItem => ({
          question,
          variable: variable.name,
          code,
          indicator: null,
          words: inEach((language) => {
            const row = variable.kind === "tick" ? "" : inLanguage(variable.label, language);
            const asked = inLanguage(title, language);
            return { title: asked, row: row === asked ? "" : row, label: inLanguage(label, language) };
          }),
        }));
      }),
    );
}

function itemsOfScores({ scores }: Codebook, isPublic: readonly string[]): PublicItem[] {
  return scores
    .filter(({ name }) => isPublic.includes(name))
    .flatMap(({ name, instrument: id, range }) => {
      const instrument = instruments[id];
      if (instrument === undefined) return [];
      const { cutOff, direction, bands, name: title } = instrument;
      const item = { question: name, variable: name };
      const ofBands = bands.map((band): PublicItem => ({
        ...item,
        code: band.name,
        indicator: null,
        words: inEach((language) => ({ title, row: "", label: band.label[language] })),
      }));
      if (cutOff === null) return ofBands;
      const [from, to] = direction === "higher-is-worse" ? [cutOff, range[1]] : [range[0], cutOff];
      const label = { "zh-CN": "筛查阳性", en: "screens positive" };
      const words = inEach((language) => ({ title, row: "", label: label[language] }));
      return [...ofBands, { ...item, code: null, indicator: { kind: "number", variable: name, from, to }, words }];
    });
}

function inEach<Words>(words: (language: Language) => Words): Readonly<Record<Language, Words>> {
  return Object.fromEntries(languages.map((language) => [language, words(language)])) as Record<Language, Words>;
}
