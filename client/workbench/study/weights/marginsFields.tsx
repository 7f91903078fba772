import type { JSX } from "preact";
import { useState } from "preact/hooks";
import type {
  MarginsRead,
  PopulationList,
  SchemeList,
  SchemeMargin,
} from "../../../../server/weighting/weightingApi.ts";
import type { Codebook } from "../../../../surveys/codebook/codebook.ts";
import type { Refusal } from "../../api.ts";
import { useWords } from "../../reader.ts";
import { useSending } from "../../useSending.ts";
import { FaultList } from "./faultList.tsx";
import { MarginFields } from "./marginFields.tsx";
import { newMargin, weightableVariables } from "./schemeDraft.ts";
import { schemeTexts } from "./schemeTexts.ts";

/** The margins of a scheme: added one by one, or read from a file. */
export function MarginsFields({
  study,
  codebook,
  populations,
  earlierCodes,
  margins,
  refusal,
  onChange,
}: {
  study: string;
  codebook: Codebook;
  populations: PopulationList["populations"];
  earlierCodes: SchemeList["earlierCodes"];
  margins: readonly SchemeMargin[];
  refusal: Refusal | null;
  onChange: (margins: SchemeMargin[]) => void;
}): JSX.Element {
  const words = useWords(schemeTexts);
  const variables = weightableVariables(codebook, earlierCodes);
  return (
    <section class="card">
      <h3>{words("margins")}</h3>
      <p class="soft">{words("marginsNote")}</p>
      {margins.map((margin, place) => (
        <MarginFields
          key={place}
          margin={margin}
          populations={populations}
          variables={variables}
          faults={faultsAt(refusal, place)}
          onChange={(changed) => {
            onChange(margins.map((each, at) => (at === place ? changed : each)));
          }}
          onRemove={() => {
            onChange(margins.filter((_, at) => at !== place));
          }}
        />
      ))}
      <div class="weights-add">
        <button
          type="button"
          onClick={() => {
            onChange([...margins, newMargin("", { population: "", margin: "" })]);
          }}
        >
          + {words("addMargin")}
        </button>
        <MarginsUpload
          study={study}
          onRead={(read, source) => {
            onChange(withShares(margins, read, source));
          }}
        />
      </div>
    </section>
  );
}

/** What was refused of a margin. */
function faultsAt(refusal: Refusal | null, place: number): string[] {
  const at = `margins.${place}.`;
  return (refusal?.faults ?? []).filter(({ field }) => field.startsWith(at)).map(({ message }) => message);
}

/** The margins with a file's shares: those of the same name have them now, others come behind. */
function withShares(margins: readonly SchemeMargin[], read: MarginsRead["margins"], source: string): SchemeMargin[] {
  const changed = margins.map((margin) => {
    const found = read.find(({ name }) => name === margin.name);
    return found === undefined
      ? margin
      : { ...margin, target: { shares: found.shares, source }, categories: {}, neighbours: {} };
  });
  const added = read.filter(({ name }) => !margins.some((margin) => margin.name === name));
  return [...changed, ...added.map(({ name, shares }) => newMargin(name, { shares, source }))];
}

function MarginsUpload({
  study,
  onRead,
}: {
  study: string;
  onRead: (read: MarginsRead["margins"], source: string) => void;
}): JSX.Element {
  const words = useWords(schemeTexts);
  const { isSending, refusal, send } = useSending<MarginsRead>();
  const [names, setNames] = useState<readonly string[]>([]);
  return (
    <div class="weights-upload">
      <label class="file">
        <span>{words("upload")}</span>
        <input
          type="file"
          accept="text/csv,.csv"
          disabled={isSending}
          onChange={({ currentTarget }) => {
            const file = currentTarget.files?.[0];
            if (file === undefined) return;
            setNames([]);
            // Browsers say of a CSV file what the system's spreadsheet program told them.
            const body = new Blob([file], { type: "text/csv" });
            send(`/api/studies/${study}/weighting/margins`, { method: "POST", body }, ({ margins }) => {
              setNames(margins.map(({ name }) => name));
              onRead(margins, file.name);
            });
            // The same file, mended, can be chosen again.
            currentTarget.value = "";
          }}
        />
      </label>
      <p class="soft base">{words("uploadNote")}</p>
      {refusal !== null && <FaultList refusal={refusal} />}
      {names.length > 0 && (
        <p role="status">
          {words("uploaded")} {names.join(", ")}
        </p>
      )}
    </div>
  );
}
