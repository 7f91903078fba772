import type { JSX } from "preact";
import { useState } from "preact/hooks";
import type {
  PopulationList,
  Scheme,
  SchemeContent,
  SchemeList,
  WeightingReport,
} from "../../../../server/weighting/weightingApi.ts";
import type { Codebook } from "../../../../surveys/codebook/codebook.ts";
import type { Refusal } from "../../api.ts";
import { Field } from "../../parts/field.tsx";
import { useReader, useWords } from "../../reader.ts";
import { useSending, type Sending } from "../../useSending.ts";
import { useSteps, type Steps } from "../../useSteps.ts";
import { categoryLabels } from "./categoryLabels.ts";
import { FaultList } from "./faultList.tsx";
import { MarginsFields } from "./marginsFields.tsx";
import { ReportView } from "./reportView.tsx";
import { RuleFields } from "./ruleFields.tsx";
import { StepsView } from "./runPanel.tsx";
import { contentOf } from "./schemeDraft.ts";
import { schemeTexts } from "./schemeTexts.ts";

/** Makes a scheme or changes one, and shows what it would give before it is kept. */
export function SchemeEditor({
  study,
  codebook,
  populations,
  earlierCodes,
  name,
  taken = [],
  first,
  onKept,
  onCancel,
}: {
  study: string;
  codebook: Codebook;
  populations: PopulationList["populations"];
  earlierCodes: SchemeList["earlierCodes"];
  /** The scheme's name in addresses; `null` for one that is not there yet. */
  name: string | null;
  /** Names that are not free. */
  taken?: readonly string[];
  first: SchemeContent;
  onKept: (scheme: string) => void;
  onCancel: () => void;
}): JSX.Element {
  const reader = useReader();
  const [slug, setSlug] = useState(name ?? "");
  const [draft, setDraft] = useState(() => contentOf(first));
  const [preview, setPreview] = useState<WeightingReport | null>(null);
  const saving = useSending<Scheme>();
  const steps = useSteps<WeightingReport>();
  const change = (part: Partial<SchemeContent>): void => {
    setDraft((before) => ({ ...before, ...part }));
  };
  const path = `/api/studies/${study}/weighting/${slug}`;
  const refusal = steps.refusal ?? saving.refusal;
  const isTaken = name === null && taken.includes(slug);
  return (
    <>
      <form
        class="weights-editor"
        onSubmit={(event) => {
          event.preventDefault();
          if (isTaken) return;
          saving.send(path, { method: "PUT", body: draft }, ({ scheme }) => {
            onKept(scheme);
          });
        }}
      >
        <NameFields
          draft={draft}
          slug={name === null ? slug : null}
          isTaken={isTaken}
          refusal={refusal}
          onChange={change}
          onName={setSlug}
        />
        <MarginsFields
          study={study}
          codebook={codebook}
          populations={populations}
          earlierCodes={earlierCodes}
          margins={draft.margins}
          refusal={refusal}
          onChange={(margins) => {
            change({ margins });
          }}
        />
        <RuleFields draft={draft} onChange={change} />
        <Decide
          steps={steps}
          saving={saving}
          isEmpty={draft.margins.length === 0}
          onPreview={() => {
            steps.start(`${path}/previews`, { content: draft, blocks: "all" }, setPreview);
          }}
          onCancel={onCancel}
        />
      </form>
      {preview !== null && (
        <ReportView
          report={preview}
          labelOf={categoryLabels(draft, codebook, reader)}
          onClose={() => {
            setPreview(null);
          }}
        />
      )}
    </>
  );
}

/** What a scheme is called, and why it is as it is. */
function NameFields({
  draft,
  slug,
  isTaken,
  refusal,
  onChange,
  onName,
}: {
  draft: SchemeContent;
  /** Its name in addresses, where it can still be chosen. */
  slug: string | null;
  isTaken: boolean;
  refusal: Refusal | null;
  onChange: (part: Partial<SchemeContent>) => void;
  onName: (slug: string) => void;
}): JSX.Element {
  const words = useWords(schemeTexts);
  return (
    <section class="card">
      <h2>{words(slug === null ? "changeTitle" : "newTitle")}</h2>
      <div class="fields">
        <Field
          name="name"
          label={words("name")}
          required
          maxLength={200}
          refusal={refusal}
          value={draft.name}
          onInput={({ currentTarget }) => {
            onChange({ name: currentTarget.value });
          }}
        />
        {slug !== null && (
          <Field
            name="slug"
            label={words("slug")}
            rule={words(isTaken ? "taken" : "slugRule")}
            required
            pattern="[a-z0-9]([a-z0-9\-]*[a-z0-9])?"
            maxLength={64}
            refusal={null}
            value={slug}
            onInput={({ currentTarget }) => {
              onName(currentTarget.value);
            }}
          />
        )}
      </div>
      <label class="field">
        {words("note")}
        <textarea
          rows={2}
          maxLength={2_000}
          value={draft.note}
          onInput={({ currentTarget }) => {
            onChange({ note: currentTarget.value });
          }}
        />
      </label>
    </section>
  );
}

/** Tries the scheme, keeps it, or leaves it. */
function Decide({
  steps,
  saving,
  isEmpty,
  onPreview,
  onCancel,
}: {
  steps: Steps<WeightingReport>;
  saving: Sending<Scheme>;
  isEmpty: boolean;
  onPreview: () => void;
  onCancel: () => void;
}): JSX.Element {
  const words = useWords(schemeTexts);
  return (
    <section class="card">
      <p class="soft">{words("previewNote")}</p>
      <p class="actions">
        <button
          type="button"
          disabled={steps.progress !== null || isEmpty}
          onClick={({ currentTarget }) => {
            if (currentTarget.form?.reportValidity() === true) onPreview();
          }}
        >
          {words("preview")}
        </button>
        <button type="submit" class="main" disabled={saving.isSending || isEmpty}>
          {words("save")}
        </button>
        <button type="button" class="quiet" onClick={onCancel}>
          {words("cancel")}
        </button>
      </p>
      <StepsView steps={steps} />
      {saving.refusal !== null && <FaultList refusal={saving.refusal} />}
    </section>
  );
}
