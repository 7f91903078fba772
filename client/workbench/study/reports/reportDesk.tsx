import type { JSX } from "preact";
import { useEffect, useState } from "preact/hooks";
import type { ReportFormat, ReportMade } from "../../../../server/reports/reportsApi.ts";
import { RefusalNotice } from "../../parts/notice.tsx";
import { useReader, useWords } from "../../reader.ts";
import { useSteps, type Steps } from "../../useSteps.ts";
import { reportsTexts } from "./reportsTexts.ts";
import type { WantedReport } from "./useWantedReport.ts";

const formats = ["docx", "pdf", "html", "png"] as const satisfies readonly ReportFormat[];

/** A report as a page, and the forms in which it can be taken away. */
export function ReportDesk({
  study,
  wanted,
  editWords,
  onEdit,
}: {
  study: string;
  wanted: WantedReport;
  editWords: string;
  onEdit: () => void;
}): JSX.Element {
  const { language } = useReader();
  const words = useWords(reportsTexts);
  const { template, ...how } = wanted;
  const path = `/api/studies/${study}/reports/${template.template}`;
  const [shown, setShown] = useState<string | null>(null);
  const page = useSteps<ReportMade>();
  const file = useSteps<ReportMade>();
  const address = (format: ReportFormat): string => `${path}/report.${format}?${queryOf(how)}`;
  const make = (steps: Steps<ReportMade>, format: ReportFormat, onDone: () => void): void => {
    steps.start(`${path}/made`, { format, ...bodyOf(how) }, onDone);
  };
  const wantedPage = address("html");
  useEffect(() => {
    setShown(null);
    make(page, "html", () => {
      setShown(wantedPage);
    });
    return page.stop;
  }, [wantedPage, language]);
  return (
    <>
      <section class="reports-take" aria-label={words("download")}>
        {formats.map((format) => (
          <button
            key={format}
            type="button"
            class={format === "docx" ? "main" : ""}
            disabled={file.progress !== null}
            onClick={() => {
              make(file, format, () => {
                save(address(format), `${study}-${template.template}.${format}`);
              });
            }}
          >
            <span class="hidden">{words("download")}: </span>
            {words(format)}
          </button>
        ))}
        <button type="button" class="quiet" onClick={onEdit}>
          {editWords}
        </button>
      </section>
      <Making steps={file} />
      <Making steps={page} />
      {shown !== null && (
        // Its own policy lets nothing of it run; a reader's tools, such as those for accessibility, may.
        <iframe class="reports-page" title={words("preview")} src={shown} sandbox="allow-scripts" />
      )}
    </>
  );
}

/** How far a report is, the way to stop it, and why there is none. */
function Making({ steps: { progress, refusal, stop } }: { steps: Steps<ReportMade> }): JSX.Element | null {
  const words = useWords(reportsTexts);
  if (progress === null) return refusal === null ? null : <RefusalNotice refusal={refusal} />;
  const { done, of } = progress;
  return (
    <div class="reports-progress" role="status">
      <span>{words("writing")}</span>
      <progress aria-label={words("writing")} {...(of > 0 && { value: done, max: of })} />
      <button type="button" class="quiet" onClick={stop}>
        {words("stop")}
      </button>
    </div>
  );
}

type How = Omit<WantedReport, "template">;

function queryOf({ language, day, weight }: How): string {
  const said = Object.entries({ day, weight }).filter(([, value]) => value !== "");
  return new URLSearchParams([["lang", language], ...said]).toString();
}

function bodyOf({ language, day, weight }: How): object {
  return { language, ...(day !== "" && { day }), ...(weight !== "" && { weight }) };
}

function save(address: string, name: string): void {
  const link = document.createElement("a");
  link.href = address;
  link.download = name;
  link.click();
}
