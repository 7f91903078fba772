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
  const [imageParts, setImageParts] = useState(1);
  const [saved, setSaved] = useState<readonly SavedFile[]>([]);
  const page = useSteps<ReportMade>();
  const file = useSteps<ReportMade>();
  const address = (format: ReportFormat): string => `${path}/report.${format}?${queryOf(how)}`;
  const filesOf = (format: ReportFormat, parts: number): SavedFile[] => {
    const name = `${study}-${template.template}`;
    if (format !== "png" || parts === 1) return [{ address: address(format), name: `${name}.${format}` }];
    return Array.from({ length: parts }, (_, place) => ({
      address: `${address(format)}&part=${place + 1}`,
      name: `${name}-${place + 1}-of-${parts}.${format}`,
    }));
  };
  const make = (steps: Steps<ReportMade>, format: ReportFormat, onDone: (made: ReportMade) => void): void => {
    setSaved([]);
    steps.start(`${path}/made`, { format, ...bodyOf(how) }, (made) => {
      setImageParts(made.imageParts);
      onDone(made);
    });
  };
  const wantedPage = address("html");
  useEffect(() => {
    setShown(null);
    setImageParts(1);
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
              make(file, format, (made) => {
                const files = filesOf(format, made.imageParts);
                setSaved(files);
                for (const each of files) save(each);
              });
            }}
          >
            <span class="hidden">{words("download")}: </span>
            {words(format)}
            {format === "png" && imageParts > 1 && words("parts").replace("{parts}", String(imageParts))}
          </button>
        ))}
        <button type="button" class="quiet" onClick={onEdit}>
          {editWords}
        </button>
      </section>
      <Making steps={file} />
      {saved.length > 1 && <Parts files={saved} />}
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

/** A file that was taken away, or a part of one. */
interface SavedFile {
  readonly address: string;
  readonly name: string;
}

/** The parts of a long image, one by one: browsers ask before they save several files at once, and some save only one. */
function Parts({ files }: { files: readonly SavedFile[] }): JSX.Element {
  const words = useWords(reportsTexts);
  return (
    <div class="reports-parts" role="status">
      <span>{words("partsSaved").replace("{parts}", String(files.length))}</span>
      {files.map(({ address, name }, place) => (
        <a key={address} href={address} download={name}>
          {words("part").replace("{part}", String(place + 1))}
        </a>
      ))}
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

function save({ address, name }: SavedFile): void {
  const link = document.createElement("a");
  link.href = address;
  link.download = name;
  link.click();
}
