import type { JSX } from "preact";
import type { Refusal } from "../../api.ts";
import { Notice, RefusalNotice } from "../../parts/notice.tsx";
import { useWords } from "../../reader.ts";
import { reportsTexts } from "./reportsTexts.ts";

/** Where something stands in a text; both count from 1. */
export interface Place {
  readonly line: number;
  readonly column: number;
}

/** What is wrong in a template, each with the way to its place. */
export function TemplateFaults({
  refusal,
  onChoose,
}: {
  refusal: Refusal;
  onChoose: (place: Place) => void;
}): JSX.Element {
  const words = useWords(reportsTexts);
  const placed = refusal.faults.flatMap(({ field, message }) => {
    const place = placeIn(field);
    return place === null ? [] : [{ place, message }];
  });
  if (placed.length === 0) return <RefusalNotice refusal={refusal} beside={["title", "template"]} />;
  return (
    <Notice title={words("faults")} tone="bad">
      <ul class="reports-faults">
        {placed.map(({ place, message }) => (
          <li key={`${place.line}:${place.column} ${message}`}>
            <button
              type="button"
              class="quiet"
              onClick={() => {
                onChoose(place);
              }}
            >
              {words("at").replace("{line}", String(place.line)).replace("{column}", String(place.column))}
            </button>{" "}
            <span>{message}</span>
          </li>
        ))}
      </ul>
    </Notice>
  );
}

function placeIn(field: string): Place | null {
  const [, line, column] = /^line (\d+), column (\d+)$/.exec(field) ?? [];
  return line === undefined || column === undefined ? null : { line: Number(line), column: Number(column) };
}

/** Puts the cursor to a place and selects the rest of its line. */
export function selectPlace(text: HTMLTextAreaElement | null, { line, column }: Place): void {
  if (text === null) return;
  const lines = text.value.split("\n");
  const start = lines.slice(0, line - 1).reduce((sum, each) => sum + each.length + 1, 0);
  text.focus();
  text.setSelectionRange(start + column - 1, start + (lines[line - 1] ?? "").length);
  // Browsers do not scroll to a selection.
  text.scrollTop = (text.scrollHeight * (line - 4)) / Math.max(1, lines.length);
}
