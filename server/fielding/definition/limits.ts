import type { Note } from "./definitionFaults.ts";
import { isObject } from "./members.ts";
import { listOf } from "./names.ts";
import type { FoundElement } from "./walk.ts";

const mostCells = 1_000;
const mostPoints = 100;

/** Checks what two members of an element say together. */
export function checkLimits(elements: readonly FoundElement[], note: Note): void {
  for (const { element, path } of elements) {
    checkOne(element, path, note);
    for (const [place, column] of listOf(element["columns"]).entries()) {
      if (element["type"] !== "matrix" && isObject(column))
        checkOne({ ...column, type: column["cellType"] ?? "dropdown" }, `${path}.columns[${place}]`, note);
    }
    for (const [place, item] of listOf(element["items"]).entries()) {
      if (isObject(item)) checkOne({ ...item, type: "text" }, `${path}.items[${place}]`, note);
    }
  }
}

type Members = Readonly<Record<string, unknown>>;

function checkOne(element: Members, path: string, note: Note): void {
  for (const list of ["choices", "rows", "rateValues"])
    checkCodes(element, `${path}.${list}`, { codes: listOf(element[list]), note });
  if (element["type"] === "matrix") checkCodes(element, `${path}.columns`, { codes: listOf(element["columns"]), note });
  for (const [low, high] of [
    ["min", "max"],
    ["minSelectedChoices", "maxSelectedChoices"],
    ["minRowCount", "maxRowCount"],
    ["rowCount", "maxRowCount"],
    ["minPanelCount", "maxPanelCount"],
    ["panelCount", "maxPanelCount"],
  ] as const) {
    if (isAbove(element[low], element[high])) note(`${path}.${high}`, "limits-contradict");
  }
  if (element["type"] === "matrixdynamic" && element["maxRowCount"] === undefined)
    note(`${path}.maxRowCount`, "limit-needed");
  if (element["type"] === "paneldynamic" && element["maxPanelCount"] === undefined)
    note(`${path}.maxPanelCount`, "limit-needed");
  if (element["type"] === "rating") checkRating(element, path, note);
  if (listOf(element["rows"]).length * listOf(element["columns"]).length > mostCells) note(`${path}.rows`, "too-many");
}

function isAbove(low: unknown, high: unknown): boolean {
  // A maximum of 0 choices means no maximum to SurveyJS.
  if (low === undefined || high === undefined || high === 0) return false;
  return typeof low === typeof high ? (low as number) > (high as number) : true;
}

function checkRating({ rateMin = 1, rateMax = 5, rateStep = 1 }: Members, path: string, note: Note): void {
  if (Number(rateMax) <= Number(rateMin)) note(`${path}.rateMax`, "limits-contradict");
  else if ((Number(rateMax) - Number(rateMin)) / Number(rateStep) + 1 > mostPoints) note(`${path}.rateMax`, "too-many");
}

const specialCodes = {
  other: "showOtherItem",
  none: "showNoneItem",
  refused: "showRefuseItem",
  dontknow: "showDontKnowItem",
} as const;

function checkCodes(element: Members, path: string, { codes, note }: { codes: readonly unknown[]; note: Note }): void {
  const taken = new Set<string>();
  for (const [code, shown] of Object.entries(specialCodes)) if (element[shown] === true) taken.add(code);
  for (const [place, choice] of codes.entries()) {
    const code = String(isObject(choice) ? choice["value"] : choice);
    if (taken.has(code)) note(`${path}[${place}]`, "code-taken");
    taken.add(code);
  }
}
