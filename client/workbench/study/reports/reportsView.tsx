import type { JSX } from "preact";
import { useState } from "preact/hooks";
import type { ReportList } from "../../../../server/reports/reportsApi.ts";
import { Answered } from "../../parts/answered.tsx";
import { Notice } from "../../parts/notice.tsx";
import { useReader, useWords } from "../../reader.ts";
import { useAnswer } from "../../useAnswer.ts";
import type { StudyViewProps } from "../studyViewProps.ts";
import { ReportBar } from "./reportBar.tsx";
import { ReportDesk } from "./reportDesk.tsx";
import { reportsTexts } from "./reportsTexts.ts";
import { TemplateEditor } from "./templateEditor.tsx";
import { useWantedReport } from "./useWantedReport.ts";
import "./reports.css";

/** A study's reports: chosen, looked at, taken away, and their templates written. */
export function ReportsView({ study: { study } }: StudyViewProps): JSX.Element {
  const reading = useAnswer<ReportList>(`/api/studies/${study}/reports`);
  return <Answered reading={reading}>{(list) => <Reports study={study} list={list} again={reading.again} />}</Answered>;
}

function Reports({ study, list, again }: { study: string; list: ReportList; again: () => void }): JSX.Element {
  const { language } = useReader();
  const words = useWords(reportsTexts);
  const { wanted, change } = useWantedReport(list, language);
  const [isEdited, setEdited] = useState(false);
  const { template } = wanted;
  if (list.days === null)
    return (
      <Notice title={words("none")}>
        <p>{words("noneNote")}</p>
      </Notice>
    );
  return (
    <>
      <ReportBar study={study} list={list} days={list.days} wanted={wanted} change={change} />
      {isEdited ? (
        <TemplateEditor
          key={template.template}
          study={study}
          template={template}
          language={wanted.language}
          onEnd={(kept) => {
            setEdited(false);
            if (kept === null) return;
            change({ template: kept });
            again();
          }}
        />
      ) : (
        <ReportDesk
          // A changed template is another report.
          key={`${template.template} ${template.version}`}
          study={study}
          wanted={wanted}
          editWords={words(template.isOwn ? "edit" : "copy")}
          onEdit={() => {
            setEdited(true);
          }}
        />
      )}
    </>
  );
}
