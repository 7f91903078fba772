import type { JSX } from "preact";
import type { PartName } from "../../../../server/reports/reportsApi.ts";
import { useWords } from "../../reader.ts";
import { reportsTexts } from "./reportsTexts.ts";

const partNames = [
  "key-points",
  "arrivals",
  "indicators",
  "needs",
  "needs-figure",
  "rumours",
  "rumours-figure",
  "open-questions",
  "who-answered",
  "trends",
  "scales",
  "texts",
  "limits",
  "wordings",
  "methods",
] as const satisfies readonly PartName[];

/** What can stand in a template beside its own words. */
export function TemplateWords(): JSX.Element {
  const words = useWords(reportsTexts);
  return (
    <details>
      <summary>{words("words")}</summary>
      <dl class="reports-words">
        <dt>{words("wordsData")}</dt>
        <dd>
          <code>{"{{study.title}}"}</code> <code>{"{{day}}"}</code> <code>{"{{asOf}}"}</code> <code>{"{{n}}"}</code>
        </dd>
        <dt>{words("wordsFigures")}</dt>
        <dd>
          <code>{"{{figure:NAME}}"}</code> <code>{"{{picture:NAME}}"}</code> <code>{"{{table:NAME@2}}"}</code>
        </dd>
        <dt>{words("wordsClaims")}</dt>
        <dd>
          <code>{"{{claim:NAME}}"}</code>
        </dd>
        <dt>{words("wordsParts")}</dt>
        <dd>
          {partNames.map((name) => (
            <>
              <code key={name}>{`{{part:${name}}}`}</code>{" "}
            </>
          ))}
        </dd>
      </dl>
    </details>
  );
}
