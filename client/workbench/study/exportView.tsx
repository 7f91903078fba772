import type { JSX } from "preact";
import { useState } from "preact/hooks";
import { formatCount } from "../../../charts/format.ts";
import type { ExportList, ExportManifest, NewExport } from "../../../server/exports/exportsApi.ts";
import type { StudySummary } from "../../../server/fielding/fieldingApi.ts";
import { languages } from "../../../surveys/language.ts";
import { Answered } from "../parts/answered.tsx";
import { Choice } from "../parts/field.tsx";
import { Notice, RefusalNotice } from "../parts/notice.tsx";
import { ProblemNotes } from "../parts/result/problemNotes.tsx";
import { useReader } from "../reader.ts";
import type { TextName } from "../texts.ts";
import { useAnswer } from "../useAnswer.ts";
import { useRepeatedly } from "../useRepeatedly.ts";
import { useSending } from "../useSending.ts";

const flavours = { excel: "flavourExcel", plain: "flavourPlain" } as const satisfies Record<string, TextName>;
const values = {
  codes: "valuesCodes",
  labels: "valuesLabels",
  both: "valuesBoth",
} as const satisfies Record<string, TextName>;
const states = {
  "asked-for": "stateAskedFor",
  running: "stateRunning",
  complete: "stateComplete",
  broken: "stateBroken",
} as const satisfies Record<string, TextName>;

/** Takes the data away, and says whether the file is whole. */
export function ExportView({ study }: { study: StudySummary }): JSX.Element {
  const { texts, language } = useReader();
  const path = `/api/studies/${study.study}/exports`;
  const [wanted, setWanted] = useState<NewExport>({ flavour: "excel", values: "codes", language, weight: "given" });
  const [current, setCurrent] = useState<string | null>(null);
  const { isSending, refusal, send } = useSending<ExportManifest>();
  const list = useAnswer<ExportList>(path);
  const problems = list.answer?.problems ?? [];
  const manifest = list.answer?.exports.find((each) => each.export === current);
  const isDone = current === null || manifest?.state === "complete" || manifest?.state === "broken";
  useRepeatedly(() => {
    if (!isDone) list.again();
  }, 1_000);
  return (
    <>
      <section class="card export">
        <p>{texts("exportNote")}</p>
        <Choice
          label={texts("flavour")}
          value={wanted.flavour}
          options={(["excel", "plain"] as const).map((value) => ({
            value,
            label: (
              <>
                {texts(flavours[value])} <small class="soft">{texts(`${flavours[value]}Note`)}</small>
              </>
            ),
          }))}
          onChoose={(flavour) => {
            setWanted({ ...wanted, flavour });
          }}
        />
        <Choice
          label={texts("values")}
          value={wanted.values}
          options={(["codes", "labels", "both"] as const).map((value) => ({ value, label: texts(values[value]) }))}
          onChoose={(value) => {
            setWanted({ ...wanted, values: value });
          }}
        />
        {wanted.values !== "codes" && (
          <Choice
            label={texts("labelLanguage")}
            value={wanted.language}
            options={languages.map((value) => ({ value, label: texts(value === "en" ? "english" : "chinese") }))}
            onChoose={(value) => {
              setWanted({ ...wanted, language: value });
            }}
          />
        )}
        <button
          type="button"
          class="main"
          disabled={isSending}
          onClick={() => {
            send(path, { method: "POST", body: wanted }, (made) => {
              setCurrent(made.export);
              download(`${path}/${made.export}/file`, made.file);
            });
          }}
        >
          {texts("exportAction")}
        </button>
        {refusal !== null && <RefusalNotice refusal={refusal} />}
        {manifest !== undefined && <Outcome manifest={manifest} />}
        {problems.length > 0 && <p class="soft">{texts("exportProblems")}</p>}
        <ProblemNotes problems={problems} />
      </section>
      <Answered reading={list}>
        {({ exports }) => (exports.length === 0 ? null : <Earlier exports={exports} />)}
      </Answered>
    </>
  );
}

/** The browser's own download: it says for itself when a file breaks off. */
function download(address: string, file: string): void {
  const link = document.createElement("a");
  link.href = address;
  link.download = file;
  link.click();
}

function Outcome({ manifest }: { manifest: ExportManifest }): JSX.Element {
  const { texts, language } = useReader();
  const { state, rows, responsesInStudy, sha256 } = manifest;
  if (state === "broken") return <Notice title={texts("exportBroken")} tone="bad" />;
  if (state !== "complete" || rows === null || responsesInStudy === null)
    return <Notice title={texts("exportRunning")} />;
  if (rows !== responsesInStudy) return <Notice title={texts("exportDiffers")} tone="bad" />;
  const counts = `${formatCount(rows, language)} ${texts("rows")} = ${formatCount(responsesInStudy, language)} ${texts("inStudy")}`;
  return (
    <Notice title={`${texts("exportWhole")}: ${counts}`}>
      <p>
        {texts("checksum")} <code class="hash">{sha256}</code>
      </p>
    </Notice>
  );
}

function Earlier({ exports }: { exports: readonly ExportManifest[] }): JSX.Element {
  const { texts, language } = useReader();
  return (
    <section class="card">
      <h2>{texts("earlierExports")}</h2>
      <div class="table-frame" tabIndex={0} role="region" aria-label={texts("earlierExports")}>
        <table>
          <thead>
            <tr>
              <th scope="col">{texts("file")}</th>
              <th scope="col">{texts("exportState")}</th>
              <th scope="col" class="number">
                {texts("rows")}
              </th>
              <th scope="col">{texts("checksum")}</th>
            </tr>
          </thead>
          <tbody>
            {exports.map((each) => (
              <tr key={each.export}>
                <td>{each.file}</td>
                <td>{texts(states[each.state])}</td>
                <td class="number">{each.rows === null ? "–" : formatCount(each.rows, language)}</td>
                <td>
                  <code title={each.sha256 ?? ""}>{each.sha256?.slice(0, 12) ?? "–"}</code>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  );
}
