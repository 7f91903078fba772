import type { JSX } from "preact";
import type { ReportList } from "../../../../server/reports/reportsApi.ts";
import { languages } from "../../../../surveys/language.ts";
import { useReader, useWords } from "../../reader.ts";
import { WeightSelect } from "../lens/weightSelect.tsx";
import { reportsTexts } from "./reportsTexts.ts";
import type { ChangeReport, WantedReport } from "./useWantedReport.ts";

/** Chooses a report: which template, in which language, up to which day, by which weights. */
export function ReportBar({
  study,
  list: { templates },
  days,
  wanted,
  change,
}: {
  study: string;
  list: ReportList;
  days: NonNullable<ReportList["days"]>;
  wanted: WantedReport;
  change: ChangeReport;
}): JSX.Element {
  const { texts, language } = useReader();
  const words = useWords(reportsTexts);
  return (
    <section class="reports-bar" aria-label={words("report")}>
      <label class="reports-template">
        {words("template")}
        <select
          value={wanted.template.template}
          onChange={({ currentTarget }) => {
            change({ template: currentTarget.value });
          }}
        >
          {([false, true] as const).map((isOwn) => {
            const group = templates.filter((each) => each.isOwn === isOwn);
            return (
              group.length > 0 && (
                <optgroup key={String(isOwn)} label={words(isOwn ? "own" : "ready")}>
                  {group.map(({ template, title }) => (
                    <option key={template} value={template}>
                      {title[language]}
                    </option>
                  ))}
                </optgroup>
              )
            );
          })}
        </select>
      </label>
      <label>
        {words("language")}
        <select
          value={wanted.language}
          onChange={({ currentTarget }) => {
            change({ language: currentTarget.value });
          }}
        >
          {languages.map((each) => (
            <option key={each} value={each}>
              {texts(each === "en" ? "english" : "chinese")}
            </option>
          ))}
        </select>
      </label>
      <label>
        {words("day")}
        <input
          type="date"
          min={days.first}
          max={days.last}
          value={wanted.day === "" ? days.last : wanted.day}
          onChange={({ currentTarget }) => {
            change({ day: currentTarget.value === days.last ? "" : currentTarget.value });
          }}
        />
      </label>
      <WeightSelect
        study={study}
        value={wanted.weight}
        onChoose={(weight) => {
          change({ weight });
        }}
      />
    </section>
  );
}
