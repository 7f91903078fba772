import type { JSX } from "preact";
import { useId, useState } from "preact/hooks";
import type { OutlineSummary } from "../../../../../server/figures/outlines/outlinesApi.ts";
import type { Codebook } from "../../../../../surveys/codebook/codebook.ts";
import type { Refusal } from "../../../api.ts";
import { Field } from "../../../parts/field.tsx";
import { RefusalNotice } from "../../../parts/notice.tsx";
import { useWords } from "../../../reader.ts";
import { useSending } from "../../../useSending.ts";
import { OutlineMap } from "./outlineMap.tsx";
import { outlineTexts } from "./outlineTexts.ts";

/** An upload as it is sent, and what it is read as. */
interface Previewed {
  readonly body: object;
  readonly summary: OutlineSummary;
}

/** Takes an outline from a file: first as a preview of what maps will look like, then for use. */
export function OutlineForm({
  path,
  codebook,
  heading,
  onUsed,
}: {
  /** The outline's address in the API. */
  path: string;
  codebook: Codebook;
  heading: string;
  onUsed: () => void;
}): JSX.Element {
  const words = useWords(outlineTexts);
  const { isSending, refusal, send } = useSending<OutlineSummary>();
  const [approval, setApproval] = useState("");
  const [file, setFile] = useState<File | null>(null);
  const [unread, setUnread] = useState<"fileMissing" | "notJson" | null>(null);
  const [previewed, setPreviewed] = useState<Previewed | null>(null);
  const preview = async (): Promise<void> => {
    setPreviewed(null);
    const geojson = file === null ? null : await jsonIn(file);
    setUnread(file === null ? "fileMissing" : geojson === null ? "notJson" : null);
    if (geojson === null) return;
    const body = { approval, outline: { geojson } };
    send(`${path}/preview`, { method: "POST", body }, (summary) => {
      setPreviewed({ body, summary });
    });
  };
  const faults = (refusal?.faults ?? []).filter(({ field }) => isOfFile(field));
  const beside = [...faults.map(({ field }) => field), "approval"];
  return (
    <form
      class="figures-form"
      onSubmit={(event) => {
        event.preventDefault();
        void preview();
      }}
    >
      <h2>{heading}</h2>
      {refusal !== null && <RefusalNotice refusal={refusal} beside={beside} />}
      <div class="fields">
        <Field
          name="approval"
          label={words("approval")}
          rule={words("approvalRule")}
          required
          maxLength={60}
          autocomplete="off"
          refusal={refusal}
          value={approval}
          onInput={({ currentTarget }) => {
            setPreviewed(null);
            setApproval(currentTarget.value);
          }}
        />
        <FileField
          faults={unread === null ? faults : [{ field: "outline", message: words(unread) }]}
          onChoose={(chosen) => {
            setPreviewed(null);
            setUnread(null);
            setFile(chosen);
          }}
        />
      </div>
      <p class="actions">
        <button type="submit" class={previewed === null ? "main" : ""} disabled={isSending}>
          {words("preview")}
        </button>
      </p>
      {previewed !== null && (
        <section class="figures-previewed" aria-label={words("previewHeading")}>
          <h3>{words("previewHeading")}</h3>
          <OutlineMap outline={previewed.summary.outline} codebook={codebook} />
          <p class="soft">{words("useNote")}</p>
          <p class="actions">
            <button
              type="button"
              class="main"
              disabled={isSending}
              onClick={() => {
                send(path, { method: "PUT", body: previewed.body }, onUsed);
              }}
            >
              {words("use")}
            </button>
          </p>
        </section>
      )}
    </form>
  );
}

const isOfFile = (field: string): boolean => field === "outline" || field.startsWith("outline.");

/** What a file holds; `null` where it is no JSON object. */
async function jsonIn(file: File): Promise<object | null> {
  try {
    const found: unknown = JSON.parse(await file.text());
    return typeof found === "object" ? found : null;
  } catch {
    return null;
  }
}

/** The file, with each fault at its place in it. */
function FileField({
  faults,
  onChoose,
}: {
  faults: Refusal["faults"];
  onChoose: (file: File | null) => void;
}): JSX.Element {
  const words = useWords(outlineTexts);
  const id = useId();
  return (
    <div class="field">
      <label for={id}>{words("file")}</label>
      <input
        id={id}
        type="file"
        accept="application/geo+json,application/json,.geojson,.json"
        aria-invalid={faults.length > 0}
        aria-describedby={`${id}-note`}
        onChange={({ currentTarget }) => {
          onChoose(currentTarget.files?.[0] ?? null);
        }}
      />
      <div id={`${id}-note`}>
        {faults.map(({ field, message }) => (
          <p key={field} class="fault">
            {field !== "outline" && <code>{field.replace(/^outline\.(?:geojson\.)?/, "")}</code>} {message}
          </p>
        ))}
        <p class="rule">{words("fileRule")}</p>
      </div>
    </div>
  );
}
