import type { JSX } from "preact";
import { useState } from "preact/hooks";
import { formatCount } from "../../../../charts/format.ts";
import type { RecordOpening, RecordOpenings } from "../../../../server/records/recordsApi.ts";
import type { Codebook } from "../../../../surveys/codebook/codebook.ts";
import { Answered } from "../../parts/answered.tsx";
import { conditionInWords } from "../../../../charts/conditionInWords.ts";
import { momentInWords, periodInWords } from "../../parts/result/provenanceText.ts";
import { TableFrame } from "../../parts/tableFrame.tsx";
import { useReader, useWords, type PageReader } from "../../reader.ts";
import { useAnswer } from "../../useAnswer.ts";
import { recordsTexts } from "./recordsTexts.ts";

/** Who opened records of this study, when, and of whom; read when it is looked at. */
export function OpeningsTable({ study, codebook }: { study: string; codebook: Codebook }): JSX.Element {
  const words = useWords(recordsTexts);
  const [isOpen, setOpen] = useState(false);
  const reading = useAnswer<RecordOpenings>(isOpen ? `/api/studies/${study}/records/openings` : null);
  return (
    <details
      class="card records-openings"
      onToggle={({ currentTarget }) => {
        setOpen(currentTarget.open);
      }}
    >
      <summary>
        {words("openings")} <small class="soft">{words("openingsNote")}</small>
      </summary>
      {isOpen && (
        <Answered reading={reading}>{({ openings }) => <Openings openings={openings} codebook={codebook} />}</Answered>
      )}
    </details>
  );
}

const columns = ["when", "who", "ofWhom", "which", "records"] as const;

function Openings({ openings, codebook }: { openings: readonly RecordOpening[]; codebook: Codebook }): JSX.Element {
  const reader = useReader();
  const words = useWords(recordsTexts);
  const { language } = reader;
  return (
    <TableFrame label={words("openings")} columns={columns.map(words)} wordColumns={4} class="records-lines">
      {openings.map(({ at, by, query, records }, place) => (
        <tr key={place}>
          <td class="records-when">{momentInWords(at, language)}</td>
          <td>{by}</td>
          <td>{whomInWords(query, codebook, reader)}</td>
          <td>
            <code>{query.variables.join(", ")}</code>
          </td>
          <td class="number">{formatCount(records, language)}</td>
        </tr>
      ))}
    </TableFrame>
  );
}

function whomInWords({ filter, from, to }: RecordOpening["query"], codebook: Codebook, reader: PageReader): string {
  const { language } = reader;
  return [
    filter === undefined ? recordsTexts.everyone[language] : conditionInWords(filter, codebook, reader),
    ...(from === undefined && to === undefined
      ? []
      : [periodInWords({ from: from ?? null, to: to ?? null }, language)]),
  ].join(" · ");
}
