import type { JSX } from "preact";
import { useState } from "preact/hooks";
import type { QuestionnaireVersionSummary, StudySummary } from "../../../server/fielding/fieldingApi.ts";
import type { Refusal } from "../api.ts";
import { Answered } from "../parts/answered.tsx";
import { Choice } from "../parts/field.tsx";
import { Notice, RefusalNotice } from "../parts/notice.tsx";
import { useReader } from "../reader.ts";
import type { TextName } from "../texts.ts";
import { useAnswer } from "../useAnswer.ts";
import { useSending } from "../useSending.ts";
import { CodebookTable } from "./codebookTable.tsx";

const relations = {
  same: "relationSame",
  changed: "relationChanged",
  broken: "relationBroken",
} as const satisfies Record<string, TextName>;

/** The version in the field with its codebook, and the way to the next. */
export function QuestionnaireView({ study, onChanged }: { study: StudySummary; onChanged: () => void }): JSX.Element {
  const version = study.questionnaireVersion;
  return (
    <>
      <Upload study={study} onChanged={onChanged} />
      {version !== null && <Fielded key={version} study={study.study} newest={version} />}
    </>
  );
}

function Upload({ study, onChanged }: { study: StudySummary; onChanged: () => void }): JSX.Element {
  const { texts } = useReader();
  const [file, setFile] = useState<File | null>(null);
  const [relation, setRelation] = useState<keyof typeof relations>("changed");
  const { isSending, refusal, send } = useSending<QuestionnaireVersionSummary>();
  const [fielded, setFielded] = useState<number | null>(null);
  return (
    <form
      class="card export"
      onSubmit={(event) => {
        event.preventDefault();
        if (file === null) return;
        const wanted = { method: "POST", body: file, query: { relation } } as const;
        send(`/api/studies/${study.study}/versions`, wanted, ({ questionnaireVersion }) => {
          setFielded(questionnaireVersion);
          onChanged();
        });
      }}
    >
      <h2>{texts("upload")}</h2>
      <p>{texts("uploadNote")}</p>
      <label class="file">
        <span>{texts("definitionFile")}</span>
        <input
          type="file"
          accept="application/json,.json"
          required
          onChange={({ currentTarget }) => {
            setFile(currentTarget.files?.[0] ?? null);
          }}
        />
      </label>
      {study.questionnaireVersion !== null && (
        <Choice
          label={texts("relation")}
          value={relation}
          options={(["same", "changed", "broken"] as const).map((value) => ({ value, label: texts(relations[value]) }))}
          onChoose={setRelation}
        />
      )}
      <button type="submit" class="main" disabled={isSending || file === null}>
        {texts("uploadAction")}
      </button>
      {fielded !== null && refusal === null && <Notice title={`${texts("fielded")} ${fielded}`} />}
      {refusal !== null && <Faults refusal={refusal} />}
    </form>
  );
}

function Faults({ refusal }: { refusal: Refusal }): JSX.Element {
  const { texts } = useReader();
  if (refusal.faults.length === 0) return <RefusalNotice refusal={refusal} />;
  return (
    <Notice title={refusal.title} tone="bad">
      <table>
        <thead>
          <tr>
            <th scope="col">{texts("faultPath")}</th>
            <th scope="col">{texts("faultMessage")}</th>
          </tr>
        </thead>
        <tbody>
          {refusal.faults.map(({ field, message }, place) => (
            <tr key={place}>
              <td>
                <code>{field}</code>
              </td>
              <td>{message}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </Notice>
  );
}

const relationNames = { first: "relationFirst", ...relations } as const satisfies Record<string, TextName>;

function Fielded({ study, newest }: { study: string; newest: number }): JSX.Element {
  const { texts } = useReader();
  const [version, setVersion] = useState(newest);
  const reading = useAnswer<QuestionnaireVersionSummary>(`/api/studies/${study}/versions/${version}`);
  return (
    <Answered reading={reading}>
      {({ codebook, relation }) => (
        <section class="card">
          <h2>{texts("codebook")}</h2>
          <div class="results-bar">
            <label class="version">
              {texts("version")}
              <select
                value={version}
                onChange={({ currentTarget }) => {
                  setVersion(Number(currentTarget.value));
                }}
              >
                {Array.from({ length: newest }, (_, place) => newest - place).map((each) => (
                  <option key={each} value={each}>
                    {each}
                  </option>
                ))}
              </select>
            </label>
            <p class="soft">{texts(relationNames[relation])}</p>
          </div>
          <CodebookTable codebook={codebook} />
        </section>
      )}
    </Answered>
  );
}
