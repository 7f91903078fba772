import type { Choice, ChoiceCode } from "../../../surveys/definition.ts";
import { codeOf, specialItems } from "../../../surveys/questions.ts";
import { compileCondition, type Condition } from "./conditions.ts";
import type { Check, Given } from "./questionChecks.ts";
import { compileValidators } from "./validators.ts";

/** A list of choices, some of which may be offered to some people only. */
interface Offer {
  readonly codes: ReadonlySet<unknown>;
  readonly conditions: ReadonlyMap<unknown, Condition>;
  /** Codes that stand alone: none of these, prefer not to say, don't know. */
  readonly exclusive: ReadonlySet<unknown>;
}

function offerOf(question: object, choices: readonly Choice[]): Offer {
  const specials = specialItems(question).map(({ code }) => code);
  const conditions = new Map<unknown, Condition>();
  for (const choice of choices) {
    if (typeof choice === "object" && choice.visibleIf !== undefined)
      conditions.set(choice.value, compileCondition(choice.visibleIf));
  }
  const codes = new Set<unknown>([...choices.map(codeOf), ...specials]);
  return { codes, conditions, exclusive: new Set<unknown>(specials.filter((code) => code !== "other")) };
}

function isOffered({ codes, conditions }: Offer, code: unknown, values: Given["values"]): boolean {
  return codes.has(code) && (conditions.get(code)?.(values) ?? true);
}

function isCode(value: unknown): value is ChoiceCode {
  return typeof value === "string" || typeof value === "number" || typeof value === "boolean";
}

/** One of the choices. */
export function oneOf(
  question: { validators?: Parameters<typeof compileValidators>[0] },
  choices: readonly Choice[],
): Check {
  const offer = offerOf(question, choices);
  const validate = compileValidators(question.validators);
  return ({ value, path, values, note }) => {
    if (!isCode(value)) note(path, "wrong-type");
    else if (value === "") note(path, "empty");
    else if (!isOffered(offer, value, values)) note(path, "not-a-choice");
    else {
      const fault = validate(value, values);
      if (fault !== null) note(path, fault);
    }
  };
}

/** Any number of the choices within limits, none of them twice. */
export function severalOf(
  question: {
    validators?: Parameters<typeof compileValidators>[0];
    minSelectedChoices?: number;
    maxSelectedChoices?: number;
  },
  choices: readonly Choice[],
): Check {
  const offer = offerOf(question, choices);
  const validate = compileValidators(question.validators);
  const { minSelectedChoices = 0, maxSelectedChoices = 0 } = question;
  return ({ value, path, values, note }) => {
    if (!Array.isArray(value)) {
      note(path, "wrong-type");
      return;
    }
    const picked: unknown[] = value;
    for (const code of picked.slice(0, offer.codes.size + 1)) {
      if (!isCode(code)) note(path, "wrong-type");
      else if (!isOffered(offer, code, values)) note(path, "not-a-choice");
    }
    const fault = validate(value, values);
    if (new Set(picked).size < picked.length) note(path, "chosen-twice");
    else if (picked.length > 1 && picked.some((code) => offer.exclusive.has(code))) note(path, "excludes-others");
    else if (maxSelectedChoices > 0 && picked.length > maxSelectedChoices) note(path, "too-many");
    else if (
      picked.length > 0 &&
      picked.length < minSelectedChoices &&
      !picked.some((code) => offer.exclusive.has(code))
    )
      note(path, "too-few");
    else if (fault !== null) note(path, fault);
  };
}

/** All of the choices, in an order. */
export function allInOrder(choices: readonly Choice[]): Check {
  const codes = new Set<unknown>(choices.map(codeOf));
  return ({ value, path, note }) => {
    if (!Array.isArray(value)) note(path, "wrong-type");
    else if (value.some((code) => !codes.has(code))) note(path, "not-a-choice");
    else if (new Set(value).size < value.length) note(path, "chosen-twice");
    else if (value.length < codes.size) note(path, "not-all-ranked");
  };
}
