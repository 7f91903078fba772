import type { CommentQuestion, TextQuestion, Validator } from "../../../surveys/definition.ts";
import type { AnswerFaultKind } from "./answerFaults.ts";
import { outside, compileValidators } from "./validators.ts";
import type { Check } from "./questionChecks.ts";

/** Longest text taken where the question sets no limit, in UTF-16 code units as a browser counts `maxlength`. */
export const mostTextUnits = 10_000;

type TextLike = Pick<TextQuestion, "inputType" | "min" | "max" | "maxLength" | "validators">;

/** What is wrong with a value as an answer of its kind; `null` when nothing is. */
type KindFault = (value: unknown) => AnswerFaultKind | null;

/** A text, number or date, by its input type. An empty text is no answer, and nothing more is asked of it. */
export function textCheck(question: TextLike): Check {
  const validate = compileValidators(question.validators);
  const kindFault = kindCheck(question);
  return ({ note, path, value, values }) => {
    const fault = kindFault(value) ?? (value === "" ? null : validate(value, values));
    if (fault !== null) note(path, fault);
  };
}

/** Words of any length up to the limit. */
export function commentCheck({
  maxLength,
  validators,
}: Pick<CommentQuestion, "maxLength"> & { validators?: readonly Validator[] | undefined }): Check {
  return textCheck({ ...(maxLength !== undefined && { maxLength }), ...(validators !== undefined && { validators }) });
}

function kindCheck({ inputType = "text", min, max, maxLength }: TextLike): KindFault {
  switch (inputType) {
    case "number":
      return numberCheck(min, max);
    case "date":
      return dateCheck(min, max);
    case "email":
      return wordsCheck(maxLength, /^[^\s@]+@[^\s@]+\.[^\s@]+$/);
    case "month":
      return wordsCheck(maxLength, /^\d{4}-(?:0[1-9]|1[0-2])$/);
    case "time":
      return wordsCheck(maxLength, /^(?:[01]\d|2[0-3]):[0-5]\d(?::[0-5]\d)?$/);
    case "tel":
    case "url":
    case "text":
      return wordsCheck(maxLength, null);
  }
}

function numberCheck(min: number | string | undefined, max: number | string | undefined): KindFault {
  const limit = (value: number | string | undefined): number | undefined =>
    value === undefined ? undefined : Number(value);
  const limits = { low: limit(min), high: limit(max) };
  return (value) =>
    typeof value === "number" && Number.isFinite(value)
      ? outside(value, limits, ["too-small", "too-large"])
      : "wrong-type";
}

function dateCheck(min: number | string | undefined, max: number | string | undefined): KindFault {
  return (value) => {
    if (typeof value !== "string") return "wrong-type";
    if (!isCalendarDate(value)) return "not-a-date";
    if (min !== undefined && value < String(min)) return "too-small";
    return max !== undefined && value > String(max) ? "too-large" : null;
  };
}

/** Whether a text is a day of the calendar, as `2026-02-28`. */
export function isCalendarDate(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false;
  const moment = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(moment.getTime()) && moment.toISOString().startsWith(text);
}

function wordsCheck(maxLength: number | undefined, form: RegExp | null): KindFault {
  const most = maxLength === undefined || maxLength <= 0 ? mostTextUnits : maxLength;
  return (value) => {
    if (typeof value !== "string") return "wrong-type";
    if (value.length > most) return "too-long";
    return form === null || value === "" || form.test(value) ? null : "wrong-form";
  };
}
