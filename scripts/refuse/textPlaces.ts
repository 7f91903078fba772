import type { Variable } from "../../surveys/codebook/codebook.ts";
import { deriveCodebook } from "../../surveys/codebook/deriveCodebook.ts";
import type { Definition, Question } from "../../surveys/definition.ts";
import { questionsOf, specialItems } from "../../surveys/questions.ts";
import type { Fixture } from "./fixture.ts";

/** A place of the questionnaire where a person can write what they like. */
export interface TextPlace {
  /** The variable's name in the codebook, the API and the file's header. */
  readonly variable: string;
  /** Longest text it takes, in UTF-16 code units. */
  readonly mostUnits: number;
  /** Good answers with `text` at this place. */
  readonly answersWith: (text: string) => Record<string, unknown>;
}

const usualMostUnits = 10_000;

/** A place of each kind that the questionnaire has, the one that takes the longest texts first. */
export function textPlaces({ definition, goodAnswers }: Fixture): TextPlace[] {
  const [least = {}] = goodAnswers;
  const shown = questionsOf(definition).filter(({ conditions }) => conditions.length === 0);
  const kinds = [commentPlace, otherPlace, panelPlace, multipleTextPlace];
  return kinds.flatMap((placeIn) => {
    const places = shown.flatMap(({ question }) => placeIn(question, { definition, least }) ?? []);
    return places.sort((one, other) => other.mostUnits - one.mostUnits).slice(0, 1);
  });
}

interface Around {
  readonly definition: Definition;
  /** The smallest good answers, to which the text is added. */
  readonly least: Readonly<Record<string, unknown>>;
}

function commentPlace(question: Question, { least }: Around): TextPlace | null {
  if (question.type !== "comment" || question.validators !== undefined) return null;
  return {
    variable: question.name,
    mostUnits: question.maxLength ?? usualMostUnits,
    answersWith: (text) => ({ ...least, [question.name]: text }),
  };
}

function otherPlace(question: Question, { definition, least }: Around): TextPlace | null {
  const isSeveral = question.type === "checkbox" || question.type === "tagbox";
  if (!isSeveral && question.type !== "radiogroup" && question.type !== "dropdown") return null;
  if (!specialItems(question).some(({ code }) => code === "other")) return null;
  const key = `${question.name}-Comment`;
  const variable = variableAt(definition, key);
  if (variable === null) return null;
  return {
    variable: variable.name,
    mostUnits: usualMostUnits,
    answersWith: (text) => ({ ...least, [question.name]: isSeveral ? ["other"] : "other", [key]: text }),
  };
}

function panelPlace(question: Question, { least }: Around): TextPlace | null {
  if (question.type !== "paneldynamic" || (question.maxPanelCount ?? 1) < 1) return null;
  const needsMore = question.templateElements.some(({ isRequired }) => isRequired === true);
  const element = question.templateElements.find(
    ({ type, visibleIf }) => type === "comment" && visibleIf === undefined,
  );
  if (element?.type !== "comment" || needsMore) return null;
  return {
    variable: `${question.name}.1.${element.name}`,
    mostUnits: element.maxLength ?? usualMostUnits,
    answersWith: (text) => ({ ...least, [question.name]: [{ [element.name]: text }] }),
  };
}

function multipleTextPlace(question: Question, { least }: Around): TextPlace | null {
  if (question.type !== "multipletext") return null;
  const isPlain = (item: (typeof question.items)[number]): boolean =>
    (item.inputType ?? "text") === "text" && item.validators === undefined;
  const item = question.items.find(isPlain);
  if (item === undefined || question.items.some((other) => other !== item && other.isRequired === true)) return null;
  return {
    variable: `${question.name}.${item.name}`,
    mostUnits: item.maxLength ?? usualMostUnits,
    answersWith: (text) => ({ ...least, [question.name]: { [item.name]: text } }),
  };
}

function variableAt(definition: Definition, key: string): Variable | null {
  const variables = deriveCodebook(definition).questions.flatMap((question) => question.variables);
  return variables.find(({ path }) => path.length === 1 && path[0] === key) ?? null;
}

/** A copy of a definition in which a question takes texts of `units`. */
export function withRoomFor(definition: Definition, { name, units }: { name: string; units: number }): Definition {
  const text = JSON.stringify(definition, (_key, value: unknown) =>
    typeof value === "object" && value !== null && "name" in value && value.name === name && "type" in value
      ? { ...value, maxLength: units }
      : value,
  );
  return JSON.parse(text) as Definition;
}
