import type { JSX } from "preact";
import { useState } from "preact/hooks";
import type {
  PopulationList,
  SchemeList,
  SchemeWithVersions,
  WeightingReport,
} from "../../../../server/weighting/weightingApi.ts";
import type { Codebook } from "../../../../surveys/codebook/codebook.ts";
import { Answered } from "../../parts/answered.tsx";
import { InLink } from "../../parts/inLink.tsx";
import { useReader, useWords } from "../../reader.ts";
import { goTo } from "../../route.ts";
import { useAddressQuery } from "../../useAddressQuery.ts";
import { useAnswer } from "../../useAnswer.ts";
import { categoryLabels } from "./categoryLabels.ts";
import { HistoryTable, SchemeVersions } from "./historyTable.tsx";
import { ReportView } from "./reportView.tsx";
import { RunPanel } from "./runPanel.tsx";
import { SchemeEditor } from "./schemeEditor.tsx";
import { emptyScheme } from "./schemeDraft.ts";
import { weightsTexts } from "./weightsTexts.ts";

/** What a page of a scheme is given. */
interface SchemePageParts {
  readonly study: string;
  readonly codebook: Codebook;
  readonly populations: PopulationList["populations"];
  readonly earlierCodes: SchemeList["earlierCodes"];
  /** Call when schemes or weights have changed. */
  readonly onChanged: () => void;
}

/** One scheme: its runs and reports, or its form. */
export function SchemePage({
  name,
  isUsual,
  ...parts
}: SchemePageParts & { name: string; isUsual: boolean }): JSX.Element {
  const { study, onChanged } = parts;
  const { query } = useAddressQuery();
  const path = `/api/studies/${study}/weighting/${name}`;
  const reading = useAnswer<SchemeWithVersions>(path);
  const address = `/studies/${study}/weights?scheme=${name}`;
  const again = (): void => {
    reading.again();
    onChanged();
  };
  return (
    <Answered reading={reading}>
      {(found) =>
        query.get("edit") === null ? (
          <Scheme {...parts} found={found} isUsual={isUsual} path={path} address={address} again={again} />
        ) : (
          <SchemeEditor
            key={found.scheme.schemeVersion}
            {...parts}
            name={name}
            first={found.scheme}
            onKept={() => {
              again();
              goTo(address);
            }}
            onCancel={() => {
              goTo(address);
            }}
          />
        )
      }
    </Answered>
  );
}

/** The form of a scheme that is not there yet. */
export function NewSchemePage({ taken, ...parts }: SchemePageParts & { taken: readonly string[] }): JSX.Element {
  const { study, onChanged } = parts;
  return (
    <SchemeEditor
      {...parts}
      name={null}
      taken={taken}
      first={emptyScheme}
      onKept={(scheme) => {
        onChanged();
        goTo(`/studies/${study}/weights?scheme=${scheme}`);
      }}
      onCancel={() => {
        goTo(`/studies/${study}/weights`);
      }}
    />
  );
}

function Scheme({
  codebook,
  found: { scheme, schemeVersions, versions },
  isUsual,
  path,
  address,
  again,
}: SchemePageParts & {
  found: SchemeWithVersions;
  isUsual: boolean;
  path: string;
  address: string;
  again: () => void;
}): JSX.Element {
  const reader = useReader();
  const words = useWords(weightsTexts);
  const { query } = useAddressQuery();
  const [preview, setPreview] = useState<WeightingReport | null>(null);
  const shown = Number(query.get("version") ?? versions[0]?.version ?? 0);
  const report = useAnswer<WeightingReport>(shown === 0 ? null : `${path}/versions/${shown}`);
  const labelOf = categoryLabels(scheme, codebook, reader);
  return (
    <>
      <section class="card">
        <div class="weights-head">
          <h2>
            {scheme.name} {isUsual && <span class="badge open">{words("usual")}</span>}
          </h2>
          <InLink class="weights-button" to={`${address}&edit=1`}>
            {words("edit")}
          </InLink>
        </div>
        {scheme.note !== "" && <p class="written">{scheme.note}</p>}
        <p class="soft base">
          <code>scheme:{scheme.scheme}</code> · {words("schemeVersion")} {scheme.schemeVersion}
        </p>
        <SchemeVersions versions={schemeVersions} />
      </section>
      <RunPanel
        path={path}
        onPreview={setPreview}
        onRun={() => {
          setPreview(null);
          again();
          if (query.get("version") !== null) goTo(address);
        }}
      />
      {preview !== null && (
        <ReportView
          report={preview}
          labelOf={labelOf}
          onClose={() => {
            setPreview(null);
          }}
        />
      )}
      <HistoryTable
        versions={versions}
        shown={shown}
        addressOf={(version) => `${address}&version=${String(version)}`}
      />
      {shown !== 0 && <Answered reading={report}>{(of) => <ReportView report={of} labelOf={labelOf} />}</Answered>}
    </>
  );
}
