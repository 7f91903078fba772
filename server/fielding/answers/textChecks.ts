import type { CommentQuestion, TextQuestion, Validator } from "../../../surveys/definition.ts";
import { outside, compileValidators } from "./validators.ts";
import type { Check } from "./questionChecks.ts";

/** Longest text taken where the question sets no limit, in UTF-16 code units as a browser counts `maxlength`. */
export const mostTextUnits = 10_000;

type TextLike = Pick<TextQuestion, "inputType" | "min" | "max" | "maxLength" | "validators">;

/** A text, number or date, by its input type. */
export function textCheck(question: TextLike): Check {
  const validate = compileValidators(question.validators);
  const kind = kindCheck(question);
  return (given) => {
    const { note, path, value, values } = given;
    let isFine = true;
    kind({
      ...given,
      note: (where, fault) => {
        isFine = false;
        note(where, fault);
      },
    });
    const fault = isFine ? validate(value, values) : null;
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

function kindCheck({ inputType = "text", min, max, maxLength }: TextLike): Check {
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

function numberCheck(min: number | string | undefined, max: number | string | undefined): Check {
  const limit = (value: number | string | undefined): number | undefined =>
    value === undefined ? undefined : Number(value);
  const limits = { low: limit(min), high: limit(max) };
  return ({ value, path, note }) => {
    if (typeof value !== "number" || !Number.isFinite(value)) {
      note(path, "wrong-type");
      return;
    }
    const fault = outside(value, limits, ["too-small", "too-large"]);
    if (fault !== null) note(path, fault);
  };
}

function dateCheck(min: number | string | undefined, max: number | string | undefined): Check {
  return ({ value, path, note }) => {
    if (typeof value !== "string") note(path, "wrong-type");
    else if (!isCalendarDate(value)) note(path, "not-a-date");
    else if (min !== undefined && value < String(min)) note(path, "too-small");
    else if (max !== undefined && value > String(max)) note(path, "too-large");
  };
}

/** Whether a text is a day of the calendar, as `2026-02-28`. */
export function isCalendarDate(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false;
  const moment = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(moment.getTime()) && moment.toISOString().startsWith(text);
}

function wordsCheck(maxLength: number | undefined, form: RegExp | null): Check {
  const most = maxLength === undefined || maxLength <= 0 ? mostTextUnits : maxLength;
  return ({ value, path, note }) => {
    if (typeof value !== "string") note(path, "wrong-type");
    else if (value === "") note(path, "empty");
    else if (value.length > most) note(path, "too-long");
    else if (form?.test(value) === false) note(path, "wrong-form");
  };
}
