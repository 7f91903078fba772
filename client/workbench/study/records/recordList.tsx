import type { JSX } from "preact";
import { useEffect, useState } from "preact/hooks";
import { formatDuration, formatShortDay } from "../../../../charts/format.ts";
import type { ResponseRecord } from "../../../../server/records/recordsApi.ts";
import { useReader, useWords } from "../../reader.ts";
import { titleOf, valueInWords, type RecordColumn } from "./recordColumns.ts";
import { recordsTexts } from "./recordsTexts.ts";

/** How records are read. */
interface Reading {
  readonly records: readonly ResponseRecord[];
  readonly columns: readonly RecordColumn[];
  readonly as: "labels" | "codes";
}

/** Records as a table, or where that has no room as cards under each other. */
export function RecordList(reading: Reading): JSX.Element {
  return useIsNarrow() ? <Cards {...reading} /> : <Table {...reading} />;
}

function Table({ records, columns, as }: Reading): JSX.Element {
  const reader = useReader();
  const words = useWords(recordsTexts);
  return (
    <div class="table-frame records-table" tabIndex={0} role="region" aria-label={words("title")}>
      <table>
        <thead>
          <tr>
            <th scope="col">{words("day")}</th>
            <th scope="col">{words("id")}</th>
            {columns.map((column) => (
              <th key={column.name} scope="col" title={titleOf(column, reader)}>
                {as === "codes" ? (
                  <code>{column.name}</code>
                ) : (
                  <span class="records-head">{titleOf(column, reader)}</span>
                )}
              </th>
            ))}
            {aboutNames.map((name) => (
              <th key={name} scope="col" class={name === "seconds" ? "number" : ""}>
                {words(name)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {records.map((record) => (
            <tr key={record.id}>
              <th scope="row">
                <time dateTime={record.day}>{formatShortDay(record.day, reader.language)}</time>
              </th>
              <td>
                <code title={record.id}>{shortId(record)}</code>
              </td>
              {columns.map((column, place) => (
                <td key={column.name} class={isNumber(column) ? "number" : ""}>
                  <Value text={valueInWords(record.values[place] ?? null, column, { as, reader })} />
                </td>
              ))}
              {aboutNames.map((name) => (
                <td key={name} class={name === "seconds" ? "number soft" : "soft"}>
                  {aboutOf(record)[name]}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function Cards({ records, columns, as }: Reading): JSX.Element {
  const reader = useReader();
  const words = useWords(recordsTexts);
  return (
    <ol class="records-cards" aria-label={words("title")}>
      {records.map((record) => (
        <li key={record.id}>
          <p>
            <time dateTime={record.day}>{formatShortDay(record.day, reader.language)}</time>{" "}
            <code title={record.id}>{shortId(record)}</code>
          </p>
          <dl>
            {columns.map((column, place) => (
              <div key={column.name}>
                <dt>{as === "codes" ? <code>{column.name}</code> : titleOf(column, reader)}</dt>
                <dd>
                  <Value text={valueInWords(record.values[place] ?? null, column, { as, reader })} />
                </dd>
              </div>
            ))}
            {aboutNames
              .filter((name) => aboutOf(record)[name] !== "")
              .map((name) => (
                <div key={name}>
                  <dt>{words(name)}</dt>
                  <dd class="soft">{aboutOf(record)[name]}</dd>
                </div>
              ))}
          </dl>
        </li>
      ))}
    </ol>
  );
}

/** What somebody wrote is text and nothing else: it is shown as it is. */
function Value({ text }: { text: string }): JSX.Element {
  const words = useWords(recordsTexts);
  if (text !== "") return <span class="written">{text}</span>;
  return (
    <span class="soft" aria-label={words("noAnswer")} role="img">
      –
    </span>
  );
}

const aboutNames = ["version", "language", "collector", "gridUnit", "seconds", "flags"] as const;

/** What is known of a response beside its answers, as it is read. */
function aboutOf(record: ResponseRecord): Readonly<Record<(typeof aboutNames)[number], string>> {
  const { questionnaireVersion, language, collector, gridUnit, seconds, flags } = record;
  return {
    version: String(questionnaireVersion),
    language: language ?? "",
    collector: collector ?? "",
    gridUnit: gridUnit ?? "",
    seconds: seconds === null ? "" : formatDuration(seconds),
    flags: flags.join(", "),
  };
}

function isNumber({ variable }: RecordColumn): boolean {
  return variable === null || variable.kind === "number";
}

/** Enough to tell records of a page apart; the whole stands in its title. */
function shortId({ id }: ResponseRecord): string {
  return id.slice(0, 6);
}

function useIsNarrow(): boolean {
  const [query] = useState(() => matchMedia("(max-width: 620px)"));
  const [isNarrow, setNarrow] = useState(query.matches);
  useEffect(() => {
    const follow = (): void => {
      setNarrow(query.matches);
    };
    query.addEventListener("change", follow);
    return () => {
      query.removeEventListener("change", follow);
    };
  }, [query]);
  return isNarrow;
}
