import type { JSX } from "preact";
import { formatCount } from "../../../../charts/format.ts";
import type { RecordPage } from "../../../../server/records/recordsApi.ts";
import type { Codebook } from "../../../../surveys/codebook/codebook.ts";
import { Answered } from "../../parts/answered.tsx";
import { Choice } from "../../parts/field.tsx";
import { Notice } from "../../parts/notice.tsx";
import { useReader, useWords } from "../../reader.ts";
import { useAddressQuery } from "../../useAddressQuery.ts";
import { useAnswer } from "../../useAnswer.ts";
import { requestThrough, useLens } from "../lens/lens.ts";
import { LensBar } from "../lens/lensBar.tsx";
import type { StudyViewProps } from "../studyViewProps.ts";
import { WithCodebook } from "../withCodebook.tsx";
import { ColumnChoice } from "./columnChoice.tsx";
import { OpeningsTable } from "./openingsTable.tsx";
import { recordColumns, usualColumns } from "./recordColumns.ts";
import { RecordList } from "./recordList.tsx";
import { recordsTexts } from "./recordsTexts.ts";
import "./records.css";

/** Single responses, for who may see them: the only page that receives any. */
export function RecordsView({ study }: StudyViewProps): JSX.Element {
  return <WithCodebook study={study}>{(codebook) => <Records study={study.study} codebook={codebook} />}</WithCodebook>;
}

function Records({ study, codebook }: { study: string; codebook: Codebook }): JSX.Element {
  const words = useWords(recordsTexts);
  const { lens } = useLens();
  const { query, change } = useAddressQuery();
  const all = recordColumns(codebook);
  const asked = query.getAll("column");
  const columns = asked.length === 0 ? usualColumns(all) : all.filter(({ name }) => asked.includes(name));
  const as = query.get("show") === "codes" ? "codes" : "labels";
  const { filter, from, to } = requestThrough(lens, codebook);
  const whom = {
    ...(filter !== undefined && { filter: JSON.stringify(filter) }),
    ...(from !== undefined && { from }),
    ...(to !== undefined && { to }),
  };
  const cursor = cursorFor(query.get("after"), JSON.stringify(whom));
  const reading = useAnswer<RecordPage>(`/api/studies/${study}/records`, {
    variables: JSON.stringify(columns.map(({ name }) => name)),
    ...whom,
    ...(cursor !== null && { cursor }),
  });
  return (
    <>
      <section class="card records">
        <h2>{words("title")}</h2>
        <p class="soft">{words("note")}</p>
        <LensBar study={study} codebook={codebook} refusal={reading.refusal} hasWeights={false} />
        <Choice
          label={words("show")}
          value={as}
          options={(["labels", "codes"] as const).map((value) => ({ value, label: words(value) }))}
          onChoose={(value) => {
            change({ show: value === "codes" ? ["codes"] : [] });
          }}
        />
        <ColumnChoice
          columns={all}
          chosen={columns}
          onChoose={(names) => {
            change({ column: names });
          }}
        />
        <Answered reading={reading} beside={["from", "to"]}>
          {(page) => (
            <Page
              page={page}
              columns={all.filter(({ name }) => page.variables.includes(name))}
              as={as}
              isFirst={cursor === null}
              onTurn={(next) => {
                change({ after: next === null ? [] : [`${next} ${JSON.stringify(whom)}`] });
              }}
            />
          )}
        </Answered>
      </section>
      <OpeningsTable study={study} codebook={codebook} />
    </>
  );
}

/** Where a page begins is of a filter: another filter begins with its first page. */
function cursorFor(after: string | null, whom: string): string | null {
  const [cursor = "", ...rest] = after?.split(" ") ?? [];
  return cursor !== "" && rest.join(" ") === whom ? cursor : null;
}

function Page({
  page: { matching, records, nextCursor },
  columns,
  as,
  isFirst,
  onTurn,
}: {
  page: RecordPage;
  columns: ReturnType<typeof recordColumns>;
  as: "labels" | "codes";
  isFirst: boolean;
  /** To the page behind a cursor; `null` for the first. */
  onTurn: (cursor: string | null) => void;
}): JSX.Element {
  const { language } = useReader();
  const words = useWords(recordsTexts);
  if (matching === 0)
    return (
      <Notice title={words("nobody")}>
        <p>{words("nobodyNote")}</p>
      </Notice>
    );
  return (
    <>
      <p class="base" role="status">
        <b>{formatCount(matching, language)}</b> {words("matching")}
      </p>
      <RecordList records={records} columns={columns} as={as} />
      <nav class="actions" aria-label={words("pages")}>
        {!isFirst && (
          <button
            type="button"
            onClick={() => {
              onTurn(null);
            }}
          >
            {words("first")}
          </button>
        )}
        {nextCursor !== null && (
          <button
            type="button"
            onClick={() => {
              onTurn(nextCursor);
            }}
          >
            {words("next")}
          </button>
        )}
      </nav>
    </>
  );
}
